import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Deduction } from './deduction.entity.js';

/** Locks the case: of two decisions at once the second finds it decided. */
export const lockDeduction = statement<{ deductionId: string }, Deduction>('recovery.lock-deduction', `
  SELECT * FROM deduction WHERE network_id = $network AND id = $deductionId FOR UPDATE
`);

/** The row that lockDeduction holds. */
export const decide = statement<
  { deductionId: string; state: string; decidedBy: string | null; decidedOn: Day; reason: string }, Deduction
>('recovery.decide-deduction', `
  UPDATE deduction SET state = $state, decided_by = $decidedBy, decided_on = $decidedOn, decision_reason = $reason, version = version + 1
  WHERE network_id = $network AND id = $deductionId RETURNING *
`);

/** A page in id order by the primary key, or by deduction_by_member for one member; locks nothing. */
export const listDeductions = statement<{ memberId: string | null; after: string | null; count: number }, Deduction>('recovery.list-deductions', `
  SELECT * FROM deduction
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
