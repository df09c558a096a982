import { statement } from '@app/database';

type Window = { accountDigest: Buffer; checks: number; seconds: number };

/**
 * Counts a check about to be made and answers one row, or none where the window's checks are used up. One upsert on
 * the primary key: checks at once wait for each other's row and are counted one after another.
 */
export const takeCheck = statement<Window, { checks: number }>('access.take-check', `
  INSERT INTO credential_throttle AS t (account_digest, checks, window_started)
  VALUES ($accountDigest, 1, clock_timestamp())
  ON CONFLICT (account_digest) DO UPDATE SET
    checks = CASE WHEN t.window_started + make_interval(secs => $seconds) <= clock_timestamp() THEN 1 ELSE t.checks + 1 END,
    window_started = CASE WHEN t.window_started + make_interval(secs => $seconds) <= clock_timestamp()
                          THEN clock_timestamp() ELSE t.window_started END
  WHERE t.checks < $checks OR t.window_started + make_interval(secs => $seconds) <= clock_timestamp()
  RETURNING checks
`);

/** How long until the window ends; by the primary key. */
export const readWait = statement<Omit<Window, 'checks'>, { retryAfterSeconds: number }>('access.read-wait', `
  SELECT greatest(1, ceil(extract(epoch FROM window_started + make_interval(secs => $seconds) - clock_timestamp())))::integer
         AS retry_after_seconds
  FROM credential_throttle WHERE account_digest = $accountDigest
`);

/** After a right password nothing counts against the account any more. */
export const forgetChecks = statement<{ accountDigest: Buffer }>('access.forget-checks', `
  DELETE FROM credential_throttle WHERE account_digest = $accountDigest
`);

/** Gives back a check that was counted and not made. */
export const giveBackCheck = statement<{ accountDigest: Buffer }>('access.give-back-check', `
  UPDATE credential_throttle SET checks = greatest(checks - 1, 0) WHERE account_digest = $accountDigest
`);

/** By the index on the window's start; rows whose window is over count for nothing. */
export const forgetOldChecks = statement<{ seconds: number }>('access.forget-old-checks', `
  DELETE FROM credential_throttle WHERE window_started < clock_timestamp() - make_interval(secs => $seconds)
`);
