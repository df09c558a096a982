import { statement } from '@app/database';
import type { Defect, Part } from '@app/guarantees';
import type { Day } from '@app/kernel';

/** A shop's repair over a complaint. */
export interface RepairRecord {
  readonly id: string;
  readonly complaintId: string;
  readonly receivedOn: Day;
  readonly returnedOn: Day | null;
  readonly fault: Defect;
  readonly part: Part | null;
  readonly replaced: boolean;
  readonly cause: string | null;
}

/** A second repair while one is under way breaks repair_open_once. */
export const insertRepair = statement<
  Pick<RepairRecord, 'id' | 'complaintId' | 'receivedOn' | 'fault' | 'part'> & { memberId: string; recordedBy: string }, RepairRecord
>('complaints.insert-repair', `
  INSERT INTO repair_record (network_id, id, complaint_id, member_id, received_on, fault, part, replaced, recorded_by)
  VALUES ($network, $id, $complaintId, $memberId, $receivedOn, $fault, $part, false, $recordedBy)
  RETURNING *
`);

/** By primary key, for its complaint; locks nothing. */
export const readRepair = statement<{ repairId: string }, RepairRecord>('complaints.read-repair', `
  SELECT * FROM repair_record WHERE network_id = $network AND id = $repairId
`);

/** Under the complaint's lock. */
export const finishRepair = statement<
  { repairId: string; returnedOn: Day; part: Part | null; replaced: boolean; cause: string | null }, RepairRecord
>('complaints.finish-repair', `
  UPDATE repair_record SET returned_on = $returnedOn, part = coalesce($part, part), replaced = $replaced, cause = $cause
  WHERE network_id = $network AND id = $repairId RETURNING *
`);

/** Of each complaint, oldest first, by repair_record_by_complaint; locks nothing. */
export const readRepairs = statement<{ complaintIds: string[] }, RepairRecord>('complaints.read-repairs', `
  SELECT * FROM repair_record WHERE network_id = $network AND complaint_id = ANY($complaintIds::uuid[]) ORDER BY id
`);

/**
 * The repairs of the same goods: those over this complaint, over others about the same purchase, and over those with the same
 * voucher of the shop. By complaint_by_purchase, complaint_by_voucher and repair_record_by_complaint; locks nothing.
 */
export const repairsOfGoods = statement<
  { complaintId: string; purchaseId: string | null; memberId: string; voucher: string | null }, RepairRecord
>('complaints.repairs-of-goods', `
  SELECT r.* FROM repair_record r
  WHERE r.network_id = $network AND r.complaint_id IN (
    SELECT $complaintId::uuid
    UNION SELECT p.id FROM complaint p WHERE p.network_id = $network AND p.purchase_id = $purchaseId
    UNION SELECT v.id FROM complaint v WHERE v.network_id = $network AND v.member_id = $memberId AND v.voucher = $voucher
  )
  ORDER BY r.received_on, r.id
`);
