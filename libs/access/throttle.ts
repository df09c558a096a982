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
  await takeOrRefuse(database, accountDigest, throttle);
  const passed = await check().catch(async (error: unknown) => {
    await database.outside((tx) => tx.run(giveBackCheck, { accountDigest }));
    throw error;
  });
  if (passed !== null) await database.outside((tx) => tx.run(forgetChecks, { accountDigest }));
  return passed;
}

/** How many look-ups by a public code one address may make in that time; several people may stand behind one. */
export const lookUpThrottle = { checks: 30, seconds: throttle.seconds } as const;

/**
 * Makes a look-up by a public code unless the address, or the code, has used up its checks. What is found lets the code's count
 * go, never the address's: who tries many codes finds one now and then.
 */
export async function throttledLookUp<R>(
  database: Database, secrets: Secrets, { address, code }: { address: string; code: string }, look: () => Promise<R | null>,
): Promise<R | null> {
  await takeOrRefuse(database, keyedHash(secrets, 'look-up', 'address', address), lookUpThrottle);
  const accountDigest = keyedHash(secrets, 'look-up', 'code', code);
  await takeOrRefuse(database, accountDigest, throttle);
  const found = await look();
  if (found !== null) await database.outside((tx) => tx.run(forgetChecks, { accountDigest }));
  return found;
}

/** Clears away what no longer counts; the worker does so now and then. */
export async function forgetOldThrottles(database: Database): Promise<number> {
  return database.outside((tx) => tx.run(forgetOldChecks, { seconds: throttle.seconds }));
}

async function takeOrRefuse(database: Database, accountDigest: Buffer, window: { checks: number; seconds: number }): Promise<void> {
  const wait = await database.outside(async (tx) => {
    if (await tx.maybe(takeCheck, { accountDigest, ...window })) return null;
    return (await tx.maybe(readWait, { accountDigest, seconds: window.seconds })) ?? { retryAfterSeconds: 1 };
  });
  if (wait) throw refuse('TOO_MANY_ATTEMPTS', wait);
}
