import { listClockEvents, listClocksOfSubjects } from '@app/clocks';
import { readComplaints, type Complaint } from '@app/complaints';
import type { NetworkTx, OutboxEvent } from '@app/database';
import { sendMessage, type MessageCode, type MessageParams, type Recipient } from '@app/notices';

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

/** Tells the shop of a complaint about its goods, and the consumer that it was received, as far as they are known. */
export async function tellOfIntake(tx: NetworkTx, { aggregateId }: OutboxEvent): Promise<void> {
  const complaint = await tx.one(readComplaints, { complaintIds: [aggregateId] });
  await sendMessage(tx, { to: { kind: 'member', ref: complaint.memberId }, code: 'complaint_against_you', aboutId: aggregateId, params: { number: complaint.number } });
  await tellConsumer(tx, complaint, 'complaint_received', {});
}

/** Tells the consumer that the complaint has come to its end; one who took it back knows. */
export async function tellConsumerOfEnd(tx: NetworkTx, { aggregateId }: OutboxEvent): Promise<void> {
  await tellConsumer(tx, await tx.one(readComplaints, { complaintIds: [aggregateId] }), 'complaint_closed', {});
}

/** Has in writing what the consumer was told of a later time, with its reason. Source: CX-8. */
export async function tellConsumerOfExtension(tx: NetworkTx, { aggregateId, payload }: OutboxEvent): Promise<void> {
  const complaint = await tx.maybe(readComplaints, { complaintIds: [aggregateId] });
  // A clock of something else than a complaint has rooms of its own that tell.
  if (!complaint) return;
  const events = await tx.many(listClockEvents, { clockIds: [String(payload.clockId)] });
  const told = events.findLast(({ what, dueAt }) => what === 'extended' && dueAt?.toISOString() === payload.dueAt);
  await tellConsumer(tx, complaint, 'complaint_extended', { reason: told?.reason ?? '', until: wallTime(String(payload.dueAt), tx.caller.zone) });
}

/** The instant as a clock on the wall shows it, to the minute: 2026-03-02 14:30. */
const wallTime = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));

async function tellConsumer<Code extends MessageCode>(tx: NetworkTx, { id, consumerId }: Complaint, code: Code, params: MessageParams<Code>): Promise<void> {
  if (consumerId !== null) await sendMessage(tx, { to: { kind: 'consumer', ref: consumerId }, code, aboutId: id, params });
}
