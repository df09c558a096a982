import { newId, type Caller } from '@app/kernel';

/** Secrets of the deployment, from outside the database. */
export interface Secrets {
  /** Keys the digests of requests and of what must be found without being readable. */
  readonly hashKey: Buffer;
}

/** Who did what, on whose behalf, to what, and what came of it. */
export interface AuditRecord {
  readonly id: string;
  readonly personId: string | null;
  readonly apiKeyId: string | null;
  readonly memberId: string | null;
  readonly action: string;
  readonly requestDigest: Buffer;
  readonly touched: readonly string[];
  readonly outcome: string;
  readonly requestId: string;
}

export function auditOf(caller: Caller, action: string, digest: Buffer, touched: ReadonlySet<string>, outcome: string): AuditRecord {
  return {
    id: newId(), personId: caller.personId, apiKeyId: caller.apiKeyId, memberId: caller.memberId,
    action, requestDigest: digest, touched: [...touched], outcome, requestId: caller.requestId,
  };
}
