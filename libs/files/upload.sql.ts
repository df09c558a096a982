import { statement } from '@app/database';

/** A file that came in and belongs to nothing yet. */
export interface Upload {
  readonly id: string;
  readonly digest: string;
  readonly bytes: bigint;
  readonly mediaType: string;
  readonly name: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/**
 * Locks the object of a digest, new or known, and takes it into use. Whoever would let it go waits here, or has let it go
 * before; so the caller looks for its bytes only afterwards.
 */
export const takeObject = statement<{ digest: string; bytes: bigint }>('files.take-object', `
  INSERT INTO file_object (network_id, digest, bytes) VALUES ($network, $digest, $bytes)
  ON CONFLICT (network_id, digest) DO UPDATE SET unused_since = NULL
`);

/** Adds a row under the lock of its object. */
export const insertUpload = statement<Upload & { memberId: string | null }>('files.insert-upload', `
  INSERT INTO file_upload (network_id, id, digest, bytes, media_type, name, member_id, uploaded_by, uploaded_at)
  VALUES ($network, $id, $digest, $bytes, $mediaType, $name, $memberId, $uploadedBy, $uploadedAt)
`);

/** Takes uploads of one person or key away, locking them by primary key: of two who attach one, the second finds none. */
export const takeUploads = statement<{ ids: string[]; actorId: string }, Upload>('files.take-uploads', `
  DELETE FROM file_upload WHERE network_id = $network AND id = ANY($ids::uuid[]) AND uploaded_by = $actorId
  RETURNING id, digest, bytes, media_type, name, uploaded_by, uploaded_at
`);

/** One upload of the person or key that brought it, by primary key; locks nothing. */
export const findUpload = statement<{ id: string; actorId: string }, Upload>('files.find-upload', `
  SELECT id, digest, bytes, media_type, name, uploaded_by, uploaded_at FROM file_upload
  WHERE network_id = $network AND id = $id AND uploaded_by = $actorId
`);

/*
 * What is not attached ages by the database's clock, which recorded it, not by a sandbox's.
 */

/** Networks with uploads past their day, or with objects unused for an hour; for the worker's role. Leans on file_upload_by_age and file_object_unused. */
export const networksToSweep = statement<{ now: Date; count: number }, { networkId: string; id: string }>('files.networks-to-sweep', `
  SELECT n.id AS network_id, n.id FROM network n
  WHERE EXISTS (SELECT FROM file_upload u WHERE u.network_id = n.id AND u.recorded_at < now() - interval '1 day')
     OR EXISTS (SELECT FROM file_object o WHERE o.network_id = n.id AND o.unused_since < now() - interval '1 hour')
  ORDER BY n.id LIMIT $count
`);

/** Locks what it deletes, oldest first; what was attached meanwhile is gone already, or is not found by who attaches. Leans on file_upload_by_age. */
export const deleteOldUploads = statement<{ count: number }, { digest: string }>('files.delete-old-uploads', `
  DELETE FROM file_upload
  WHERE network_id = $network AND id IN (
    SELECT id FROM file_upload WHERE network_id = $network AND recorded_at < now() - interval '1 day'
    ORDER BY recorded_at LIMIT $count)
  RETURNING digest
`);

/** Locks objects in order of digest, so that nobody takes them into use until the end. */
export const lockObjects = statement<{ digests: string[] }, { digest: string }>('files.lock-objects', `
  SELECT digest FROM file_object WHERE network_id = $network AND digest = ANY($digests) ORDER BY digest FOR UPDATE
`);

/** The rows that lockObjects holds; those that no file has begin to be unused. */
export const markUnused = statement<{ digests: string[] }>('files.mark-unused', `
  UPDATE file_object o SET unused_since = now()
  WHERE o.network_id = $network AND o.digest = ANY($digests) AND o.unused_since IS NULL
    AND NOT EXISTS (SELECT FROM file f WHERE f.network_id = $network AND f.digest = o.digest)
    AND NOT EXISTS (SELECT FROM file_upload u WHERE u.network_id = $network AND u.digest = o.digest)
`);

/** Locks one object that was unused for an hour, passing by those that are being taken into use. Leans on file_object_unused. */
export const lockUnused = statement<Record<never, never>, { digest: string }>('files.lock-unused', `
  SELECT digest FROM file_object WHERE network_id = $network AND unused_since < now() - interval '1 hour'
  ORDER BY unused_since LIMIT 1 FOR UPDATE SKIP LOCKED
`);

/** The row that lockUnused holds. */
export const deleteObject = statement<{ digest: string }>('files.delete-object', `
  DELETE FROM file_object WHERE network_id = $network AND digest = $digest
`);
