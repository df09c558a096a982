import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { PersonalRow } from './personal-data.sql.js';

/** A consumer as an opaque row. */
export interface ConsumerRow {
  readonly id: string;
  readonly survivorId: string | null;
  readonly erasedOn: Day | null;
}

/** A consumer beside what a reader may open of it; without `dataId` there is nothing to open. */
export interface ConsumerSight extends ConsumerRow, Pick<PersonalRow, 'keyVersion' | 'sealed'> {
  readonly dataId: string | null;
}

/** Adds opaque rows; locks nothing. */
export const insertConsumers = statement<{ ids: readonly string[]; recordedBy: string | null }>('members.insert-consumers', `
  INSERT INTO consumer (network_id, id, recorded_by) SELECT $network, d.id, $recordedBy::uuid FROM unnest($ids::uuid[]) AS d (id)
`);

/** Locks these consumers and those merged into them, in id order: of two merges or erasures at once the second sees the first. */
export const lockConsumers = statement<{ consumerIds: readonly string[] }, ConsumerRow>('members.lock-consumers', `
  SELECT id, survivor_id, erased_on FROM consumer
  WHERE network_id = $network AND (id = ANY($consumerIds::uuid[]) OR survivor_id = ANY($consumerIds::uuid[]))
  ORDER BY id FOR UPDATE
`);

/** By primary key; locks nothing. */
export const readConsumerRow = statement<{ consumerId: string }, ConsumerRow>('members.read-consumer-row', `
  SELECT id, survivor_id, erased_on FROM consumer WHERE network_id = $network AND id = $consumerId
`);

/** A survivor and those merged into it, by consumer_by_survivor; locks nothing. */
export const readGroup = statement<{ consumerId: string }, { id: string }>('members.read-consumer-group', `
  SELECT id FROM consumer WHERE network_id = $network AND (id = $consumerId OR survivor_id = $consumerId) ORDER BY id
`);

/** Rows that lockConsumers holds. */
export const pointTo = statement<{ consumerIds: readonly string[]; survivorId: string }>('members.point-to', `
  UPDATE consumer SET survivor_id = $survivorId WHERE network_id = $network AND id = ANY($consumerIds::uuid[])
`);

/** Rows that lockConsumers holds: the merged one stands alone again, what had been merged into it points to it. */
export const pointBack = statement<{ consumerIds: readonly string[]; consumerId: string }>('members.point-back', `
  UPDATE consumer SET survivor_id = nullif($consumerId::uuid, id) WHERE network_id = $network AND id = ANY($consumerIds::uuid[])
`);

/** Rows that lockConsumers holds; a day that stands stays. */
export const markErased = statement<{ consumerIds: readonly string[]; erasedOn: Day }>('members.mark-erased', `
  UPDATE consumer SET erased_on = coalesce(erased_on, $erasedOn::date) WHERE network_id = $network AND id = ANY($consumerIds::uuid[])
`);

/** For the operator's people: the consumer and the whole of its personal data. Locks nothing. */
export const seeConsumers = statement<{ consumerIds: readonly string[] }, ConsumerSight>('members.see-consumers', `
  SELECT c.id, c.survivor_id, c.erased_on, p.id AS data_id, p.key_version, p.sealed
  FROM consumer c LEFT JOIN personal_data p ON p.network_id = $network AND p.subject_id = c.id AND p.member_id IS NULL
  WHERE c.network_id = $network AND c.id = ANY($consumerIds::uuid[])
`);

/** For a member's people: what was sealed for that member, by personal_data_once_per_reader. Locks nothing. */
export const seeOwnConsumers = statement<{ consumerIds: readonly string[]; memberId: string }, ConsumerSight>('members.see-own-consumers', `
  SELECT p.subject_id AS id, NULL::uuid AS survivor_id, NULL::date AS erased_on, p.id AS data_id, p.key_version, p.sealed
  FROM personal_data p
  WHERE p.network_id = $network AND p.subject_id = ANY($consumerIds::uuid[]) AND p.member_id = $memberId
`);

/** A page in id order by the primary key, or by the hash of what is searched for; locks nothing. */
export const listConsumers = statement<
  { phoneIndex: Buffer | null; emailIndex: Buffer | null; after: string | null; count: number }, ConsumerSight
>('members.list-consumers', `
  SELECT c.id, c.survivor_id, c.erased_on, p.id AS data_id, p.key_version, p.sealed
  FROM consumer c LEFT JOIN personal_data p ON p.network_id = $network AND p.subject_id = c.id AND p.member_id IS NULL
  WHERE c.network_id = $network
    AND ($phoneIndex::bytea IS NULL OR p.phone_index = $phoneIndex) AND ($emailIndex::bytea IS NULL OR p.email_index = $emailIndex)
    AND c.id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY c.id LIMIT $count
`);

/** A page of a member's own consumers in id order; nothing of theirs can be searched for. Locks nothing. */
export const listOwnConsumers = statement<{ memberId: string; after: string | null; count: number }, ConsumerSight>('members.list-own-consumers', `
  SELECT p.subject_id AS id, NULL::uuid AS survivor_id, NULL::date AS erased_on, p.id AS data_id, p.key_version, p.sealed
  FROM personal_data p
  WHERE p.network_id = $network AND p.member_id = $memberId AND p.subject_id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY p.subject_id LIMIT $count
`);

/**
 * Who may be the same person as another: the same phone, or the same name at the same shop; by the hashes' indexes and
 * purchase_by_consumer. Merged and erased ones are none. Locks nothing.
 */
export const possibleDuplicates = statement<{ consumerIds: readonly string[] }, { consumerId: string; otherId: string; why: 'same_phone' | 'same_name' }>('members.possible-duplicates', `
  SELECT a.subject_id AS consumer_id, b.subject_id AS other_id, CASE WHEN a.phone_index = b.phone_index THEN 'same_phone' ELSE 'same_name' END AS why
  FROM personal_data a
  JOIN personal_data b ON b.network_id = $network AND b.member_id IS NULL AND b.subject_id <> a.subject_id
    AND (b.phone_index = a.phone_index OR b.name_index = a.name_index)
  JOIN consumer c ON c.network_id = $network AND c.id = a.subject_id AND c.survivor_id IS NULL
  JOIN consumer d ON d.network_id = $network AND d.id = b.subject_id AND d.survivor_id IS NULL
  WHERE a.network_id = $network AND a.member_id IS NULL AND a.subject_id = ANY($consumerIds::uuid[])
    AND (a.phone_index = b.phone_index OR EXISTS (
      SELECT FROM purchase x JOIN purchase y ON y.network_id = $network AND y.member_id = x.member_id AND y.consumer_id = b.subject_id
      WHERE x.network_id = $network AND x.consumer_id = a.subject_id))
  ORDER BY a.subject_id, b.subject_id
`);
