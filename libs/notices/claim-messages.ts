import type { Database, NetworkTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { claimMessageDeliveries, markMessageDelivery, type ClaimedMessage } from './message-delivery.sql.js';
import { messageText } from './message-text.js';
import { addressOf, type Address } from './recipients.js';
import type { Channel } from './templates.js';

/** What is to be sent now: to whom it goes is known only here and only for this long. */
export interface OutgoingMessage {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly channel: Channel;
  readonly to: string;
  readonly locale: 'zh' | 'en';
  readonly title: string;
  readonly text: string;
}

/** Longer than any channel may take. */
const leaseSeconds = 120;

/**
 * Claims what is due, in the words of each recipient's language and with an address that is looked up at this moment. Who
 * has none is given up. `at` is the clock's, which no sandbox moves. What `more` says: there may be others.
 */
export function claimMessages(
  database: Database, caller: Caller, at: Date, count = 20,
): Promise<{ outgoing: readonly OutgoingMessage[]; more: boolean }> {
  return database.write(caller, { action: 'message.claim' }, async (tx) => {
    const claimed = await tx.many(claimMessageDeliveries, { at, leaseSeconds, count });
    const outgoing: OutgoingMessage[] = [];
    for (const delivery of claimed) {
      tx.touch(delivery.id);
      const address = await addressOf(tx, delivery.recipientKind, delivery.recipientRef);
      const to = address && toOf(delivery.channel, address);
      if (to) outgoing.push(inWords(delivery, address, to));
      else await giveUp(tx, delivery);
    }
    return { outgoing, more: claimed.length === count };
  });
}

const toOf = (channel: Channel, { email, phone }: Address): string | null => (channel === 'email' ? email : phone);

function inWords({ id, attempts, channel, code, params }: ClaimedMessage, { locale }: Address, to: string): OutgoingMessage {
  return { deliveryId: id, attempt: attempts, channel, to, locale, ...messageText(code, params, locale) };
}

async function giveUp(tx: NetworkTx, { id, attempts }: ClaimedMessage): Promise<void> {
  await tx.run(markMessageDelivery, { id, attempt: attempts, state: 'given_up', nextAt: null, via: null, problem: 'no_address', sentAt: null });
}
