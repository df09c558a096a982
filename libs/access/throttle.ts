import type { Database, Secrets } from '@app/database';
import { keyedHash } from './keys.js';
import { refuse } from './refusals.js';
import { forgetChecks, forgetOldChecks, giveBackCheck, readWait, takeCheck } from './throttle.sql.js';

/** How many password checks an account gets in a window of time that none of them passed. */
export const throttle = { checks: 5, seconds: 15 * 60 } as const;

/**
 * Makes the check unless the account has used up its checks. The check is counted, and that committed, before it is
 * made: however many are sent at once, to however many processes, no more than the allowed few are ever made.
 */
export async function throttled<R>(
  database: Database, secrets: Secrets, email: string, check: () => Promise<R | null>,
): Promise<R | null> {
  const accountDigest = keyedHash(secrets, 'account', email);
  await takeOrRefuse(database, accountDigest);
  const passed = await check().catch(async (error: unknown) => {
    await database.outside((tx) => tx.run(giveBackCheck, { accountDigest }));
    throw error;
  });
  if (passed !== null) await database.outside((tx) => tx.run(forgetChecks, { accountDigest }));
  return passed;
}

/** Clears away what no longer counts; the worker does so now and then. */
export async function forgetOldThrottles(database: Database): Promise<number> {
  return database.outside((tx) => tx.run(forgetOldChecks, { seconds: throttle.seconds }));
}

async function takeOrRefuse(database: Database, accountDigest: Buffer): Promise<void> {
  const wait = await database.outside(async (tx) => {
    if (await tx.maybe(takeCheck, { accountDigest, ...throttle })) return null;
    return (await tx.maybe(readWait, { accountDigest, seconds: throttle.seconds })) ?? { retryAfterSeconds: 1 };
  });
  if (wait) throw refuse('TOO_MANY_ATTEMPTS', wait);
}
