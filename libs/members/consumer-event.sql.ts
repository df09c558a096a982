import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** What kind of thing was done for a consumer. */
export const consumerEventKinds = ['complaint', 'repair', 'exchange', 'refund', 'contact', 'care'] as const;
export type ConsumerEventKind = (typeof consumerEventKinds)[number];

/** One thing that was done for a consumer, by the id under which its own room keeps it. */
export interface ConsumerEvent {
  readonly id: string;
  readonly consumerId: string;
  readonly memberId: string | null;
  readonly purchaseId: string | null;
  readonly kind: ConsumerEventKind;
  readonly aboutId: string;
  readonly happenedOn: Day;
}

/** Adds a line; what is noted already stays as it is (event_noted_once). */
export const insertConsumerEvent = statement<ConsumerEvent>('members.insert-consumer-event', `
  INSERT INTO consumer_event (network_id, id, consumer_id, member_id, purchase_id, kind, about_id, happened_on)
  VALUES ($network, $id, $consumerId, $memberId, $purchaseId, $kind, $aboutId, $happenedOn)
  ON CONFLICT ON CONSTRAINT event_noted_once DO NOTHING
`);

/** The history of these consumers and of those merged into them, by consumer_event_by_consumer; locks nothing. */
export const listConsumerEvents = statement<{ consumerIds: readonly string[] }, ConsumerEvent & { servedWhom: string }>('members.list-consumer-events', `
  SELECT g.who AS served_whom, s.id, s.consumer_id, s.member_id, s.purchase_id, s.kind, s.about_id, s.happened_on
  FROM (SELECT d.id AS who, d.id FROM unnest($consumerIds::uuid[]) AS d (id)
        UNION SELECT c.survivor_id, c.id FROM consumer c WHERE c.network_id = $network AND c.survivor_id = ANY($consumerIds::uuid[])) AS g
  JOIN consumer_event s ON s.network_id = $network AND s.consumer_id = g.id
  ORDER BY g.who, s.happened_on, s.id
`);
