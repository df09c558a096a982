import { escalationSteps, parties, pauseReasons, units, type ClockSpec } from '@app/clocks';
import { refuseKernel } from '@app/kernel';

/** How a complaint came in. */
export const channels = ['counter', 'phone', 'online', 'hotline_12315', 'api'] as const;
export type Channel = (typeof channels)[number];

/** What a complaint asks for, as far as clocks differ by it. */
export const subjects = ['remedy_request', 'quality_complaint', 'enquiry', 'emergency'] as const;
export type ComplaintSubject = (typeof subjects)[number];

/** What happens to a complaint that starts or stops a clock. */
export const clockEvents = [
  'requested', 'counter_acted', 'supervision_answered', 'handled', 'settled', 'answered', 'contacted', 'resolved_or_feedback_given', 'solution_offered',
  'receipt_confirmed', 'visited', 'repaired', 'handed_to_sales', 'handed_to_support', 'handed_to_logistics', 'passed_on', 'exchange_supported',
] as const;
export type ClockEventName = (typeof clockEvents)[number];

/** Where a row comes from: S read in a source, D our design, W our working value. */
const marks = ['S', 'D', 'W'] as const;

/** One clock of a regime, and for which complaints it starts, on which event. */
export interface ClockRegimeRow extends ClockSpec {
  readonly source: string;
  readonly mark: (typeof marks)[number];
  /** One of the regime's priorities; null: whatever the priority. */
  readonly priority: string | null;
  /** Null: whatever the channel. */
  readonly channels: readonly Channel[] | null;
  /** Null: whatever is asked for. */
  readonly about: readonly ComplaintSubject[] | null;
  readonly startsOn: ClockEventName;
  readonly stopEvent: ClockEventName;
}

/** The clocks of a network's channel, as the operator's agreement chooses them. */
export interface ClockRegime {
  readonly id: string;
  readonly version: string;
  readonly zh: string;
  readonly en: string;
  /** From the most to the least urgent; empty where the regime knows none. */
  readonly priorities: readonly string[];
  /** What a complaint has that was given none; null where the regime knows none. */
  readonly usualPriority: string | null;
  readonly rows: readonly ClockRegimeRow[];
}

/** Reads a regime that somebody wrote, or refuses it naming the row, the field and why. */
export function parseClockRegime(given: unknown): ClockRegime {
  const regime = record(given, 'regime');
  const { id, version, zh, en, usualPriority, priorities, rows } = regime;
  for (const [name, value] of Object.entries({ id, version, zh, en })) text(value, name);
  if (!Array.isArray(priorities)) throw wrong('priorities', 'is not a list');
  priorities.forEach((priority, i) => text(priority, `priorities[${i}]`));
  if (usualPriority === null ? priorities.length > 0 : !priorities.includes(usualPriority)) throw wrong('usualPriority', 'is none of the priorities');
  if (!Array.isArray(rows) || rows.length === 0) throw wrong('rows', 'is not a list of rows');
  rows.forEach((row, i) => checkRow(row, `rows[${i}]`, priorities as string[]));
  const read = rows as ClockRegimeRow[];
  const twice = read.findIndex((row, i) => read.slice(0, i).some((earlier) => startTogether(row, earlier)));
  if (twice >= 0) throw wrong(`rows[${twice}].code`, 'starts a clock that an earlier row starts too');
  return given as ClockRegime;
}

/** Whether one complaint could start both, where it may have but one clock of a code. */
function startTogether(a: ClockRegimeRow, b: ClockRegimeRow): boolean {
  return a.code === b.code && a.startsOn === b.startsOn && (a.priority === null || b.priority === null || a.priority === b.priority)
    && meet(a.channels, b.channels) && meet(a.about, b.about);
}

const meet = (a: readonly string[] | null, b: readonly string[] | null): boolean => a === null || b === null || a.some((one) => b.includes(one));

function checkRow(given: unknown, at: string, priorities: readonly string[]): void {
  const row = record(given, at);
  for (const name of ['code', 'rule', 'source']) text(row[name], `${at}.${name}`);
  among(row.mark, marks, `${at}.mark`);
  among(row.party, parties, `${at}.party`);
  among(row.unit, units, `${at}.unit`);
  among(row.startsOn, clockEvents, `${at}.startsOn`);
  among(row.stopEvent, clockEvents, `${at}.stopEvent`);
  if (row.priority !== null) among(row.priority, priorities, `${at}.priority`);
  if (row.channels !== null) each(row.channels, `${at}.channels`, (one, where) => among(one, channels, where));
  if (row.about !== null) each(row.about, `${at}.about`, (one, where) => among(one, subjects, where));
  each(row.pauseReasons, `${at}.pauseReasons`, (one, where) => among(one, pauseReasons, where));
  const counts = row.unit !== 'end_of_shift' && row.unit !== 'as_soon_as_possible';
  whole(row.amount, counts ? 1 : 0, counts ? 100_000 : 0, `${at}.amount`);
  whole(row.warnMinutes, 0, 1_000_000, `${at}.warnMinutes`);
  let before = { minutes: 0, turn: -1 };
  each(row.escalation, `${at}.escalation`, (one, where) => {
    const step = record(one, where);
    among(step.to, escalationSteps, `${where}.to`);
    whole(step.afterMinutes, before.minutes, 1_000_000, `${where}.afterMinutes`);
    const turn = (escalationSteps as readonly unknown[]).indexOf(step.to);
    if (turn <= before.turn) throw wrong(`${where}.to`, 'comes before the step above it');
    before = { minutes: step.afterMinutes as number, turn };
  });
}

const wrong = (field: string, why: string) => refuseKernel('INVALID_INPUT', { problem: `${field} ${why}` }, field);

function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, 'is not an object');
  return value as Record<string, unknown>;
}

function text(value: unknown, at: string): void {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200) throw wrong(at, 'is not a text of 1 to 200 characters');
}

function among(value: unknown, words: readonly string[], at: string): void {
  if (!words.includes(value as string)) throw wrong(at, `is none of ${words.join(', ') || 'none at all'}`);
}

function whole(value: unknown, least: number, most: number, at: string): void {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) throw wrong(at, `is not a whole number from ${least} to ${most}`);
}

function each(value: unknown, at: string, check: (one: unknown, where: string) => void): void {
  if (!Array.isArray(value)) throw wrong(at, 'is not a list');
  value.forEach((one, i) => check(one, `${at}[${i}]`));
}
