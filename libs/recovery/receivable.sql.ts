import { statement } from '@app/database';
import type { Purpose } from '@app/funds';
import type { Day } from '@app/kernel';

/** What a member still owes for one case after its funds gave what they could. */
export interface Receivable {
  readonly id: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly paidMinor: bigint;
  readonly currency: string;
  readonly purpose: Purpose;
  readonly caseType: string;
  readonly caseId: string;
  readonly aroseOn: Day;
}

export const insertReceivable = statement<Omit<Receivable, 'paidMinor'>>('recovery.insert-receivable', `
  INSERT INTO receivable (network_id, id, member_id, amount_minor, currency, purpose, case_type, case_id, arose_on)
  VALUES ($network, $id, $memberId, $amountMinor, $currency, $purpose, $caseType, $caseId, $aroseOn)
`);

export const lockReceivable = statement<{ receivableId: string }, Receivable>('recovery.lock-receivable', `
  SELECT * FROM receivable WHERE network_id = $network AND id = $receivableId FOR UPDATE
`);

export const payReceivable = statement<{ receivableId: string; amountMinor: bigint }, Receivable>('recovery.pay-receivable', `
  UPDATE receivable SET paid_minor = paid_minor + $amountMinor WHERE network_id = $network AND id = $receivableId RETURNING *
`);

export const listReceivables = statement<
  { memberId: string | null; openOnly: boolean; after: string | null; count: number }, Receivable
>('recovery.list-receivables', `
  SELECT * FROM receivable
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId)
    AND (NOT $openOnly OR paid_minor < amount_minor) AND ($after::uuid IS NULL OR id > $after)
  ORDER BY id LIMIT $count
`);

export const listReceivablesOfCases = statement<{ caseType: string; caseIds: string[] }, Receivable>('recovery.list-receivables-of-cases', `
  SELECT * FROM receivable WHERE network_id = $network AND case_type = $caseType AND case_id = ANY($caseIds::uuid[]) ORDER BY id
`);
