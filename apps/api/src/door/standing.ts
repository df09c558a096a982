import type { Standing } from '@app/access';
import type { FastifyRequest } from 'fastify';
import type { Credentials } from './credentials.js';
import { presented } from './presented.js';
import type { TokenReader } from './token.strategy.js';

/** Where the bearer of a request's credential stands; null where it presents none that is good. */
export async function findStanding(request: FastifyRequest, credentials: Credentials, tokens: TokenReader): Promise<Standing | null> {
  const found = presented(request.headers);
  if (found.kind === 'key') return credentials.standingOfKey(found.secret);
  if (found.kind !== 'token') return null;
  const claims = await tokens.read(request);
  return claims && credentials.standingOf(claims);
}
