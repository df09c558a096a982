import type { NetworkTx, OutboxEvent, Statement, WorklistTx } from '@app/database';
import { readCall } from '@app/funds';
import { formatAmount, money } from '@app/kernel';
import { fanOut, logMessage, networksWithWebhooks, readNotice, webhookEvents } from '@app/notices';
import { proposeDue } from '@app/sanctions';
import { tellConsumerOfEnd, tellConsumerOfExtension, tellOfAccident, tellOfEscalation, tellOfIntake, tellOfWarning } from './complaint-messages.js';

/** What one consumer does about an event, in the transaction in which the event counts as consumed. */
export interface Reaction {
  /** Stands in the database: what a consumer has consumed is known by this name, so it never changes. */
  readonly consumer: string;
  readonly handle: (tx: NetworkTx, event: OutboxEvent) => Promise<void>;
  /** Lists in which of some networks it has anything to do, as the worker's role; absent: in all of them. */
  readonly within?: Statement<{ networkIds: string[] }, { networkId: string }>;
}

/** By the event's type; a consumer reacts at most once to a type. */
export type Reactions = Readonly<Record<string, readonly Reaction[]>>;

const reactionsTo = (reactions: Reactions, type: string): readonly Reaction[] => (Object.hasOwn(reactions, type) ? reactions[type]! : []);

export function consumersOf(reactions: Reactions, type: string): string[] {
  return reactionsTo(reactions, type).map(({ consumer }) => consumer);
}

/** Tells which consumers have anything to do in which network; asked once for all of these events. */
export async function listeners(
  tx: WorklistTx, reactions: Reactions, events: readonly { readonly type: string; readonly networkId: string }[],
): Promise<(consumer: string, networkId: string) => boolean> {
  const networkIds = [...new Set(events.map(({ networkId }) => networkId))];
  const bounded = new Map<string, Set<string>>();
  for (const { consumer, within } of events.flatMap(({ type }) => reactionsTo(reactions, type))) {
    if (!within || bounded.has(consumer)) continue;
    bounded.set(consumer, new Set((await tx.many(within, { networkIds })).map(({ networkId }) => networkId)));
  }
  return (consumer, networkId) => bounded.get(consumer)?.has(networkId) ?? true;
}

/**
 * The reaction of a consumer; that there is none is a fault: the job comes from another version of the worker, and waits
 * for one that knows it.
 */
export function reactionOf(reactions: Reactions, consumer: string, type: string): Reaction {
  const found = reactionsTo(reactions, type).find((reaction) => reaction.consumer === consumer);
  if (!found) throw new Error(`No reaction of ${consumer} to ${type} is known here.`);
  return found;
}

const message = (handle: Reaction['handle']): Reaction => ({ consumer: 'message_log', handle });
const webhooks: Reaction = { consumer: 'webhooks', handle: fanOut, within: networksWithWebhooks };

/** Whom each event is told to, by messages. */
const messages: Readonly<Record<string, Reaction>> = {
  'fund.called': message((tx, event) => tellOfCall(tx, event, 'fund_called')),
  'fund.call_reminded': message((tx, event) =>
    tellOfCall(tx, event, event.payload.kind === 'overdue' ? 'call_overdue' : 'call_coming_due')),
  'complaint.recorded': message(tellOfIntake),
  'complaint.closed': message(tellConsumerOfEnd),
  'complaint.settled': message(tellConsumerOfEnd),
  'complaint.unfounded': message(tellConsumerOfEnd),
  'clock.extended': message(tellConsumerOfExtension),
  'complaint.accident_reported': message(tellOfAccident),
  'clock.warned': message(tellOfWarning),
  'clock.escalated': message(tellOfEscalation),
  'notice.issued': message(async (tx, event) => {
    const { id, number } = await tx.one(readNotice, { noticeId: String(event.payload.noticeId) });
    await logMessage(tx, { memberId: event.aggregateId, code: 'notice_issued', aboutId: id, params: { number: number.toString() } });
  }),
};

/** Proposes what the rules now give against the member; nobody need have looked. Source: SN-8. */
const sanctions = (memberOf: (event: OutboxEvent) => unknown): Reaction =>
  ({ consumer: 'sanctions', handle: async (tx, event) => void await proposeDue(tx, String(memberOf(event))) });
const ofComplaint = sanctions(({ payload }) => payload.memberId);

/** After what more may count against a member than before. */
const proposals: Readonly<Record<string, Reaction>> = {
  'complaint.recorded': ofComplaint,
  'complaint.facts_supplied': ofComplaint,
  'complaint.reopened': ofComplaint,
  'complaint.contested': ofComplaint,
  'sanction.confirmed': sanctions(({ aggregateId }) => aggregateId),
};

const everyEvent = Object.fromEntries(Object.keys(webhookEvents).map((type) => [type, webhooks]));
const tables = [messages, proposals, everyEvent];

/** Events → what is done about them; here rooms of one floor meet. */
export const reactions: Reactions = Object.fromEntries(tables.flatMap(Object.keys).map((type) => [
  type, tables.flatMap((table) => (Object.hasOwn(table, type) ? [table[type]!] : [])),
]));

async function tellOfCall(tx: NetworkTx, event: OutboxEvent, code: 'fund_called' | 'call_coming_due' | 'call_overdue'): Promise<void> {
  const { id: aboutId, memberId, amountMinor, metMinor, currency, dueOn } = await tx.one(readCall, { callId: String(event.payload.callId) });
  // What is still lacking: a call that was met in the meantime is told of as it was.
  const amount = formatAmount(money(amountMinor > metMinor ? amountMinor - metMinor : amountMinor, currency));
  await logMessage(tx, { memberId, code, aboutId, params: { amount: `${amount} ${currency}`, dueOn } });
}
