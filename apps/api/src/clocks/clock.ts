import { clockReading, type Clock, type ClockEvent } from '@app/clocks';
import type { Done } from '@app/database';
import { parseId, refuseKernel, showId, type Caller, type IdKind } from '@app/kernel';

/** A clock as it is shown, with what it reads at the caller's moment. */
export function shownClock<Row extends Clock>(clock: Row, { now }: Caller) {
  const { subjectType, subjectId, cycle, missingYear } = clock;
  return {
    ...clock, ...clockReading(clock, now), cycles: cycle,
    subjectId: showId(subjectType as IdKind, subjectId), missing: missingYear === null ? null : 'CALENDAR_MISSING',
  };
}
export type ShownClock = ReturnType<typeof shownClock<Clock>>;

/** What an act came to, with its clock as it is shown. */
export function withClock(done: Done<{ clock: Clock }>, caller: Caller): Done<{ clock: ShownClock }> {
  return { ...done, result: { clock: shownClock(done.result.clock, caller) } };
}

export function shownEvent(event: ClockEvent) {
  return { ...event, step: event.step || null };
}

/** The subject that a shown id of any kind names; clocks know subjects by the kind's word. */
export function subjectOf(shown: string): { subjectType: string; subjectId: string } {
  const parsed = parseId(shown);
  if (!parsed) throw refuseKernel('NOT_FOUND', {}, 'subjectId');
  return { subjectType: parsed.kind, subjectId: parsed.id };
}
