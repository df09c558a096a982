import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** What kind of thing was done for a consumer. */
export const serviceKinds = ['complaint', 'repair', 'exchange', 'refund', 'contact', 'care'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** One thing that was done for a consumer, by the id under which its own room keeps it. */
export interface ServiceRecord {
  readonly id: string;
  readonly consumerId: string;
  readonly memberId: string | null;
  readonly purchaseId: string | null;
  readonly kind: ServiceKind;
  readonly aboutId: string;
  readonly happenedOn: Day;
}

/** Adds a line; what is noted already stays as it is (service_noted_once). */
export const insertService = statement<ServiceRecord>('members.insert-service', `
  INSERT INTO service_record (network_id, id, consumer_id, member_id, purchase_id, kind, about_id, happened_on)
  VALUES ($network, $id, $consumerId, $memberId, $purchaseId, $kind, $aboutId, $happenedOn)
  ON CONFLICT ON CONSTRAINT service_noted_once DO NOTHING
`);

/** The history of these consumers and of those merged into them, by service_record_by_consumer; locks nothing. */
export const listServices = statement<{ consumerIds: readonly string[] }, ServiceRecord & { servedWhom: string }>('members.list-services', `
  SELECT g.who AS served_whom, s.id, s.consumer_id, s.member_id, s.purchase_id, s.kind, s.about_id, s.happened_on
  FROM (SELECT d.id AS who, d.id FROM unnest($consumerIds::uuid[]) AS d (id)
        UNION SELECT c.survivor_id, c.id FROM consumer c WHERE c.network_id = $network AND c.survivor_id = ANY($consumerIds::uuid[])) AS g
  JOIN service_record s ON s.network_id = $network AND s.consumer_id = g.id
  ORDER BY g.who, s.happened_on, s.id
`);
