import { statement } from '@app/database';

/*
 * The queue's own schema, by what graphile-worker offers for it: its function and its view.
 */

/** Lets one worker at a time make or change the queue's schema; held by the session. */
export const lockSchema = statement<Record<never, never>, object>('worker.lock-schema', `
  SELECT pg_advisory_lock(7203453)
`);

/** Adds jobs in the transaction that hands their events on. */
export const addJobs = statement<{ specs: string }, { id: bigint }>('worker.add-jobs', `
  SELECT j.id FROM graphile_worker.add_jobs(ARRAY(
    SELECT s FROM json_populate_recordset(NULL::graphile_worker.job_spec, $specs::json) AS s)) AS j
`);

/** Who has held a job for some seconds: mostly the living, who are at work on it. */
export const listHolders = statement<Record<never, never>, { holder: string }>('worker.list-holders', `
  SELECT DISTINCT locked_by AS holder FROM graphile_worker.jobs WHERE locked_at < now() - interval '3 seconds'
`);

/** Of these, who holds no presence: takes its lock for this transaction, which fails as long as it lives. */
export const listDead = statement<{ holders: string[] }, { holder: string }>('worker.list-dead', `
  SELECT holder FROM unnest($holders::text[]) AS h (holder) WHERE pg_try_advisory_xact_lock(hashtextextended(holder, 0))
`);

/** Held by a session as long as it lives; answers false where another has it. */
export const holdPresence = statement<{ holder: string }, { held: boolean }>('worker.hold-presence', `
  SELECT pg_try_advisory_lock(hashtextextended($holder, 0)) AS held
`);

/** Lets go at once what this session holds, before its connection is gone. */
export const letGo = statement<{ holder: string }, object>('worker.let-go', `
  SELECT pg_advisory_unlock(hashtextextended($holder, 0))
`);

/** Locks the jobs of these holders and makes them available again. */
export const freeJobs = statement<{ holders: string[] }>('worker.free-jobs', `
  SELECT graphile_worker.force_unlock_workers($holders::text[])
`);

/** Which of these is held by a session at this moment; takes nothing away from anybody, and keeps nothing. */
export const listHeld = statement<{ holders: string[] }, { holder: string }>('worker.list-held', `
  SELECT holder FROM unnest($holders::text[]) AS h (holder) WHERE NOT pg_try_advisory_xact_lock_shared(hashtextextended(holder, 0))
`);
