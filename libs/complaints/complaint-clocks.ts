import { endClocks, listClocksOfSubjects, restartClocks, restateClocks, startClocks, stopClocks, type Clock, type ClockSubject } from '@app/clocks';
import type { NetworkTx } from '@app/database';
import { packInForce } from '@app/policies';
import { channelsCode, channelsKind, regimeKind } from './clock-packs.js';
import { clocksFor } from './clocks-for.js';
import type { ClockEventName, ClockRegime, ComplaintSubject } from './clock-regime.js';
import { lockComplaint, setNextDue, type Complaint } from './complaint.sql.js';
import { neverDueMs } from './policy.js';
import { refuse } from './refusals.js';

const subjectOf = ({ id }: Pick<Complaint, 'id'>) => ({ subjectType: 'complaint', subjectId: id });

/** What a complaint asks for, as its clocks see it: as long as nobody has said, a remedy. */
export function aboutOf({ demand, priority, accidentOn }: Pick<Complaint, 'demand' | 'priority' | 'accidentOn'>): ComplaintSubject {
  if (accidentOn !== null) return 'emergency';
  if (priority === 'consult') return 'enquiry';
  return demand === 'other' ? 'quality_complaint' : 'remedy_request';
}

/** The regimes of a complaint's channel, as they were in force on the day of its intake. */
export async function regimesOf(tx: NetworkTx, { channel, receivedOn: on }: Pick<Complaint, 'channel' | 'receivedOn'>): Promise<ClockRegime[]> {
  const table = await packInForce(tx, { kind: channelsKind, code: channelsCode(), on });
  const codes = table?.rules.channels.filter((row) => row.channel === channel).map(({ regime }) => regime) ?? [];
  const regimes: ClockRegime[] = [];
  for (const code of codes) {
    const pack = await packInForce(tx, { kind: regimeKind, code, on });
    if (pack) regimes.push({ id: pack.code, version: String(pack.version), zh: pack.zh, en: pack.en, ...pack.rules });
  }
  return regimes;
}

/**
 * Has a complaint's clocks hear that something happened: those that it stops stop, and those that it starts start, anew where
 * they had run before. The complaint, which is locked, is due when the next of them is.
 */
export async function clocksHear(tx: NetworkTx, complaint: Complaint, event: ClockEventName): Promise<void> {
  const stopped = await stopClocks(tx, { ...subjectOf(complaint), event });
  const begun = await start(tx, complaint, event, true);
  if (stopped.length > 0 || begun) await keepNextDue(tx, complaint.id);
}

/** Starts the clocks of the request that do not run yet, from when it was made; `anew`, from now, those too that have stopped. */
export async function clocksRequested(tx: NetworkTx, complaint: Complaint, anew = false): Promise<void> {
  if (await start(tx, complaint, 'requested', anew)) await keepNextDue(tx, complaint.id);
}

async function start(tx: NetworkTx, complaint: Complaint, on: ClockEventName, anew: boolean): Promise<boolean> {
  const known = await clocksOf(tx, complaint);
  const startedAt = on === 'requested' && !anew ? complaint.receivedAt : null;
  let begun = false;
  for (const regime of await regimesOf(tx, complaint)) {
    const specs = clocksFor(regime, { channel: complaint.channel, about: aboutOf(complaint), priority: priorityIn(regime, complaint), on });
    const fresh = specs.filter(({ code }) => !known.some((clock) => clock.code === code));
    const again = anew ? known.filter(({ code, state }) => state === 'stopped' && specs.some((spec) => spec.code === code)).map(({ code }) => code) : [];
    const of = { ...subjectOf(complaint), memberId: complaint.memberId, pack: regime.id, packVersion: regime.version };
    if (fresh.length > 0) await startClocks(tx, { ...of, specs: fresh, startedAt });
    if (again.length > 0) await restartClocks(tx, { ...subjectOf(complaint), codes: again, reason: on });
    begun ||= fresh.length > 0 || again.length > 0;
  }
  return begun;
}

/** Has the open clocks count by another priority, from their own start and with the pauses they have had. */
export async function clocksRestated(tx: NetworkTx, complaint: Complaint, reason: string): Promise<void> {
  for (const regime of await regimesOf(tx, complaint)) {
    const specs = clocksFor(regime, { channel: complaint.channel, about: aboutOf(complaint), priority: priorityIn(regime, complaint) });
    await restateClocks(tx, { ...subjectOf(complaint), pack: regime.id, packVersion: regime.version, specs, reason });
  }
  await start(tx, complaint, 'requested', false);
  await keepNextDue(tx, complaint.id);
}

/** Stops every clock that still runs: the complaint has come to its end, and is due no more. */
export async function clocksOver(tx: NetworkTx, complaint: Complaint, reason: string): Promise<void> {
  if (reason !== 'withdrawn') await stopClocks(tx, { ...subjectOf(complaint), event: 'settled' });
  await endClocks(tx, { ...subjectOf(complaint), reason });
}

/** When the next of its clocks is due, kept on the complaint so that lists go by an index. */
export async function keepNextDue(tx: NetworkTx, complaintId: string): Promise<void> {
  const due = (await clocksOf(tx, { id: complaintId })).filter(({ state, dueAt }) => state === 'running' && dueAt !== null).map(({ dueAt }) => BigInt(dueAt!.getTime()));
  await tx.run(setNextDue, { complaintId, nextDueMs: due.reduce((least, one) => (one < least ? one : least), neverDueMs) });
}

const clocksOf = (tx: NetworkTx, { id }: Pick<Complaint, 'id'>): Promise<Clock[]> => tx.many(listClocksOfSubjects, { subjectType: 'complaint', subjectIds: [id] });

/** The priority that a complaint of this channel has: the one given, which some regime must know, else the usual one. */
export async function priorityAt(tx: NetworkTx, of: Pick<Complaint, 'channel' | 'receivedOn'>, given: string | null): Promise<string> {
  const telling = (await regimesOf(tx, of)).filter(({ priorities }) => priorities.length > 0);
  if (given !== null && telling.length > 0 && !telling.some(({ priorities }) => priorities.includes(given))) {
    throw refuse('PRIORITY_UNKNOWN', { priorities: telling.flatMap(({ priorities }) => priorities).join(', ') }, 'priority');
  }
  return given ?? telling[0]?.usualPriority ?? 'general';
}

/** A priority of another regime says nothing in this one. */
const priorityIn = ({ priorities }: ClockRegime, { priority }: Pick<Complaint, 'priority'>): string | null => (priorities.includes(priority) ? priority : null);

/** What the clocks' room does for complaints. */
export const complaintClocks: ClockSubject = {
  type: 'complaint',
  lock: async (tx, complaintId) => { await tx.maybe(lockComplaint, { complaintId }); },
  moved: keepNextDue,
};
