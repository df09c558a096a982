import type { Database } from '@app/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Credentials } from './credentials.js';
import { operations } from './graphql.js';
import { Operation } from './operation.js';
import type { Settings } from './settings.js';
import { findStanding } from './standing.js';
import { TokenReader } from './token.strategy.js';

/** What routes beside GraphQL are made with. */
export interface HttpDoor {
  readonly settings: Settings;
  readonly database: Database;
  readonly credentials: Credentials;
}

/** Finds the caller of a request beside GraphQL, by the same credentials; an unknown one is refused. */
export function httpOperations({ settings, database, credentials }: HttpDoor) {
  const tokens = new TokenReader(credentials);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Operation> => {
    const operation = new Operation(request, reply, database, settings.limits);
    operations.set(request, operation);
    await operation.standing(() => findStanding(request, credentials, tokens));
    return operation;
  };
}
