import type { NetworkTx, OutboxEvent } from '@app/database';
import { readCall } from '@app/funds';
import { logMessage, type MessageCode } from '@app/notices';
import { proposeDue } from '@app/sanctions';

/** What one consumer does about an event, in the transaction in which the event counts as consumed. */
export interface Reaction {
  /** Stands in the database: what a consumer has consumed is known by this name, so it never changes. */
  readonly consumer: string;
  readonly handle: (tx: NetworkTx, event: OutboxEvent) => Promise<void>;
}

/** By the event's type; a consumer reacts at most once to a type. */
export type Reactions = Readonly<Record<string, readonly Reaction[]>>;

const reactionsTo = (reactions: Reactions, type: string): readonly Reaction[] => (Object.hasOwn(reactions, type) ? reactions[type]! : []);

export function consumersOf(reactions: Reactions, type: string): string[] {
  return reactionsTo(reactions, type).map(({ consumer }) => consumer);
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

const message = (handle: Reaction['handle']): readonly Reaction[] => [{ consumer: 'message_log', handle }];

/** Events → what is done about them; here rooms of one floor meet. */
export const reactions: Reactions = {
  'fund.called': message((tx, event) => tellOfCall(tx, event, 'fund_called')),
  'fund.call_reminded': message((tx, event) =>
    tellOfCall(tx, event, event.payload.kind === 'overdue' ? 'call_overdue' : 'call_coming_due')),
  'complaint.recorded': [{ consumer: 'sanctions', handle: async (tx, event) => { await proposeDue(tx, String(event.payload.memberId)); } }],
  'notice.issued': message((tx, event) =>
    logMessage(tx, { memberId: event.aggregateId, code: 'notice_issued', aboutId: String(event.payload.noticeId) })),
};

async function tellOfCall(tx: NetworkTx, event: OutboxEvent, code: MessageCode): Promise<void> {
  const { id: aboutId, memberId } = await tx.one(readCall, { callId: String(event.payload.callId) });
  await logMessage(tx, { memberId, code, aboutId });
}
