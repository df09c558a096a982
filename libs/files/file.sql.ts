import { statement } from '@app/database';
import type { Upload } from './upload.sql.js';

/** A file that is evidence of a subject; withdrawn, it stays and says why it no longer counts. */
export interface EvidenceFile extends Upload {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly attachedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

const columns = `f.id, f.digest, f.bytes, f.media_type, f.name, f.uploaded_by, f.uploaded_at, f.subject_type, f.subject_id,
  f.member_id, f.attached_at, w.withdrawn_at, w.reason AS withdrawn_reason`;
const withdrawal = 'LEFT JOIN file_withdrawal w ON w.network_id = $network AND w.file_id = f.id';

/** Adds a row with the id of the upload that it was; its object is in use already. */
export const insertFile = statement<
  Upload & Pick<EvidenceFile, 'subjectType' | 'subjectId' | 'memberId' | 'attachedAt'> & { attachedBy: string }
>('files.insert-file', `
  INSERT INTO file (network_id, id, digest, bytes, media_type, name, uploaded_by, uploaded_at, subject_type, subject_id, member_id, attached_by, attached_at)
  VALUES ($network, $id, $digest, $bytes, $mediaType, $name, $uploadedBy, $uploadedAt, $subjectType, $subjectId, $memberId, $attachedBy, $attachedAt)
`);

/** By primary key, of the kinds that the caller may see; locks nothing. */
export const findFile = statement<{ id: string; kinds: string[] }, EvidenceFile>('files.find-file', `
  SELECT ${columns} FROM file f ${withdrawal} WHERE f.network_id = $network AND f.id = $id AND f.subject_type = ANY($kinds)
`);

/** A page of one subject's files in id order by file_by_subject; locks nothing. */
export const listFiles = statement<{ subjectType: string; subjectId: string; after: string | null; count: number }, EvidenceFile>('files.list', `
  SELECT ${columns} FROM file f ${withdrawal}
  WHERE f.network_id = $network AND f.subject_type = $subjectType AND f.subject_id = $subjectId AND f.id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY f.id LIMIT $count
`);

/** By file_by_subject, for the loaders; locks nothing. */
export const listFilesOfSubjects = statement<{ subjectType: string; subjectIds: string[] }, EvidenceFile>('files.list-of-subjects', `
  SELECT ${columns} FROM file f ${withdrawal}
  WHERE f.network_id = $network AND f.subject_type = $subjectType AND f.subject_id = ANY($subjectIds::uuid[]) ORDER BY f.id
`);

/** Touches no row when the file was withdrawn already; a second that withdraws at once waits on the primary key. */
export const insertWithdrawal = statement<
  { fileId: string; memberId: string | null; reason: string; withdrawnBy: string; withdrawnAt: Date }
>('files.insert-withdrawal', `
  INSERT INTO file_withdrawal (network_id, file_id, member_id, reason, withdrawn_by, withdrawn_at)
  VALUES ($network, $fileId, $memberId, $reason, $withdrawnBy, $withdrawnAt)
  ON CONFLICT DO NOTHING
`);
