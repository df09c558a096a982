import { violated, type Database, type NetworkTx } from '@app/database';
import { newId, refuseKernel } from '@app/kernel';
import { actingIn, type NetworkFacts, type Visitor } from './acting.js';
import { checkCredentials } from './check-credentials.js';
import { acceptOpenInvitation, findCode, readOpenInvitation } from './invitation.sql.js';
import { keyedHash, type AccessKeys } from './keys.js';
import { checkPassword, hashPassword } from './passwords.js';
import { insertPerson, readPersonByEmail } from './person.sql.js';
import { refuse } from './refusals.js';
import { openEmail } from './sealed-email.js';
import { takeUpMembership } from './take-up-membership.js';

export interface AcceptInvitation {
  readonly code: string;
  /** Of a new person; somebody who is known keeps their own. */
  readonly displayName: string;
  /** A new person's choice; somebody who is known proves themself with the one they have. */
  readonly password: string;
}

export interface Accepted {
  readonly networkId: string;
  readonly personId: string;
  readonly membershipId: string;
}

interface Taker {
  readonly id: string;
  /** Null for a person who is known already. */
  readonly added: { readonly email: string; readonly displayName: string; readonly passwordHash: string } | null;
}

/** Takes an invitation up, once: its e-mail's person becomes one of the network, and is made where there was none. */
export async function acceptInvitation(
  database: Database, visitor: Visitor, input: AcceptInvitation, keys: AccessKeys,
): Promise<Accepted> {
  const found = await findOpen(database, visitor, input.code, keys);
  const taker = await takerOf(database, found.email, input, keys);
  const caller = actingIn(found.network, visitor, { personId: taker.id });
  const act = { action: 'invitation.accept', request: { invitationId: found.invitationId } };
  return database.write(caller, act, async (tx) => {
    const offer = await tx.maybe(acceptOpenInvitation, { id: found.invitationId });
    if (!offer) throw refuse('INVITATION_INVALID', {}, 'code');
    await addPerson(tx, taker);
    const membershipId = await takeUpMembership(tx, keys.secrets, { ...offer, personId: taker.id }).catch(orMemberAlready);
    tx.touch(found.invitationId);
    return { networkId: found.network.networkId, personId: taker.id, membershipId };
  });
}

async function findOpen(
  database: Database, visitor: Visitor, code: string, keys: AccessKeys,
): Promise<{ network: NetworkFacts; invitationId: string; email: string }> {
  const codeHash = keyedHash(keys.secrets, 'invitation-code', code);
  const network = await database.outside((tx) => tx.maybe(findCode, { codeHash, purpose: 'invitation' }));
  if (!network) throw refuse('INVITATION_INVALID', {}, 'code');
  const { networkId, id: invitationId } = network;
  const open = await database.read(actingIn(network, visitor), (tx) => tx.maybe(readOpenInvitation, { id: invitationId }));
  if (!open) throw refuse('INVITATION_INVALID', {}, 'code');
  return { network, invitationId, email: openEmail(code, { networkId, invitationId }, open.sealedEmail) };
}

/** Hashing takes its time, so it is done before the transaction, never in it. */
async function takerOf(database: Database, email: string, input: AcceptInvitation, keys: AccessKeys): Promise<Taker> {
  const known = await database.outside((tx) => tx.maybe(readPersonByEmail, { email }));
  if (known) {
    const { id } = await checkCredentials(database, keys.secrets, { email, password: input.password });
    return { id, added: null };
  }
  checkPassword(input.password);
  const displayName = input.displayName.trim();
  if (displayName.length < 1 || displayName.length > 100) throw refuseKernel('INVALID_INPUT', { problem: 'displayName' }, 'displayName');
  return { id: newId(), added: { email, displayName, passwordHash: await hashPassword(input.password) } };
}

async function addPerson(tx: NetworkTx, { id, added }: Taker): Promise<void> {
  if (!added || (await tx.run(insertPerson, { id, ...added })) === 1) return;
  // Became known in another network in this very moment, with a password that is not proven here.
  throw refuse('CREDENTIALS_WRONG', {}, 'password');
}

function orMemberAlready(error: unknown): never {
  const twice = ['membership_once_per_person', 'membership_index_pkey'].includes(violated(error) ?? '');
  throw twice ? refuse('ALREADY_A_MEMBER') : error;
}
