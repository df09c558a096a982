import { statement } from '@app/database';
import type { CallBackResult } from './policy.js';

/** A consumer to be called: whether the advice helped, or how it was. */
export interface CallBack {
  readonly id: string;
  readonly kind: 'consultation' | 'closing';
  readonly complaintId: string | null;
  readonly consultationId: string | null;
  readonly dueMs: bigint;
  readonly dueAt: Date;
  readonly state: 'due' | 'done' | 'dropped';
  readonly result: CallBackResult | null;
  readonly satisfaction: number | null;
  readonly note: string | null;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
}

/** A call-back that is due; locks nothing but its own row. */
export const insertCallBack = statement<Pick<CallBack, 'id' | 'kind' | 'complaintId' | 'consultationId' | 'dueMs' | 'dueAt'>, CallBack>('complaints.insert-call-back', `
  INSERT INTO call_back (network_id, id, kind, complaint_id, consultation_id, due_ms, due_at)
  VALUES ($network, $id, $kind, $complaintId, $consultationId, $dueMs, $dueAt)
  RETURNING *
`);

/** By primary key; locks nothing. */
export const readCallBack = statement<{ callBackId: string }, CallBack>('complaints.read-call-back', `
  SELECT * FROM call_back WHERE network_id = $network AND id = $callBackId
`);

/** Locks the call-back, after its complaint: it is done once. */
export const lockCallBack = statement<{ callBackId: string }, CallBack>('complaints.lock-call-back', `
  SELECT * FROM call_back WHERE network_id = $network AND id = $callBackId FOR NO KEY UPDATE
`);

/** The row that lockCallBack holds. */
export const finishCallBack = statement<
  { callBackId: string; result: CallBackResult; satisfaction: number | null; note: string | null; at: Date; by: string | null }, CallBack
>('complaints.finish-call-back', `
  UPDATE call_back SET state = 'done', result = $result, satisfaction = $satisfaction, note = $note, done_at = $at, done_by = $by
  WHERE network_id = $network AND id = $callBackId RETURNING *
`);

/** What is still due for a complaint, by call_back_by_complaint; its lock is held. */
export const dropCallBacks = statement<{ complaintId: string }>('complaints.drop-call-backs', `
  UPDATE call_back SET state = 'dropped' WHERE network_id = $network AND complaint_id = $complaintId AND state = 'due'
`);

/** What is due, the earliest first, by call_back_due; locks nothing. */
export const listCallBacksDue = statement<{ throughMs: bigint; afterMs: bigint; after: string; count: number }, CallBack>('complaints.list-call-backs-due', `
  SELECT * FROM call_back
  WHERE network_id = $network AND state = 'due' AND due_ms <= $throughMs AND (due_ms, id) > ($afterMs::bigint, $after::uuid)
  ORDER BY due_ms, id LIMIT $count
`);

/** All of each complaint, oldest first, by call_back_by_complaint; locks nothing. */
export const readCallBacks = statement<{ complaintIds: string[] }, CallBack>('complaints.read-call-backs', `
  SELECT * FROM call_back WHERE network_id = $network AND complaint_id = ANY($complaintIds::uuid[]) ORDER BY id
`);
