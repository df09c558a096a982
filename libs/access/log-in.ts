import type { Database } from '@app/database';
import { refuseKernel, showId } from '@app/kernel';
import type { NetworkFacts, Visitor } from './acting.js';
import { checkCredentials } from './check-credentials.js';
import { emailOf } from './email.js';
import { keyedHash, type AccessKeys } from './keys.js';
import { findMemberships } from './membership.sql.js';
import { openSession, type LoggedIn } from './open-session.js';
import { refuse } from './refusals.js';

export interface LogIn {
  readonly email: string;
  readonly password: string;
  /** Needed only by who belongs to several networks. */
  readonly networkId: string | null;
}

type Choice = NetworkFacts & { readonly membershipId: string };

/** Opens a session for an e-mail and a password; which networks there are to choose from, only the right password tells. */
export async function logIn(database: Database, visitor: Visitor, input: LogIn, keys: AccessKeys): Promise<LoggedIn> {
  const person = await checkCredentials(database, keys.secrets, { email: emailOf(input.email), password: input.password });
  const personHash = keyedHash(keys.secrets, 'person', person.id);
  const choices = await database.outside((tx) => tx.many(findMemberships, { personHash }));
  const network = chosen(choices, input.networkId);
  return openSession(database, visitor, { action: 'session.log_in', personId: person.id, network, fromId: null }, keys);
}

function chosen(choices: readonly Choice[], networkId: string | null): Choice {
  const [first, ...others] = choices;
  if (!first) throw refuse('NO_MEMBERSHIP');
  if (networkId === null) {
    if (others.length > 0) throw refuse('NETWORK_NEEDED', namesById(choices), 'networkId');
    return first;
  }
  const named = choices.find((choice) => choice.networkId === networkId);
  if (!named) throw refuseKernel('NOT_FOUND', {}, 'networkId');
  return named;
}

/** Details hold no lists: each network's name stands under its id. */
function namesById(choices: readonly Choice[]): Record<string, string> {
  return Object.fromEntries(choices.map((choice) => [showId('network', choice.networkId), choice.networkName]));
}
