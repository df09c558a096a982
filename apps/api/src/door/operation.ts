import type { Standing } from '@app/access';
import type { Database, MemberTx } from '@app/database';
import { dayOf, newId, type Caller } from '@app/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from './fault.js';
import type { Limits } from './limits.js';
import { Reading } from './reading.js';

/** What is known of a request before anybody is: enough for operations that are open to anyone. */
export interface Visitor {
  readonly requestId: string;
  readonly locale: 'zh' | 'en';
  /** The clock; a visitor has no network whose sandbox could move it. */
  readonly now: Date;
  /** Where the request comes from, to count attempts by. */
  readonly address: string;
}

/** One GraphQL operation on its way through the door: its caller, once found, and its reading, once opened. */
export class Operation {
  readonly visitor: Visitor;
  readonly began = performance.now();
  /** Set before execution, for the log and the answer. */
  facts: { readonly type: string; readonly name: string | null; readonly cost: number } | null = null;
  private readonly reading: Reading;
  private called: { readonly caller: Caller; readonly standing: Standing } | null = null;
  private seeking: Promise<Standing | null> | null = null;

  constructor(request: FastifyRequest, reply: FastifyReply, database: Database, limits: Limits) {
    this.visitor = { requestId: request.id, locale: localeOf(request), now: new Date(), address: request.ip };
    this.reading = new Reading(database, limits.operationMs);
    // The backstop for every path, a client that goes away included: after it nothing of this request runs.
    reply.raw.once('close', () => void this.end());
  }

  /** Loads the standing once, however many fields ask for it. */
  async standing(load: () => Promise<Standing | null>): Promise<Standing> {
    this.seeking ??= load();
    const standing = await this.seeking;
    if (!standing) throw new Fault('UNAUTHENTICATED');
    this.called ??= { standing, caller: callerOf(standing, this.visitor) };
    return standing;
  }

  get caller(): Caller {
    if (!this.called) throw new Fault('UNAUTHENTICATED');
    return this.called.caller;
  }

  get maybeCaller(): Caller | null {
    return this.called?.caller ?? null;
  }

  get networkName(): string {
    return this.called?.standing.networkName ?? '';
  }

  get inSandbox(): boolean {
    return typeof this.called?.standing.sandboxSeconds === 'bigint';
  }

  get outOfTime(): boolean {
    return this.reading.outOfTime;
  }

  tx(): Promise<MemberTx> {
    return this.reading.tx(this.caller);
  }

  end(): Promise<void> {
    return this.reading.end();
  }
}

/** The caller that rooms see, made of who stands there and of when it is for them. */
export function callerOf(standing: Standing, { now: clock, locale, requestId }: Visitor): Caller {
  const now = new Date(clock.getTime() + Number(standing.sandboxSeconds ?? 0n) * 1000);
  const { networkId, memberId, personId, apiKeyId, membershipId, sessionId, roles, zone, currency, backDays, aheadDays } = standing;
  return {
    networkId, memberId, personId, apiKeyId, membershipId, sessionId, roles, zone, currency, backDays, aheadDays,
    permissions: new Set(standing.permissions), now, today: dayOf(now, zone), locale, requestId,
  };
}

/** A request id that a caller may choose, so that their log and ours can be laid side by side. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{8,64}$/.test(given) ? given : newId();
}

export function localeOf(request: FastifyRequest): 'zh' | 'en' {
  return /^\s*zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en';
}
