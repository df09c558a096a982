import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** What kinds of papers there are; each is numbered by itself. */
export type NoticeSeries = 'deduction' | 'sanction';

/** A numbered paper for a member; `says` are the figures and codes that its text is made of. */
export interface Notice {
  readonly id: string;
  readonly series: NoticeSeries;
  readonly number: bigint;
  readonly memberId: string;
  readonly caseType: string;
  readonly caseId: string;
  readonly says: Readonly<Record<string, string>>;
  readonly issuedOn: Day;
  readonly servedOn: Day | null;
  readonly servedBy: string | null;
}

/** Takes the next number; the counter row stays locked until the end, so that a refused act leaves no gap. */
export const nextNumber = statement<{ series: NoticeSeries }, { last: bigint }>('notices.next-number', `
  INSERT INTO notice_counter AS c (network_id, series, last) VALUES ($network, $series, 1)
  ON CONFLICT (network_id, series) DO UPDATE SET last = c.last + 1
  RETURNING last
`);

/** An insert under the lock of its series' counter; a second of a series for a case breaks notice_once_per_case. */
export const insertNotice = statement<
  { id: string; series: NoticeSeries; number: bigint; memberId: string; caseType: string; caseId: string; says: string; issuedOn: Day }
>('notices.insert', `
  INSERT INTO notice (network_id, id, series, number, member_id, case_type, case_id, says, issued_on)
  VALUES ($network, $id, $series, $number, $memberId, $caseType, $caseId, $says::jsonb, $issuedOn)
`);

/** By primary key; locks nothing. */
export const readNotice = statement<{ noticeId: string }, Notice>('notices.read', `
  SELECT * FROM notice WHERE network_id = $network AND id = $noticeId
`);

/** Locks one notice: it is served once. */
export const lockNotice = statement<{ noticeId: string }, Notice>('notices.lock', `
  SELECT * FROM notice WHERE network_id = $network AND id = $noticeId FOR UPDATE
`);

/** The row that lockNotice holds. */
export const markServed = statement<{ noticeId: string; servedOn: Day; servedBy: string | null }, Notice>('notices.mark-served', `
  UPDATE notice SET served_on = $servedOn, served_by = $servedBy WHERE network_id = $network AND id = $noticeId RETURNING *
`);

/** A page in id order by the primary key, or by notice_by_member for one member; locks nothing. */
export const listNotices = statement<{ memberId: string | null; after: string | null; count: number }, Notice>('notices.list', `
  SELECT * FROM notice
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** By notice_once_per_case, for the loaders; locks nothing. */
export const listNoticesOfCases = statement<{ caseType: string; caseIds: string[] }, Notice>('notices.list-of-cases', `
  SELECT * FROM notice WHERE network_id = $network AND case_type = $caseType AND case_id = ANY($caseIds::uuid[]) ORDER BY id
`);
