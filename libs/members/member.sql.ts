import { statement } from '@app/database';
import type { Member, MemberKind } from './member.entity.js';

/** By primary key, many at once, for the loaders. */
export const readMembers = statement<{ memberIds: string[] }, Member>('members.read-members', `
  SELECT * FROM member WHERE network_id = $network AND id = ANY($memberIds::uuid[])
`);

/** A page in id order by member_by_kind, or by the primary key for all kinds. */
export const listMembers = statement<{ kind: MemberKind | null; after: string | null; count: number }, Member>('members.list-members', `
  SELECT * FROM member
  WHERE network_id = $network AND ($kind::text IS NULL OR kind = $kind) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** As many as listMembers would page through; asked for only with totalCount. */
export const countMembers = statement<{ kind: MemberKind | null }, { count: bigint }>('members.count-members', `
  SELECT count(*) AS count FROM member WHERE network_id = $network AND ($kind::text IS NULL OR kind = $kind)
`);

/** Locks the member, so that two agreements of one member are signed one after the other. */
export const lockMember = statement<{ memberId: string }, Member>('members.lock-member', `
  SELECT * FROM member WHERE network_id = $network AND id = $memberId FOR NO KEY UPDATE
`);
