import { shownOnce, violated, type Database, type Done, type NetworkTx, type Once } from '@app/database';
import { markCase } from '@app/funds';
import { businessDay, dayOf, newId, refuseKernel, type Caller } from '@app/kernel';
import { readMembers } from '@app/members';
import { actorOf } from './actor.js';
import { checkFacts } from './check-facts.js';
import { clocksRequested, priorityAt } from './complaint-clocks.js';
import { insertComplaint, readComplaints, type Complaint, type Facts, type PossibleDuplicate } from './complaint.sql.js';
import { complaintNumber } from './complaint-number.js';
import { factsGiven, type GivenFacts } from './given-facts.js';
import type { IntakeKeys } from './intake-keys.js';
import { linkComplaint, type Links } from './link-complaint.js';
import { makeTicket, newTicketCode } from './make-ticket.js';
import { missingFacts, type AskedFact } from './missing-facts.js';
import { noteEvent } from './note-event.js';
import type { Channel } from './clock-regime.js';
import type { Priority } from './policy.js';
import { possibleDuplicates } from './possible-duplicates.js';
import { refuse } from './refusals.js';

export interface RecordComplaint extends GivenFacts, Links, Once {
  /** The shop that sold the goods. */
  readonly memberId: string;
  readonly channel?: Channel | null;
  readonly priority?: Priority | null;
  /** When the consumer made the request; now, where it is not given. */
  readonly receivedAt?: Date | null;
  readonly summary: string;
}

export interface Recorded {
  readonly complaint: Complaint;
  /** What the desk still has to ask for. */
  readonly missing: readonly AskedFact[];
  /** What may be the same matter; a person says whether it is. */
  readonly possibleDuplicates: readonly PossibleDuplicate[];
}

/**
 * Takes in a consumer's complaint over goods that a shop sold: the facts as far as they are stated; the shop's funds stay while
 * it is open. Where the consumer's phone is given, the answer shows the consumer's ticket code, once.
 */
export async function recordComplaint(
  database: Database, caller: Caller, input: RecordComplaint, keys: IntakeKeys,
): Promise<Done<Recorded & { ticketCode: string | null }>> {
  const code = newTicketCode();
  const done = await database.writeOnce(caller, 'complaint.record', input, async (tx, request) => {
    const facts = factsGiven(request);
    const intake = await takenIn(tx, request, facts);
    const inserted = await tx.one(insertComplaint, intake).catch(orHotlineNumberTaken);
    await linkComplaint(tx, keys, inserted, request);
    await clocksRequested(tx, inserted);
    const complaint = await tx.one(readComplaints, { complaintIds: [inserted.id] });
    await markCase(tx, { caseType: 'complaint', caseId: complaint.id, memberId: complaint.memberId });
    if (request.consumer?.phone) await makeTicket(tx, keys.secrets, code, complaint.id);
    await noteEvent(tx, complaint, 'recorded', { detail: complaint.channel });
    return recordedOf(tx, complaint);
  });
  return shownOnce(done, 'ticketCode', input.consumer?.phone ? code : null);
}

async function takenIn(tx: NetworkTx, request: Omit<RecordComplaint, keyof Once>, facts: Facts) {
  const { caller } = tx;
  const shop = await tx.maybe(readMembers, { memberIds: [request.memberId] });
  if (!shop) throw refuseKernel('NOT_FOUND', {}, 'memberId');
  if (shop.kind !== 'shop') throw refuse('NOT_A_SHOP', {}, 'memberId');
  const receivedAt = request.receivedAt ?? caller.now;
  if (receivedAt > caller.now) throw refuse('RECEIVED_IN_FUTURE', { rule: 'CX-13' }, 'receivedAt');
  const id = newId();
  const receivedOn = businessDay(caller, dayOf(receivedAt, caller.zone), 'receivedAt');
  checkFacts(facts, { receivedOn, today: caller.today });
  const channel = request.channel ?? 'counter';
  return {
    ...facts, id, priority: await priorityAt(tx, { channel, receivedOn }, request.priority ?? null), number: complaintNumber(id, receivedOn), memberId: request.memberId, channel, currency: caller.currency,
    summary: request.summary, receivedAt, receivedOn, recordedBy: actorOf(caller)!,
  };
}

/** The answer to whoever enters facts: the complaint, what is missing, and what may be the same. */
export async function recordedOf(tx: NetworkTx, complaint: Complaint): Promise<Recorded> {
  return { complaint, missing: missingFacts(complaint), possibleDuplicates: await possibleDuplicates(tx, complaint) };
}

/** Of two that bring the same number at once, the second waits for the first and is told. */
export function orHotlineNumberTaken(error: unknown): never {
  throw violated(error) === 'hotline_number_once' ? refuse('HOTLINE_NUMBER_TAKEN', {}, 'hotlineNumber') : error;
}
