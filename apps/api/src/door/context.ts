import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from './operation.js';

/** What Mercurius hands to every resolver, hook and loader of one operation. */
export interface DoorContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
  readonly operation: Operation;
}

export function operationOf(context: ExecutionContext): Operation {
  return GqlExecutionContext.create(context).getContext<DoorContext>().operation;
}
