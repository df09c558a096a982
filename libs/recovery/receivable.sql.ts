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
  /** By when it is to be paid; null where no day was said. */
  readonly dueOn: Day | null;
  /** Whether it must be paid in one payment. */
  readonly inOnePayment: boolean;
  /** From when it is owed no more, as its case was lifted; null while it stands. */
  readonly liftedOn: Day | null;
}

/** A second for the same case breaks receivable_once_per_case. */
export const insertReceivable = statement<Omit<Receivable, 'paidMinor' | 'liftedOn'>>('recovery.insert-receivable', `
  INSERT INTO receivable (network_id, id, member_id, amount_minor, currency, purpose, case_type, case_id, arose_on, due_on, in_one_payment)
  VALUES ($network, $id, $memberId, $amountMinor, $currency, $purpose, $caseType, $caseId, $aroseOn, $dueOn, $inOnePayment)
`);

/** Locks one receivable, before the member's account: of two payments at once the second sees what is left. */
export const lockReceivable = statement<{ receivableId: string }, Receivable>('recovery.lock-receivable', `
  SELECT * FROM receivable WHERE network_id = $network AND id = $receivableId FOR UPDATE
`);

/** The row that lockReceivable holds; more than is owed breaks receivable_not_overpaid. */
export const payReceivable = statement<{ receivableId: string; amountMinor: bigint }, Receivable>('recovery.pay-receivable', `
  UPDATE receivable SET paid_minor = paid_minor + $amountMinor WHERE network_id = $network AND id = $receivableId RETURNING *
`);

/** The one receivable of a case, locked; before the member's account. */
export const lockReceivableOfCase = statement<{ caseType: string; caseId: string }, Receivable>('recovery.lock-receivable-of-case', `
  SELECT * FROM receivable WHERE network_id = $network AND case_type = $caseType AND case_id = $caseId FOR UPDATE
`);

/** The row that lockReceivableOfCase holds. */
export const liftReceivable = statement<{ receivableId: string; liftedOn: Day }, Receivable>('recovery.lift-receivable', `
  UPDATE receivable SET lifted_on = $liftedOn WHERE network_id = $network AND id = $receivableId RETURNING *
`);

/** A page in id order by the primary key, or by receivable_by_member for one member; locks nothing. */
export const listReceivables = statement<
  { memberId: string | null; openOnly: boolean; after: string | null; count: number }, Receivable
>('recovery.list-receivables', `
  SELECT * FROM receivable
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId)
    AND (NOT $openOnly OR (paid_minor < amount_minor AND lifted_on IS NULL)) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** By receivable_once_per_case, for the loaders; locks nothing. */
export const listReceivablesOfCases = statement<{ caseType: string; caseIds: string[] }, Receivable>('recovery.list-receivables-of-cases', `
  SELECT * FROM receivable WHERE network_id = $network AND case_type = $caseType AND case_id = ANY($caseIds::uuid[]) ORDER BY id
`);

export interface ReceivablePayment {
  readonly id: string;
  readonly receivableId: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly receivedOn: Day;
  readonly reference: string;
}

/** A reference recorded before on this receivable breaks payment_recorded_once. */
export const insertPayment = statement<Omit<ReceivablePayment, 'currency'>>('recovery.insert-payment', `
  INSERT INTO receivable_payment (network_id, id, receivable_id, member_id, amount_minor, received_on, reference)
  VALUES ($network, $id, $receivableId, $memberId, $amountMinor, $receivedOn, $reference)
`);

/** By payment_recorded_once, for the loaders; locks nothing. */
export const listPayments = statement<{ receivableIds: string[] }, ReceivablePayment>('recovery.list-payments', `
  SELECT p.id, p.receivable_id, p.member_id, p.amount_minor, r.currency, p.received_on, p.reference
  FROM receivable_payment p JOIN receivable r ON r.network_id = $network AND r.id = p.receivable_id
  WHERE p.network_id = $network AND p.receivable_id = ANY($receivableIds::uuid[]) ORDER BY p.receivable_id, p.id
`);
