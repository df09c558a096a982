import { createHmac } from 'node:crypto';
import { refuseKernel } from '@app/kernel';
import type { Secrets } from './audit.js';
import { insertKey, readKey, storeResult } from './request-key.sql.js';
import { fromStored, toStored } from './stored.js';
import type { Transaction } from './transaction.js';

/** A keyed digest of a request: tells two requests apart without keeping what they said. */
export function digestOf(secrets: Secrets, request: unknown): Buffer {
  return createHmac('sha256', secrets.hashKey).update(toStored(request, true)).digest();
}

/**
 * Claims the key for this transaction. A concurrent twin waits here until the first has committed, then gets its kept
 * answer; if the first rolled back, a refusal for instance, the key is free again.
 */
export async function claimKey<R>(tx: Transaction, action: string, key: string, digest: Buffer): Promise<{ result: R } | null> {
  const claim = { actorId: actorOf(tx), action, key };
  if ((await tx.run(insertKey, { ...claim, requestDigest: digest })) === 1) return null;
  const kept = await tx.one(readKey, claim);
  if (!kept.requestDigest.equals(digest)) throw refuseKernel('IDEMPOTENCY_CONFLICT', {}, 'idempotencyKey');
  return { result: fromStored<R>(kept.result) };
}

/** Keeps what the request came to, as text that reads back the same. */
export function keepResult(tx: Transaction, action: string, key: string, stored: string): Promise<number> {
  return tx.run(storeResult, { actorId: actorOf(tx), action, key, result: stored });
}

/** A key is its person's or its API key's own: nobody replays another's answer. */
function actorOf(tx: Transaction): string {
  return tx.caller.personId ?? tx.caller.apiKeyId ?? '00000000-0000-0000-0000-000000000000';
}
