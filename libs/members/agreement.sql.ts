import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Agreement } from './agreement.entity.js';

/** The agreement of a member that is in force on a day; terms of one member never overlap. */
export const agreementOn = statement<{ memberId: string; day: Day }, Agreement>('members.agreement-on', `
  SELECT * FROM agreement
  WHERE network_id = $network AND member_id = $memberId AND starts_on <= $day AND (ends_on IS NULL OR ends_on >= $day)
`);

/** The latest agreement that has begun by a day, ended or not. */
export const lastAgreementBy = statement<{ memberId: string; day: Day }, Agreement>('members.last-agreement-by', `
  SELECT * FROM agreement WHERE network_id = $network AND member_id = $memberId AND starts_on <= $day
  ORDER BY starts_on DESC LIMIT 1
`);

/** Any agreement of the member whose term meets the one given. */
export const overlapping = statement<{ memberId: string; startsOn: Day; endsOn: Day | null }, { number: string }>('members.overlapping', `
  SELECT number FROM agreement
  WHERE network_id = $network AND member_id = $memberId
    AND daterange(starts_on, ends_on, '[]') && daterange($startsOn::date, $endsOn::date, '[]')
  ORDER BY starts_on LIMIT 1
`);

/** Locks one agreement: of two changes at once the second sees the first. */
export const lockAgreement = statement<{ agreementId: string }, Agreement>('members.lock-agreement', `
  SELECT * FROM agreement WHERE network_id = $network AND id = $agreementId FOR UPDATE
`);

/** The row that lockAgreement holds. */
export const endTerm = statement<{ agreementId: string; endsOn: Day; reason: string; seriousBreach: boolean }, Agreement>('members.end-term', `
  UPDATE agreement SET ends_on = $endsOn, end_reason = $reason, serious_breach = $seriousBreach, version = version + 1
  WHERE network_id = $network AND id = $agreementId
  RETURNING *
`);

/** By agreement_by_member, for the loaders; locks nothing. */
export const listAgreements = statement<{ memberIds: string[] }, Agreement>('members.list-agreements', `
  SELECT * FROM agreement WHERE network_id = $network AND member_id = ANY($memberIds::uuid[]) ORDER BY member_id, starts_on DESC
`);

/** By primary key, many at once; locks nothing. */
export const readAgreements = statement<{ agreementIds: string[] }, Agreement>('members.read-agreements', `
  SELECT * FROM agreement WHERE network_id = $network AND id = ANY($agreementIds::uuid[])
`);
