import { day, type Day } from './day.js';

const hourMs = 3_600_000;
const minuteMs = 60_000;

// Making a formatter reads the zone's rules, some thousand times the cost of using one.
const formatters = new Map<string, Intl.DateTimeFormat>();
const wallFormatters = new Map<string, Intl.DateTimeFormat>();

/** The day it is in the zone at that instant. */
export function dayOf(instant: Date, zone: string): Day {
  const { year, month, date } = wallDate(instant, zone);
  return day(`${year.padStart(4, '0')}-${month}-${date}`);
}

/** The instant at which the day begins in the zone: midnight, or the first moment after it where clocks skip it. */
export function startOf(on: Day, zone: string): Date {
  const utcMidnight = Date.parse(on);
  // No zone is 16 hours from UTC, so the day begins in this window; halving it needs no table of offsets.
  let before = utcMidnight - 16 * hourMs;
  let notBefore = utcMidnight + 16 * hourMs;
  while (notBefore - before > 1) {
    const middle = Math.floor((before + notBefore) / 2);
    const { year, month, date } = wallDate(new Date(middle), zone);
    if (Date.UTC(Number(year), Number(month) - 1, Number(date)) < utcMidnight) before = middle;
    else notBefore = middle;
  }
  return new Date(notBefore);
}

/**
 * The instant at which clocks in the zone show that minute of the day, 0 to 1440; where they skip it or show it twice, one
 * within the hour.
 */
export function timeOf(on: Day, minute: number, zone: string): Date {
  const wall = Date.parse(on) + minute * minuteMs;
  // The zone's offset at a first guess may be that of before a change.
  const guess = wall - offsetMs(wall, zone);
  return new Date(wall - offsetMs(guess, zone));
}

// By the clock on the wall: what it shows, read as UTC, less the instant.
function offsetMs(instantMs: number, zone: string): number {
  const parts = wallFormatter(zone).formatToParts(new Date(instantMs));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - Math.floor(instantMs / minuteMs) * minuteMs;
}

function wallDate(instant: Date, zone: string): { year: string; month: string; date: string } {
  const parts = formatter(zone).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { year: part('year'), month: part('month'), date: part('day') };
}

function formatter(zone: string): Intl.DateTimeFormat {
  let known = formatters.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit',
    });
    formatters.set(zone, known);
  }
  return known;
}

function wallFormatter(zone: string): Intl.DateTimeFormat {
  let known = wallFormatters.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    });
    wallFormatters.set(zone, known);
  }
  return known;
}
