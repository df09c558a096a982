import type { Clock } from './clock.sql.js';
import { deadline, type Deadline } from './deadline.js';
import type { Calendars } from './year-calendar.js';

/** When a clock is due, and what it fires until then and after. */
export type ClockPlan = Pick<Clock, 'dueAt' | 'missingYear' | 'warnAt' | 'breachedAt' | 'fireAt' | 'fireAs' | 'nextFireAt'>;

export type Planned = Pick<Clock,
  'unit' | 'amount' | 'warnMinutes' | 'escalateTo' | 'escalateMinutes' | 'state' | 'startedAt' | 'countsFrom' | 'extendedTo' | 'extendedFrom' | 'breachedAt' | 'stoppedAt'>;

const minuteMs = 60_000;

/**
 * Plans a clock anew from its start: the deadline, with every pause counted in, and of the warning, the breach and the
 * steps those that have not fired in this cycle, soonest first. Only a running clock fires; of one that was stopped before
 * its deadline was known, it is now known whether that was in time.
 */
export function clockPlan(clock: Planned, zone: string, calendars: Calendars, fired: ReadonlySet<string>): ClockPlan {
  const { at: dueAt, missingYear } = dueOf(clock, zone, calendars);
  const { breachedAt, stoppedAt } = clock;
  if (!dueAt) return { dueAt, missingYear, warnAt: null, breachedAt, fireAt: [], fireAs: [], nextFireAt: null };
  const warned = new Date(Math.max(dueAt.getTime() - clock.warnMinutes * minuteMs, clock.startedAt.getTime()));
  const warnAt = clock.warnMinutes > 0 ? warned : null;
  const left = clock.state === 'running' ? stages(clock, dueAt, warnAt).filter(({ as }) => !fired.has(as)) : [];
  return {
    dueAt, missingYear, warnAt, breachedAt: breachedAt ?? (stoppedAt && stoppedAt > dueAt ? dueAt : null),
    fireAt: left.map(({ at }) => at), fireAs: left.map(({ as }) => as), nextFireAt: left[0]?.at ?? null,
  };
}

/** When it is due by what the customer was told, moved on by later pauses, or else by its pack. */
function dueOf(clock: Planned, zone: string, calendars: Calendars): Deadline {
  const { extendedTo, extendedFrom, countsFrom } = clock;
  if (!extendedTo || !extendedFrom) return deadline(clock, countsFrom, zone, calendars);
  return { at: new Date(extendedTo.getTime() + countsFrom.getTime() - extendedFrom.getTime()), missingYear: null };
}

function stages({ escalateTo, escalateMinutes }: Planned, dueAt: Date, warnAt: Date | null): { at: Date; as: string }[] {
  return [
    ...(warnAt ? [{ at: warnAt, as: 'warned' }] : []),
    { at: dueAt, as: 'breached' },
    ...escalateTo.map((as, i) => ({ at: new Date(dueAt.getTime() + escalateMinutes[i]! * minuteMs), as })),
  ];
}
