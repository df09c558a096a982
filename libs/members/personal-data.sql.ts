import { statement } from '@app/database';
import type { PersonalField } from './personal-fields.js';

/** The sealed fields of one person for one reader; `memberId` is null on the operator's, which is the whole. */
export interface PersonalRow {
  readonly id: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly keyVersion: number;
  readonly sealed: Readonly<Partial<Record<PersonalField, string>>>;
}

/** Rows as the two statements below take them: JSON text of what is sealed, hashes where something is searched for. */
export interface PersonalRows {
  readonly ids: readonly string[];
  readonly sealed: readonly string[];
  readonly phoneIndexes: readonly (Buffer | null)[];
  readonly emailIndexes: readonly (Buffer | null)[];
  readonly nameIndexes: readonly (Buffer | null)[];
}

/**
 * Adds rows; one whose phone and name another person has (person_once_per_phone_and_name), or whose reader has one already,
 * is left out and not answered. Waits for a concurrent twin to end.
 */
export const insertPersonalData = statement<
  PersonalRows & { subjectIds: readonly string[]; memberIds: readonly (string | null)[]; keyVersion: number }, { subjectId: string }
>('members.insert-personal-data', `
  INSERT INTO personal_data (network_id, id, subject_type, subject_id, member_id, key_version, sealed, phone_index, email_index, name_index)
  SELECT $network, d.id, 'consumer', d.subject_id, d.member_id, $keyVersion::integer, d.sealed::jsonb, d.phone_index, d.email_index, d.name_index
  FROM unnest($ids::uuid[], $subjectIds::uuid[], $memberIds::uuid[], $sealed::text[], $phoneIndexes::bytea[], $emailIndexes::bytea[], $nameIndexes::bytea[])
    AS d (id, subject_id, member_id, sealed, phone_index, email_index, name_index)
  ON CONFLICT DO NOTHING
  RETURNING subject_id
`);

/** Rows that the caller has locked; phone and name of another person break person_once_per_phone_and_name. */
export const updatePersonalData = statement<PersonalRows & { keyVersion: number }>('members.update-personal-data', `
  UPDATE personal_data p
  SET key_version = $keyVersion, sealed = d.sealed::jsonb, phone_index = d.phone_index, email_index = d.email_index, name_index = d.name_index
  FROM unnest($ids::uuid[], $sealed::text[], $phoneIndexes::bytea[], $emailIndexes::bytea[], $nameIndexes::bytea[])
    AS d (id, sealed, phone_index, email_index, name_index)
  WHERE p.network_id = $network AND p.id = d.id
`);

/** Locks all rows of these subjects, in id order: the operator's and those of members. */
export const lockPersonalData = statement<{ subjectIds: readonly string[] }, PersonalRow>('members.lock-personal-data', `
  SELECT id, subject_id, member_id, key_version, sealed FROM personal_data
  WHERE network_id = $network AND subject_id = ANY($subjectIds::uuid[]) ORDER BY id FOR UPDATE
`);

/** The operator's rows of these subjects, by personal_data_once_per_reader; locks nothing. */
export const readPersonalData = statement<{ subjectIds: readonly string[] }, PersonalRow>('members.read-personal-data', `
  SELECT id, subject_id, member_id, key_version, sealed FROM personal_data
  WHERE network_id = $network AND subject_id = ANY($subjectIds::uuid[]) AND member_id IS NULL
`);

/** Who has one of these phones, merged ones by their survivor; by person_once_per_phone_and_name. Locks nothing. */
export const personsByPhone = statement<
  { phoneIndexes: readonly Buffer[] }, { subjectId: string; consumerId: string; phoneIndex: Buffer; nameIndex: Buffer | null }
>('members.persons-by-phone', `
  SELECT p.subject_id, coalesce(c.survivor_id, c.id) AS consumer_id, p.phone_index, p.name_index
  FROM personal_data p JOIN consumer c ON c.network_id = $network AND c.id = p.subject_id
  WHERE p.network_id = $network AND p.member_id IS NULL AND p.phone_index = ANY($phoneIndexes::bytea[])
  ORDER BY p.subject_id
`);

/** Locks rows that an earlier key sealed, some at a time, by personal_data_by_key; those that another has locked are left to it. */
export const lockOldSealed = statement<{ keyVersion: number; count: number }, PersonalRow>('members.lock-old-sealed', `
  SELECT id, subject_id, member_id, key_version, sealed FROM personal_data
  WHERE network_id = $network AND key_version <> $keyVersion ORDER BY id LIMIT $count FOR UPDATE SKIP LOCKED
`);

/** The same rows sealed anew, which lockOldSealed holds; what is searched for stays. */
export const resealRows = statement<{ ids: readonly string[]; sealed: readonly string[]; keyVersion: number }>('members.reseal-rows', `
  UPDATE personal_data p SET key_version = $keyVersion, sealed = d.sealed::jsonb
  FROM unnest($ids::uuid[], $sealed::text[]) AS d (id, sealed)
  WHERE p.network_id = $network AND p.id = d.id
`);

/** Takes everything personal of these subjects away, for every reader. Locks what it deletes. */
export const deletePersonalData = statement<{ subjectIds: readonly string[] }>('members.delete-personal-data', `
  DELETE FROM personal_data WHERE network_id = $network AND subject_id = ANY($subjectIds::uuid[])
`);

/** Adds to who was shown what; locks nothing. */
export const insertReveal = statement<
  { id: string; subjectId: string; purpose: string; fields: readonly string[]; revealedBy: string | null; revealedOn: string }
>('members.insert-reveal', `
  INSERT INTO personal_reveal (network_id, id, subject_type, subject_id, purpose, fields, revealed_by, revealed_on)
  VALUES ($network, $id, 'consumer', $subjectId, $purpose, $fields::text[], $revealedBy, $revealedOn::date)
`);

/** To whom these subjects were shown, by personal_reveal_by_subject; locks nothing. */
export const listReveals = statement<
  { subjectIds: readonly string[] }, { id: string; purpose: string; fields: string[]; revealedOn: string }
>('members.list-reveals', `
  SELECT id, purpose, fields, revealed_on FROM personal_reveal
  WHERE network_id = $network AND subject_id = ANY($subjectIds::uuid[]) ORDER BY subject_id, id
`);

/** Journals an erasure; one that is done again, after a restore, keeps its first line. */
export const insertErasure = statement<{ id: string; subjectId: string; erasedOn: string; erasedBy: string | null }>('members.insert-erasure', `
  INSERT INTO erasure_journal (network_id, id, subject_type, subject_id, erased_on, erased_by)
  VALUES ($network, $id, 'consumer', $subjectId, $erasedOn::date, $erasedBy)
  ON CONFLICT ON CONSTRAINT erased_once DO NOTHING
`);

/** The network's journal whole, in the order of its lines; locks nothing. */
export const listErasures = statement<Record<never, never>, { subjectId: string; erasedOn: string }>('members.list-erasures', `
  SELECT subject_id, erased_on FROM erasure_journal WHERE network_id = $network ORDER BY id
`);
