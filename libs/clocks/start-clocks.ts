import { violated, type NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { actorOf } from './change-clock.js';
import { clockPlan } from './clock-plan.js';
import type { ClockPack, ClockSpec } from './clock-spec.js';
import { insertClock, type Clock } from './clock.sql.js';
import { loadCalendars } from './load-calendars.js';
import { refuse } from './refusals.js';

export interface StartClocks extends ClockPack {
  /** By the word of its id's kind, such as complaint. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** The member whose matter it is, who sees the clocks; null where it concerns none. */
  readonly memberId: string | null;
  readonly specs: readonly ClockSpec[];
  /** When the consumer asked, which may be before it is recorded; now where absent. */
  readonly startedAt?: Date | null;
}

/**
 * Starts clocks on a subject from the moment of the request, each by the pack and the calendar of that moment. A deadline
 * beyond the published calendar is unknown until the year is published, and refuses nothing.
 */
export async function startClocks(tx: NetworkTx, { specs, startedAt: given, ...of }: StartClocks): Promise<Clock[]> {
  const { now, zone } = tx.caller;
  const startedAt = given ?? now;
  if (startedAt > now) throw refuse('START_IN_FUTURE', {}, 'startedAt');
  const calendars = await loadCalendars(tx);
  const started: Clock[] = [];
  for (const spec of specs) {
    const fresh = {
      ...of, ...told(spec), id: newId(), code: spec.code, party: spec.party, calendarEdition: calendars.edition, state: 'running' as const,
      startedAt, countsFrom: startedAt, pausedAt: null, extendedTo: null, extendedFrom: null, breachedAt: null, stoppedAt: null,
    };
    const plan = clockPlan(fresh, zone, calendars.pinned(calendars.edition), new Set());
    const clock = await tx.one(insertClock, {
      ...fresh, ...plan, what: 'started', at: startedAt, reason: null, evidence: null, byId: actorOf(tx.caller),
    }).catch((error: unknown) => {
      throw violated(error) === 'clock_once' ? refuse('CLOCK_EXISTS', { code: spec.code }) : error;
    });
    tx.touch(clock.id);
    started.push(clock);
  }
  return started;
}

/** Starts one clock, as startClocks does. */
export async function startClock(tx: NetworkTx, { spec, ...of }: Omit<StartClocks, 'specs'> & { readonly spec: ClockSpec }): Promise<Clock> {
  return (await startClocks(tx, { ...of, specs: [spec] }))[0]!;
}

/** What a clock keeps of its spec. */
export function told({ rule, unit, amount, warnMinutes, escalation, stopEvent, pauseReasons }: ClockSpec) {
  return {
    rule, unit, amount, warnMinutes, stopEvent, pauseReasons,
    escalateTo: escalation.map(({ to }) => to), escalateMinutes: escalation.map(({ afterMinutes }) => afterMinutes),
  };
}
