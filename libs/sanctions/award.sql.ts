import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** What a member earned by a year without complaint. */
export interface Award {
  readonly id: string;
  readonly memberId: string;
  readonly rule: string;
  readonly plaque: string;
  readonly year: number;
  readonly packId: string;
  readonly packVersion: number;
  readonly packDigest: string;
  readonly grantedBy: string;
  readonly grantedOn: Day;
}

/** A second of one member and year breaks awarded_once. */
export const insertAward = statement<Award, Award>('sanctions.insert-award', `
  INSERT INTO award (network_id, id, member_id, rule, plaque, year, pack_id, pack_version, pack_digest, granted_by, granted_on)
  VALUES ($network, $id, $memberId, $rule, $plaque, $year, $packId, $packVersion, $packDigest, $grantedBy, $grantedOn) RETURNING *
`);

/** A page in id order by the primary key; locks nothing. */
export const listAwards = statement<{ after: string | null; count: number }, Award>('sanctions.list-awards', `
  SELECT * FROM award WHERE network_id = $network AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
