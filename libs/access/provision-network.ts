import { shownOnce, type Database, type Done, type Once, type Secrets } from '@app/database';
import { newId } from '@app/kernel';
import { actingIn, type Visitor } from './acting.js';
import { emailOf } from './email.js';
import { keyedHash, type AccessKeys } from './keys.js';
import { makeInvitation, newInvitationCode } from './make-invitation.js';
import { checkNetwork, type NewNetwork } from './new-network.js';
import { insertNetwork } from './network.sql.js';

export interface ProvisionNetwork extends NewNetwork, Once {
  readonly administratorEmail: string;
}

export interface Provisioned {
  readonly networkId: string;
  readonly invitationId: string;
  readonly invitationExpiresAt: Date;
  readonly invitationCode: string | null;
}

/**
 * Makes a network and the invitation of its first administrator, both or neither. Only for whom the door has taken the
 * platform's own key from. The write is bound to the network that it makes: its row is global, the rest is inside it.
 */
export async function provisionNetwork(
  database: Database, visitor: Visitor, input: ProvisionNetwork, keys: AccessKeys,
): Promise<Done<Provisioned>> {
  const email = emailOf(input.administratorEmail, 'administratorEmail');
  const settings = checkNetwork(input);
  const networkId = idFor(keys.secrets, input);
  const sandboxSeconds = settings.sandbox ? 0n : null;
  const caller = actingIn({ ...settings, networkId, networkName: settings.name, sandboxSeconds }, visitor);
  const code = newInvitationCode();
  const done = await database.writeOnce(caller, 'network.provision', input, async (tx) => {
    await tx.run(insertNetwork, { ...settings, sandboxSeconds });
    const made = await makeInvitation(tx, keys.secrets, code, { email, memberId: null, roles: ['operator_administrator'] });
    tx.touch(networkId);
    tx.emit({ type: 'network.provisioned', aggregateId: networkId });
    return { networkId, invitationId: made.invitationId, invitationExpiresAt: made.expiresAt };
  });
  return shownOnce(done, 'invitationCode', code);
}

/**
 * The same key gives the same id, so that a repeated request comes to the network that keeps its answer. A UUID of
 * version 8: made by us, and not of the time.
 */
function idFor(secrets: Secrets, { idempotencyKey, validateOnly }: Once): string {
  if (!idempotencyKey || validateOnly) return newId();
  const bytes = keyedHash(secrets, 'network-id', idempotencyKey).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
