import { statement } from '@app/database';

/** What somebody is told: a code and what fills it. Its recipient is an opaque reference of its kind. */
export interface Message {
  readonly id: string;
  readonly recipientKind: string;
  readonly recipientRef: string;
  /** Whose people see it in their lists; null for the operator's own, and for people outside. */
  readonly memberId: string | null;
  readonly code: string;
  /** What it is about, of the kind that its template names. */
  readonly aboutId: string | null;
  readonly params: Readonly<Record<string, string>>;
  /** The business instant. */
  readonly toldAt: Date;
  readonly recordedAt: Date;
}

export interface ReadMessage extends Message {
  readonly readAt: Date | null;
}

const columns = 'm.id, m.recipient_kind, m.recipient_ref, m.member_id, m.code, m.about_id, m.params, m.told_at, m.recorded_at';

/** Adds a line; locks nothing. */
export const insertMessage = statement<Omit<Message, 'recordedAt' | 'params'> & { params: string }>('notices.insert-message', `
  INSERT INTO message_log (network_id, id, recipient_kind, recipient_ref, member_id, code, about_id, params, told_at)
  VALUES ($network, $id, $recipientKind, $recipientRef, $memberId, $code, $aboutId, $params::jsonb, $toldAt)
`);

/** In id order, page by page; what went to a person by name is not among them. Leans on message_log_by_member, message_log_by_about, or on the primary key for all. */
export const listMessages = statement<
  { memberId: string | null; aboutId: string | null; after: string | null; count: number }, Message
>('notices.list-messages', `
  SELECT ${columns} FROM message_log m
  WHERE m.network_id = $network AND m.recipient_kind <> 'person' AND ($memberId::uuid IS NULL OR m.member_id = $memberId) AND ($aboutId::uuid IS NULL OR m.about_id = $aboutId)
    AND m.id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY m.id LIMIT $count
`);

/*
 * What is for a reader: by its own name, for its member, or, among the operator's people, for one of its roles. Each of
 * the three is a range of message_log_by_recipient.
 */
const forReader = `
      (m.recipient_kind = 'person' AND m.recipient_ref = $personId)
      OR (m.recipient_kind = 'member' AND m.recipient_ref = $memberId)
      OR (m.recipient_kind = 'role' AND m.recipient_ref = ANY($roles::text[]))`;

/** Newest first, page by page; locks nothing. */
export const listMyMessages = statement<
  { personId: string; memberId: string | null; roles: readonly string[]; unreadOnly: boolean; before: string | null; count: number }, ReadMessage
>('notices.list-my-messages', `
  SELECT ${columns}, r.read_at FROM message_log m
  LEFT JOIN message_read r ON r.network_id = $network AND r.person_id = $personId::text::uuid AND r.message_id = m.id
  WHERE m.network_id = $network AND m.id < coalesce($before::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AND (${forReader})
    AND (r.read_at IS NULL OR NOT $unreadOnly)
  ORDER BY m.id DESC LIMIT $count
`);

/** Which of these are for the reader; locks nothing. */
export const listMineOf = statement<
  { personId: string; memberId: string | null; roles: readonly string[]; ids: string[] }, { id: string }
>('notices.list-mine-of', `
  SELECT m.id FROM message_log m WHERE m.network_id = $network AND m.id = ANY($ids::uuid[]) AND (${forReader})
`);

/** What was read before keeps its first instant; waits only for a twin. */
export const insertReads = statement<{ personId: string; memberId: string | null; ids: string[]; readAt: Date }>('notices.insert-reads', `
  INSERT INTO message_read (network_id, person_id, message_id, member_id, read_at)
  SELECT $network, $personId::uuid, id, $memberId::uuid, $readAt::timestamptz FROM unnest($ids::uuid[]) AS id
  ON CONFLICT (network_id, person_id, message_id) DO NOTHING
`);
