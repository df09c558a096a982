import { statement } from '@app/database';
import type { Channel } from './templates.js';

export type DeliveryState = 'queued' | 'sent' | 'failed' | 'given_up';

/** A message on its way by one channel to one recipient. */
export interface MessageDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Date | null;
  readonly via: string | null;
  readonly problem: string | null;
  readonly sentAt: Date | null;
}

/** One that somebody has claimed, with what it says. */
export interface ClaimedMessage {
  readonly id: string;
  readonly channel: Channel;
  /** Fences: what comes of this attempt is recorded only while it is the last. */
  readonly attempts: number;
  readonly recipientKind: string;
  readonly recipientRef: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** All of a message by one statement; locks nothing. */
export const insertDeliveries = statement<
  { messageId: string; ids: string[]; channels: string[]; kinds: string[]; refs: string[]; memberIds: (string | null)[] }
>('notices.insert-deliveries', `
  INSERT INTO message_delivery (network_id, id, message_id, channel, recipient_kind, recipient_ref, member_id)
  SELECT $network, t.id, $messageId::uuid, t.channel, t.kind, t.ref, t.member_id
  FROM unnest($ids::uuid[], $channels::text[], $kinds::text[], $refs::text[], $memberIds::uuid[]) AS t (id, channel, kind, ref, member_id)
`);

/** Networks with something to send, for the worker. Leans on message_delivery_due, network by network. */
export const dueMessages = statement<{ now: Date; count: number }, { networkId: string; id: string }>('notices.due-messages', `
  SELECT n.id AS network_id, n.id FROM network n
  WHERE EXISTS (
    SELECT FROM message_delivery d
    WHERE d.network_id = n.id AND d.state IN ('queued', 'failed') AND d.next_at <= $now::timestamptz
      AND (d.leased_until IS NULL OR d.leased_until <= $now::timestamptz))
  LIMIT $count
`);

/** Claims the earliest due, passing over what others hold; the claim runs out by itself where its holder dies. */
export const claimMessageDeliveries = statement<{ at: Date; leaseSeconds: number; count: number }, ClaimedMessage>('notices.claim-deliveries', `
  WITH due AS (
    SELECT d.id FROM message_delivery d
    WHERE d.network_id = $network AND d.state IN ('queued', 'failed') AND d.next_at <= $at::timestamptz
      AND (d.leased_until IS NULL OR d.leased_until <= $at::timestamptz)
    ORDER BY d.next_at, d.id LIMIT $count FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE message_delivery d SET attempts = d.attempts + 1, leased_until = $at::timestamptz + make_interval(secs => $leaseSeconds)
    FROM due WHERE d.network_id = $network AND d.id = due.id
    RETURNING d.id, d.message_id, d.channel, d.attempts, d.recipient_kind, d.recipient_ref
  )
  SELECT c.id, c.channel, c.attempts, c.recipient_kind, c.recipient_ref, m.code, m.params
  FROM claimed c JOIN message_log m ON m.network_id = $network AND m.id = c.message_id
  ORDER BY c.id
`);

/** What came of an attempt, unless another has begun since; answers whether it was the last. */
export const markMessageDelivery = statement<
  { id: string; attempt: number; state: DeliveryState; nextAt: Date | null; via: string | null; problem: string | null; sentAt: Date | null }
>('notices.mark-delivery', `
  UPDATE message_delivery
  SET state = $state, next_at = $nextAt, leased_until = NULL, via = $via, problem = $problem, sent_at = $sentAt
  WHERE network_id = $network AND id = $id AND attempts = $attempt AND state IN ('queued', 'failed')
`);

/** For the loaders, by message_delivered_once; locks nothing. */
export const listDeliveriesOf = statement<{ messageIds: string[] }, MessageDelivery>('notices.list-deliveries-of', `
  SELECT id, message_id, channel, state, attempts, next_at, via, problem, sent_at FROM message_delivery
  WHERE network_id = $network AND message_id = ANY($messageIds::uuid[]) ORDER BY id
`);

/** Into the log that stands in for a provider; a second of one delivery changes nothing. */
export const insertSms = statement<{ deliveryId: string; locale: 'zh' | 'en'; text: string }>('notices.insert-sms', `
  INSERT INTO sms_log (network_id, delivery_id, locale, text) VALUES ($network, $deliveryId, $locale, $text)
  ON CONFLICT ON CONSTRAINT sms_logged_once DO NOTHING
`);
