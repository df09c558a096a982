import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { allowanceOf } from './allow.js';
import type { DoorContext } from './context.js';
import { Credentials } from './credentials.js';
import { Fault } from './fault.js';
import { presented } from './presented.js';
import { findStanding } from './standing.js';
import { TokenReader } from './token.strategy.js';

/** Lets through whom an operation allows; it stands before every operation, and knows the caller afterwards. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly credentials: Credentials,
    private readonly tokens: TokenReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { operation, reply } = GqlExecutionContext.create(context).getContext<DoorContext>();
    const allowance = allowanceOf(context.getHandler());
    // The process does not boot with such an operation; if it ever did, nobody would get through here.
    if (!allowance) throw new Fault('FORBIDDEN');
    if (allowance.who === 'anyone') return true;
    if (allowance.who === 'platform') return this.admitPlatform(reply.request);
    const standing = await operation.standing(() => findStanding(reply.request, this.credentials, this.tokens));
    // To be signed in is a person's; an API key has its scopes and nothing else.
    if (allowance.who === 'signedIn' && standing.personId === null) throw new Fault('FORBIDDEN');
    if (allowance.who === 'permitted' && !standing.permissions.includes(allowance.permission)) throw new Fault('FORBIDDEN');
    return true;
  }

  private admitPlatform(request: FastifyRequest): boolean {
    const found = presented(request.headers);
    if (found.kind !== 'platform') throw new Fault(found.kind === 'none' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    if (!this.credentials.isPlatformKey(found.secret)) throw new Fault('UNAUTHENTICATED');
    return true;
  }
}
