import type { Channel, Demand } from '@app/complaints';
import { addDays } from '@app/kernel';
import type { Chance } from './chance.js';
import type { Taken } from './complaint-acts.js';
import { courses, type Course, type Line } from './courses.js';
import { faults, type Fault } from './goods.js';
import { minutesOf, whenOpen, type HalfYear } from './half-year.js';
import { consumer } from './people.js';
import { deeds, shopStory } from './timeline.js';
import type { DemoShop } from './shops.js';
import type { Deed, Story } from './story.js';

/** What is over within hours comes to the counter; what takes days, more by phone and online. */
const channels: readonly (readonly Channel[])[] = [
  ['counter', 'counter', 'counter', 'counter', 'counter', 'counter', 'phone', 'phone', 'online', 'hotline_12315'],
  ['counter', 'counter', 'phone', 'phone', 'phone', 'phone', 'online', 'online', 'hotline_12315', 'api'],
];
const demands = { repair: 'repair', back: 'refund' } as const satisfies Record<Fault['gives'], Demand>;
const scores = { content: [5, 5, 4, 4, 5], mixed: [4, 3, 3, 4, 2], bad: [2, 1, 3, 1, 2] } as const;

/** One story a complaint: its course by the share of each, its shop by how much trouble that draws, its day by chance. */
export function complaintStories(year: HalfYear): Story[] {
  const dealt = deal(year.complaints);
  const mixed = year.chanceOf('order');
  const draws = year.shops.flatMap((shop) => Array.from({ length: shop.share }, () => shop));
  return dealt.map((name, i) => {
    const chance = year.chanceOf(`complaint ${i}`);
    const course = courses[name]!;
    const able = course.about ? draws.filter(({ trade }) => faults[trade].some(({ gives }) => gives === course.about)) : draws;
    return told(year, { name: `complaint-${i}`, n: i, course, shop: mixed.pick(able), chance });
  });
}

/** Each course by its share and at least once, so that together they take in so many; a double takes in two. */
function deal(complaints: number): string[] {
  const whole = Object.values(courses).reduce((sum, { share, double }) => sum + share * (double ? 2 : 1), 0);
  const names = Object.keys(courses).filter((name) => name !== 'agreed')
    .flatMap((name) => Array.from({ length: Math.max(1, Math.round((courses[name]!.share * complaints) / whole)) }, () => name));
  const taken = names.reduce((sum, name) => sum + (courses[name]!.double ? 2 : 1), 0);
  return [...names, ...Array.from({ length: Math.max(1, complaints - taken) }, () => 'agreed')];
}

interface Case {
  readonly name: string;
  readonly n: number;
  readonly course: Course;
  readonly shop: DemoShop;
  readonly chance: Chance;
}

function told(year: HalfYear, one: Case): Story {
  const { course, shop, chance } = one;
  const [least, most] = course.ago ?? [1, 178];
  const day = year.end / 1440 - least - chance.below(most - least + 1);
  const begin = whenOpen(Math.floor(day) * 1440 + 600 + chance.below(660));
  const long = course.lines.some(([after]) => after.endsWith('d'));
  const channel = course.channel ?? chance.pick(channels[long ? 1 : 0]!);
  const taken = takenIn(year, one, channel, begin);
  // A course with a channel of its own needs its clocks as they are.
  const lying = !course.channel && chance.below(10) < shop.slow;
  const lines = [...(course.seen === false ? [] : seen(channel)), ...again(course, taken), ...course.lines, ...calledBack(course, chance)];
  let at = begin;
  const timed: [number, Deed][] = [[begin, ['complaint_desk', 'record', taken]]];
  for (const [after, ...deed] of lines) {
    const minutes = (minutesOf(after) * (60 + chance.below(60))) / 100;
    at = whenOpen(Math.ceil(at + minutes * (lying && minutes < 1440 ? 5 : 1)));
    timed.push([at, deed as Deed]);
  }
  return shopStory(one.name, shop, deeds(year, timed));
}

/** What the hall owes at once. */
function seen(channel: Channel): readonly Line[] {
  if (channel !== 'counter') return [['25m', 'complaint_desk', 'progress', 'answered']];
  return [['5m', 'floor', 'progress', 'counter_acted'], ['12m', 'supervision', 'progress', 'supervision_answered'], ['50m', 'floor', 'progress', 'handled']];
}

function again({ double }: Course, taken: Taken): readonly Line[] {
  if (!double) return [];
  const second = { ...taken, channel: 'phone', hotlineNumber: null, as: 'double', summary: '来电催问，商户未回复。' } as const;
  return [['5h', 'complaint_desk', 'record', second], ['30m', 'complaint_desk', 'merge', '同一凭证、同一商品。']];
}

/** Of ten consumers six are reached, two are not, and two wait for their call. */
function calledBack({ mood }: Course, chance: Chance): readonly Line[] {
  const luck = chance.below(10);
  if (!mood || luck > 7) return [];
  const satisfaction = chance.pick(scores[mood]);
  const called = luck > 5 ? { result: 'not_reached' as const, satisfaction: null, note: null }
    : { result: satisfaction > 2 ? 'content' as const : 'not_content' as const, satisfaction, note: satisfaction > 2 ? null : '认为处理过慢。' };
  return [['1d', 'complaint_desk', 'callBack', called]];
}

function takenIn(year: HalfYear, { n, course, shop, chance }: Case, channel: Channel, begin: number): Taken {
  const fault = chance.pick(faults[shop.trade].filter(({ gives }) => !course.about || gives === course.about));
  const returnedOn = year.dayOf(begin);
  const [low, high] = fault.price;
  // One in eight has been here before.
  const who = chance.below(8) === 0 ? Math.floor(n / 2) : n;
  const known: Taken = {
    channel, summary: fault.says, consumer: consumer(year.chanceOf(`consumer ${who}`), who), category: fault.category, defect: fault.defect,
    yuan: low + chance.below((high - low) / 10) * 10, returnedOn, soldOn: addDays(returnedOn, -chance.below(fault.within)),
    demand: demands[fault.gives], voucher: `${shop.code}-C${String(n).padStart(4, '0')}`, hasVoucher: true, shopPresent: !course.absent,
    hotlineNumber: channel === 'hotline_12315' ? `12315-${returnedOn.replaceAll('-', '')}-${n}` : null,
  };
  return course.vague ? { ...known, yuan: null, soldOn: null, demand: null, voucher: null, hasVoucher: null, shopPresent: null } : known;
}
