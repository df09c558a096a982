import { statement } from '@app/database';
import type { EscalationStep, Party, PauseReason, Unit } from './clock-spec.js';

/** A clock as it stands: how it was told to count, where it is, and what is still to fire. */
export interface Clock {
  readonly id: string;
  /** What it is about, by the word of its id's kind, such as complaint. */
  readonly subjectType: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly code: string;
  readonly party: Party;
  readonly pack: string;
  readonly packVersion: string;
  readonly rule: string;
  readonly stopEvent: string;
  readonly unit: Unit;
  readonly amount: number;
  readonly warnMinutes: number;
  readonly escalateTo: readonly EscalationStep[];
  readonly escalateMinutes: readonly number[];
  readonly pauseReasons: readonly PauseReason[];
  readonly calendarEdition: number;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly cycle: number;
  readonly startedAt: Date;
  /** The start, later by every pause. */
  readonly countsFrom: Date;
  readonly pausedAt: Date | null;
  readonly extendedTo: Date | null;
  readonly extendedFrom: Date | null;
  readonly dueAt: Date | null;
  readonly missingYear: number | null;
  readonly warnAt: Date | null;
  readonly breachedAt: Date | null;
  readonly stoppedAt: Date | null;
  readonly fireAt: readonly Date[];
  readonly fireAs: readonly string[];
  readonly nextFireAt: Date | null;
  readonly lastEvent: number;
}

/** What a change says of itself. */
export interface Noted {
  readonly what: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly byId: string | null;
}

/** Two inserts: the clock and its first event. A second clock of that code on the subject breaks clock_once. */
export const insertClock = statement<Omit<Clock, 'state' | 'cycle' | 'lastEvent'> & Noted, Clock>('clocks.insert', `
  WITH started AS (
    INSERT INTO clock (network_id, id, subject_type, subject_id, member_id, code, party, pack, pack_version, rule, stop_event, unit, amount,
      warn_minutes, escalate_to, escalate_minutes, pause_reasons, calendar_edition, state, started_at, counts_from, paused_at, extended_to,
      extended_from, due_at, missing_year, warn_at, breached_at, stopped_at, fire_at, fire_as, next_fire_at, last_event)
    VALUES ($network, $id, $subjectType, $subjectId, $memberId, $code, $party, $pack, $packVersion, $rule, $stopEvent, $unit, $amount,
      $warnMinutes, $escalateTo, $escalateMinutes, $pauseReasons, $calendarEdition, 'running', $startedAt, $countsFrom, $pausedAt, $extendedTo,
      $extendedFrom, $dueAt, $missingYear, $warnAt, $breachedAt, $stoppedAt, $fireAt, $fireAs, $nextFireAt, 1)
    RETURNING *
  ), noted AS (
    INSERT INTO clock_event (network_id, clock_id, n, member_id, cycle, what, at, due_at, reason, evidence, by_id)
    SELECT $network, id, last_event, member_id, cycle, $what, $at::timestamptz, due_at, $reason, $evidence, $byId::uuid FROM started
  )
  SELECT * FROM started
`);

/** Locks one clock, by primary key. */
export const lockClock = statement<{ clockId: string }, Clock>('clocks.lock', `
  SELECT * FROM clock WHERE network_id = $network AND id = $clockId FOR UPDATE
`);

/** Locks a subject's clocks in id order. Leans on clock_once. */
export const lockClocksOf = statement<{ subjectType: string; subjectId: string }, Clock>('clocks.lock-of-subject', `
  SELECT * FROM clock WHERE network_id = $network AND subject_type = $subjectType AND subject_id = $subjectId ORDER BY id FOR UPDATE
`);

/** The row that lockClock or lockClocksOf holds, and the event of its change. */
export const recordChange = statement<Omit<Clock, 'subjectType' | 'subjectId' | 'memberId' | 'code' | 'party' | 'lastEvent'> & Noted, Clock>('clocks.record-change', `
  WITH changed AS (
    UPDATE clock SET pack = $pack, pack_version = $packVersion, rule = $rule, stop_event = $stopEvent, unit = $unit, amount = $amount,
      warn_minutes = $warnMinutes, escalate_to = $escalateTo, escalate_minutes = $escalateMinutes, pause_reasons = $pauseReasons,
      calendar_edition = $calendarEdition, state = $state, cycle = $cycle, started_at = $startedAt, counts_from = $countsFrom,
      paused_at = $pausedAt, extended_to = $extendedTo, extended_from = $extendedFrom, due_at = $dueAt, missing_year = $missingYear,
      warn_at = $warnAt, breached_at = $breachedAt, stopped_at = $stoppedAt, fire_at = $fireAt, fire_as = $fireAs,
      next_fire_at = $nextFireAt, last_event = last_event + 1
    WHERE network_id = $network AND id = $id RETURNING *
  ), noted AS (
    INSERT INTO clock_event (network_id, clock_id, n, member_id, cycle, what, at, due_at, reason, evidence, by_id)
    SELECT $network, id, last_event, member_id, cycle, $what, $at::timestamptz, due_at, $reason, $evidence, $byId::uuid FROM changed
  )
  SELECT * FROM changed
`);

/** The rows that lockClocksOf holds: stopped all at once, with their events; nothing of them fires any more. */
export const stopLocked = statement<{ clockIds: string[]; at: Date; reason: string; byId: string | null }, Clock>('clocks.stop-locked', `
  WITH stopped AS (
    UPDATE clock SET state = 'stopped', stopped_at = $at, next_fire_at = NULL, fire_at = '{}', fire_as = '{}', last_event = last_event + 1
    WHERE network_id = $network AND id = ANY($clockIds::uuid[]) RETURNING *
  ), noted AS (
    INSERT INTO clock_event (network_id, clock_id, n, member_id, cycle, what, at, due_at, reason, by_id)
    SELECT $network, id, last_event, member_id, cycle, 'stopped', $at::timestamptz, due_at, $reason, $byId::uuid FROM stopped
  )
  SELECT * FROM stopped ORDER BY id
`);

/** What has fired of a clock in its present cycle, by the words of its plan. By the primary key; locks nothing. */
export const firedOf = statement<{ clockId: string; cycle: number }, { stage: string }>('clocks.fired-of', `
  SELECT CASE what WHEN 'escalated' THEN step ELSE what END AS stage FROM clock_event
  WHERE network_id = $network AND clock_id = $clockId AND cycle = $cycle AND what IN ('warned', 'breached', 'escalated')
`);
