import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { insertSms, markMessageDelivery } from './message-delivery.sql.js';
import { messageDelays, nextTry } from './retry-schedule.js';

export interface MessageAttempt {
  readonly deliveryId: string;
  readonly attempt: number;
  /** What carried it; null where it was not sent. */
  readonly via: string | null;
  /** In a word why it was not; and whether there is no use in trying again. */
  readonly problem: string | null;
  readonly forGood: boolean;
  readonly at: Date;
}

/** Records what came of an attempt to send: sent, to be tried again, or given up. */
export function recordMessageSent(database: Database, caller: Caller, attempt: MessageAttempt): Promise<void> {
  const { deliveryId, via, problem, forGood, at } = attempt;
  return database.write(caller, { action: 'message.sent' }, async (tx) => {
    const nextAt = via !== null || forGood ? null : nextTry(messageDelays, attempt.attempt, at);
    const state = via !== null ? 'sent' : nextAt ? 'failed' : 'given_up';
    await tx.run(markMessageDelivery, { id: deliveryId, attempt: attempt.attempt, state, nextAt, via, problem, sentAt: via === null ? null : at });
    tx.touch(deliveryId);
  });
}

/** Puts a short message on the log that stands in for a provider, once a delivery. */
export function logSms(database: Database, caller: Caller, sms: { deliveryId: string; locale: 'zh' | 'en'; text: string }): Promise<void> {
  return database.write(caller, { action: 'message.log_sms' }, async (tx) => {
    await tx.run(insertSms, sms);
    tx.touch(sms.deliveryId);
  });
}
