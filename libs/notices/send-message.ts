import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertDeliveries } from './message-delivery.sql.js';
import { insertMessage } from './message.sql.js';
import { readersOf } from './recipients.js';
import { templates, type MessageCode, type MessageParams } from './templates.js';

/** Whom a message is for: `member` and its id, `person`, `role`, or a kind that another room has registered. */
export interface Recipient {
  readonly kind: string;
  readonly ref: string;
}

export interface NewMessage<Code extends MessageCode> {
  readonly to: Recipient;
  readonly code: Code;
  readonly aboutId: string | null;
  readonly params: MessageParams<Code>;
}

/**
 * Tells somebody something, once this transaction commits: it stands in the lists of those it is for, and is queued for
 * each of its channels. Nothing is sent here, and no address is looked up.
 */
export async function sendMessage<Code extends MessageCode>(tx: NetworkTx, message: NewMessage<Code>): Promise<string> {
  const { to, code, aboutId } = message;
  const { channels, params: names } = templates[code];
  const given: Readonly<Record<string, string>> = message.params;
  const lacking = names.filter((name) => !Object.hasOwn(given, name));
  if (lacking.length > 0) throw new Error(`A message ${code} lacks ${lacking.join(', ')}.`);
  const params = Object.fromEntries(names.map((name) => [name, given[name]!]));
  const readers = await readersOf(tx, to.kind, to.ref);
  const id = newId();
  await tx.run(insertMessage, {
    id, recipientKind: to.kind, recipientRef: to.ref, memberId: sight(to, readers), code, aboutId, params: JSON.stringify(params),
    toldAt: tx.caller.now,
  });
  tx.touch(id);
  const reached = readers?.map(({ personId, memberId }) => ({ kind: 'person', ref: personId, memberId })) ?? [{ ...to, memberId: null }];
  // Whoever logs in has the list and an e-mail address; short messages are for people outside.
  const by = readers ? channels.filter((channel) => channel === 'email') : channels;
  const ways = reached.flatMap((one) => by.map((channel) => ({ ...one, channel })));
  if (ways.length > 0) {
    await tx.run(insertDeliveries, {
      messageId: id, ids: ways.map(() => newId()), channels: ways.map(({ channel }) => channel),
      kinds: ways.map(({ kind }) => kind), refs: ways.map(({ ref }) => ref), memberIds: ways.map(({ memberId }) => memberId),
    });
  }
  return id;
}

/** A member's people see what is for the member, and each what is for them by name. */
function sight(to: Recipient, readers: readonly { readonly memberId: string | null }[] | null): string | null {
  if (to.kind === 'member') return to.ref;
  return to.kind === 'person' ? (readers?.[0]?.memberId ?? null) : null;
}
