import { readComplaints } from '@app/complaints';
import { listClocksOfSubjects } from '@app/clocks';
import type { NetworkTx, OutboxEvent } from '@app/database';
import { sendMessage, type Recipient } from '@app/notices';

/** The roles that a missed deadline is brought before; the shop's own people come first. Source: CX-12. */
const roleOfStep: Readonly<Record<string, string>> = {
  desk: 'complaint_desk', floor: 'floor', supervision: 'supervision', management: 'after_sales_manager', sales: 'sales_floor', support: 'after_sales_manager',
  logistics: 'after_sales_manager', maker: 'complaint_desk', consumer: 'complaint_desk',
};

/** Tells those before whom a missed deadline is brought: the shop, the floor, supervision, management. */
export async function tellOfEscalation(tx: NetworkTx, event: OutboxEvent): Promise<void> {
  await tellOfClock(tx, event, 'clock_escalated', String(event.payload.step));
}

/** Tells those whose clock it is that it will soon run out. */
export async function tellOfWarning(tx: NetworkTx, event: OutboxEvent): Promise<void> {
  await tellOfClock(tx, event, 'clock_warned', String(event.payload.party));
}

async function tellOfClock(tx: NetworkTx, { aggregateId, payload }: OutboxEvent, code: 'clock_warned' | 'clock_escalated', step: string): Promise<void> {
  const complaint = await tx.maybe(readComplaints, { complaintIds: [aggregateId] });
  // A clock of something else than a complaint has rooms of its own that tell.
  if (!complaint) return;
  const clocks = await tx.many(listClocksOfSubjects, { subjectType: 'complaint', subjectIds: [aggregateId] });
  const rule = clocks.find(({ id }) => id === payload.clockId)?.rule ?? String(payload.code);
  const to: Recipient = step === 'shop' ? { kind: 'member', ref: complaint.memberId } : { kind: 'role', ref: roleOfStep[step] ?? 'complaint_desk' };
  await sendMessage(tx, { to, code, aboutId: aggregateId, params: { rule, dueAt: String(payload.dueAt) } });
}

/** Tells management of a serious accident at once. Source: FR-9. */
export async function tellOfAccident(tx: NetworkTx, { aggregateId }: OutboxEvent): Promise<void> {
  const { number } = await tx.one(readComplaints, { complaintIds: [aggregateId] });
  await sendMessage(tx, { to: { kind: 'role', ref: 'after_sales_manager' }, code: 'accident_reported', aboutId: aggregateId, params: { number } });
}

/** Tells the shop of a complaint about its goods. */
export async function tellShop(tx: NetworkTx, { aggregateId }: OutboxEvent): Promise<void> {
  const { number, memberId } = await tx.one(readComplaints, { complaintIds: [aggregateId] });
  await sendMessage(tx, { to: { kind: 'member', ref: memberId }, code: 'complaint_against_you', aboutId: aggregateId, params: { number } });
}
