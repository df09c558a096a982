import { randomBytes } from 'node:crypto';
import type { Secrets } from '@app/database';
import { keyedHash } from './keys.js';

const shape = /^sk_[\w-]{43}$/;

/** A new key's secret: 256 bits, so that guessing needs no throttle. */
export function newApiKeySecret(): string {
  return `sk_${randomBytes(32).toString('base64url')}`;
}

/** What a secret is found by, or null where it is none of ours by its very look. */
export function apiKeyHash(secrets: Secrets, secret: string): Buffer | null {
  return shape.test(secret) ? keyedHash(secrets, 'api-key', secret) : null;
}
