import { statement } from '@app/database';

/** What a member is to be told: the notice itself, a call for money, or that a call comes due or is overdue. */
export type MessageCode = 'fund_called' | 'call_coming_due' | 'call_overdue' | 'notice_issued';

export interface Message {
  readonly id: string;
  readonly memberId: string;
  readonly code: MessageCode;
  /** The notice or the call that it is about. */
  readonly aboutId: string;
  readonly recordedAt: Date;
}

/** Adds a line; locks nothing. */
export const insertMessage = statement<Omit<Message, 'recordedAt'>>('notices.insert-message', `
  INSERT INTO message_log (network_id, id, member_id, code, about_id) VALUES ($network, $id, $memberId, $code, $aboutId)
`);

/** In id order, page by page. Leans on message_log_by_member, or on the primary key for all members. */
export const listMessages = statement<{ memberId: string | null; after: string | null; count: number }, Message>('notices.list-messages', `
  SELECT id, member_id, code, about_id, recorded_at FROM message_log
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
