import { statement } from '@app/database';
import type { Day } from '@app/kernel';

export type PackState = 'shipped' | 'proposed' | 'approved' | 'refused';

/** A version of rule data without the rules themselves, which are read when they are asked for. */
export interface Pack {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly effectiveFrom: Day;
  readonly digest: string;
  readonly state: PackState;
  readonly adopted: boolean;
  /** The pack that it copies or changes; null where it is new. */
  readonly basedOnId: string | null;
  readonly reason: string | null;
  /** Null of a shipped pack, which nobody here proposed. */
  readonly proposedBy: string | null;
  readonly proposedOn: Day | null;
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
  readonly decisionReason: string | null;
}

const head = `p.id, p.kind, p.code, p.version, p.name_zh, p.name_en, p.effective_from, p.digest, p.adopted, p.based_on_id, p.reason,
  p.proposed_by, p.proposed_on, d.decided_by, d.decided_on, d.reason AS decision_reason,
  CASE WHEN d.approved THEN 'approved' WHEN d.approved IS NULL THEN 'proposed' ELSE 'refused' END AS state`;

/** Takes the next version of a code, at least the one given; the counter stays locked until the end. */
export const nextVersion = statement<{ kind: string; code: string; least: number }, { lastVersion: number }>('policies.next-version', `
  INSERT INTO pack_counter AS c (network_id, kind, code, last_version) VALUES ($network, $kind, $code, $least)
  ON CONFLICT (network_id, kind, code) DO UPDATE SET last_version = greatest(c.last_version + 1, $least)
  RETURNING last_version
`);

/** Locks the counter of a code, so that its versions are decided one after the other. */
export const lockCode = statement<{ kind: string; code: string }, { lastVersion: number }>('policies.lock-code', `
  SELECT last_version FROM pack_counter WHERE network_id = $network AND kind = $kind AND code = $code FOR UPDATE
`);

/** An insert under the lock of its code's counter. */
export const insertPack = statement<{
  id: string; kind: string; code: string; version: number; nameZh: string; nameEn: string; effectiveFrom: Day; rules: string; digest: string;
  adopted: boolean; basedOnId: string | null; reason: string; proposedBy: string | null; proposedOn: Day;
}>('policies.insert-pack', `
  INSERT INTO pack (network_id, id, kind, code, version, name_zh, name_en, effective_from, rules, digest, adopted, based_on_id, reason, proposed_by, proposed_on)
  VALUES ($network, $id, $kind, $code, $version, $nameZh, $nameEn, $effectiveFrom, $rules::jsonb, $digest, $adopted, $basedOnId, $reason, $proposedBy, $proposedOn)
`);

/** An insert under the lock of the code's counter; a second start on one day breaks pack_starts_once. */
export const insertDecision = statement<{
  packId: string; kind: string; code: string; effectiveFrom: Day; proposedBy: string | null; approved: boolean; reason: string;
  decidedBy: string | null; decidedOn: Day;
}>('policies.insert-decision', `
  INSERT INTO pack_decision (network_id, pack_id, kind, code, effective_from, proposed_by, approved, reason, decided_by, decided_on)
  VALUES ($network, $packId, $kind, $code, $effectiveFrom, $proposedBy, $approved, $reason, $decidedBy, $decidedOn)
`);

/** By primary key, many at once; locks nothing. */
export const packsByIds = statement<{ packIds: string[] }, Pack>('policies.packs-by-ids', `
  SELECT ${head} FROM pack p LEFT JOIN pack_decision d ON d.network_id = $network AND d.pack_id = p.id
  WHERE p.network_id = $network AND p.id = ANY($packIds::uuid[])
`);

/** The rules of packs by primary key, many at once; locks nothing. */
export const rulesByIds = statement<{ packIds: string[] }, Pick<Pack, 'id' | 'kind' | 'code' | 'version' | 'digest'> & { rules: unknown }>('policies.rules-by-ids', `
  SELECT id, kind, code, version, digest, rules FROM pack WHERE network_id = $network AND id = ANY($packIds::uuid[])
`);

/** A page in id order by the primary key; a network has few. Locks nothing. */
export const listPacks = statement<
  { kind: string | null; code: string | null; state: string | null; approvedOnly: boolean; after: string | null; count: number }, Pack
>('policies.list-packs', `
  SELECT * FROM (
    SELECT ${head} FROM pack p LEFT JOIN pack_decision d ON d.network_id = $network AND d.pack_id = p.id
    WHERE p.network_id = $network AND ($kind::text IS NULL OR p.kind = $kind) AND ($code::text IS NULL OR p.code = $code)
      AND p.id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ) AS listed
  WHERE ($state::text IS NULL OR state = $state) AND (NOT $approvedOnly OR state = 'approved')
  ORDER BY id LIMIT $count
`);

/** Of each code, or of those that are named, the approved version that started last by a day, by pack_starts_once; locks nothing. */
export const approvedOn = statement<{ kind: string; codes: string[] | null; on: Day }, Pack>('policies.approved-on', `
  SELECT DISTINCT ON (d.code) ${head}
  FROM pack_decision d JOIN pack p ON p.network_id = $network AND p.id = d.pack_id
  WHERE d.network_id = $network AND d.kind = $kind AND ($codes::text[] IS NULL OR d.code = ANY($codes)) AND d.approved AND d.effective_from <= $on
  ORDER BY d.code, d.effective_from DESC
`);

/** Whether a code has approved versions, and one that starts on that day; by pack_starts_once, locks nothing. */
export const approvedStarts = statement<{ kind: string; code: string; on: Day }, { any: boolean; thatDay: boolean }>('policies.approved-starts', `
  SELECT count(*) > 0 AS any, count(*) FILTER (WHERE effective_from = $on) > 0 AS that_day
  FROM pack_decision WHERE network_id = $network AND kind = $kind AND code = $code AND approved
`);
