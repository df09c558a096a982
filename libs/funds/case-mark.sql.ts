import { statement } from '@app/database';

/** A case marks its member's funds once; marking again changes nothing, or brings back a mark that was lifted. */
export const insertMark = statement<{ caseType: string; caseId: string; memberId: string }>('funds.insert-mark', `
  INSERT INTO case_mark (network_id, case_type, case_id, member_id) VALUES ($network, $caseType, $caseId, $memberId)
  ON CONFLICT (network_id, case_type, case_id) DO UPDATE SET lifted_at = NULL
`);

/** By primary key; lifting twice changes nothing. */
export const liftMark = statement<{ caseType: string; caseId: string; now: Date }>('funds.lift-mark', `
  UPDATE case_mark SET lifted_at = $now WHERE network_id = $network AND case_type = $caseType AND case_id = $caseId AND lifted_at IS NULL
`);

/** Read under the lock of the member's balances, which marking takes too: no case can slip in between. */
export const countMarks = statement<{ memberId: string }, { count: bigint }>('funds.count-marks', `
  SELECT count(*) AS count FROM case_mark WHERE network_id = $network AND member_id = $memberId AND lifted_at IS NULL
`);
