import type { Tx } from '@app/database';
import type { Complaint } from './complaint.sql.js';
import { listComplaints, listInState, listOfMember, listOfMemberInState } from './complaint-list.sql.js';
import { neverDueMs } from './policy.js';

export interface AskedComplaints {
  readonly memberId: string | null;
  readonly state: string | null;
  readonly dueBefore: Date | null;
}

export interface PlaceInList {
  readonly nextDueMs: bigint;
  readonly id: string;
}

/** A page of complaints, what is due next first; each way of asking has a statement of its own, planned for its index. */
export function complaintsDue(tx: Tx, { memberId, state, dueBefore }: AskedComplaints, after: PlaceInList | null, count: number): Promise<Complaint[]> {
  const page = {
    throughMs: dueBefore ? BigInt(dueBefore.getTime()) - 1n : neverDueMs, afterMs: after?.nextDueMs ?? 0n,
    after: after?.id ?? '00000000-0000-0000-0000-000000000000', count,
  };
  if (memberId && state) return tx.many(listOfMemberInState, { ...page, memberId, state });
  if (memberId) return tx.many(listOfMember, { ...page, memberId });
  return state ? tx.many(listInState, { ...page, state }) : tx.many(listComplaints, page);
}

/** When the next clock of a complaint is due, or null. */
export function dueAt(nextDueMs: bigint): Date | null {
  return nextDueMs >= neverDueMs ? null : new Date(Number(nextDueMs));
}
