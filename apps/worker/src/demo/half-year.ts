import { addDays, startOf, type Day } from '@app/kernel';
import { chanceFrom, type Chance } from './chance.js';
import { shops, type DemoShop } from './shops.js';

/** The days of the half year; the shops sign before its first. */
export const daysTold = 182;
const zone = 'Asia/Shanghai';
const [opens, closes] = [10 * 60, 21 * 60 + 30];

/** What every story of a half year is made with. */
export interface HalfYear {
  readonly today: Day;
  readonly from: Day;
  readonly complaints: number;
  readonly shops: readonly DemoShop[];
  /** A source of chance of its own for each matter: what one is told by changes no other. */
  readonly chanceOf: (matter: string) => Chance;
  /** The instant of a minute, counted from the beginning of the half year, and its day. */
  readonly at: (minute: number) => Date;
  readonly dayOf: (minute: number) => Day;
  /** Nothing is told of what comes after: the evening before today. */
  readonly end: number;
}

/** The frame of a half year before a day: fewer complaints make a smaller mall. */
export function halfYear({ today, complaints, seed }: { today: Day; complaints: number; seed: number }): HalfYear {
  const from = addDays(today, -daysTold);
  const begin = startOf(from, zone).getTime();
  return {
    today, from, complaints, shops: shops.slice(0, Math.max(7, Math.ceil((complaints * shops.length) / 600))),
    chanceOf: (matter) => chanceFrom([...matter].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0, seed)),
    at: (minute) => new Date(begin + minute * 60_000),
    dayOf: (minute) => addDays(from, Math.floor(minute / 1440)),
    end: daysTold * 1440 - 120,
  };
}

/** The minute at which the mall is open next: what would fall into the night is done in the morning. */
export function whenOpen(minute: number): number {
  const ofDay = ((minute % 1440) + 1440) % 1440;
  if (ofDay < opens) return minute - ofDay + opens + (ofDay % 60);
  return ofDay > closes ? minute - ofDay + 1440 + opens + (ofDay % 60) : minute;
}

const lengths: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** How many minutes a length is, such as 25m, 3h or 2d. */
export const minutesOf = (length: string): number => Number(length.slice(0, -1)) * lengths[length.at(-1)!]!;
