import { randomBytes } from 'node:crypto';
import { violated, type NetworkTx, type Secrets } from '@app/database';
import { newId, refuseKernel } from '@app/kernel';
import { insertCode, insertInvitation, withdrawInvitations } from './invitation.sql.js';
import { keyedHash } from './keys.js';
import type { RoleName } from './permissions.js';
import { sealEmail } from './sealed-email.js';

export interface MadeInvitation {
  readonly invitationId: string;
  readonly expiresAt: Date;
}

/** The code that its holder takes an invitation up with: 256 bits, shown once, kept nowhere. */
export function newInvitationCode(): string {
  return `inv_${randomBytes(32).toString('base64url')}`;
}

/** An e-mail as invitations of one network compare it; another network's digest of it is another. */
export function invitedEmailDigest(secrets: Secrets, networkId: string, email: string): Buffer {
  return keyedHash(secrets, 'invited-email', networkId, email);
}

/** Records an invitation under its code; an earlier one that is still open for the same e-mail is withdrawn. */
export async function makeInvitation(
  tx: NetworkTx, secrets: Secrets, code: string, offer: { email: string; memberId: string | null; roles: readonly RoleName[] },
): Promise<MadeInvitation> {
  const { networkId } = tx.caller;
  const id = newId();
  const emailDigest = invitedEmailDigest(secrets, networkId, offer.email);
  await tx.run(withdrawInvitations, { emailDigest });
  const { expiresAt } = await tx.one(insertInvitation, {
    id, emailDigest, sealedEmail: sealEmail(code, { networkId, invitationId: id }, offer.email),
    memberId: offer.memberId, roles: offer.roles, invitedBy: tx.caller.personId ?? tx.caller.apiKeyId,
  }).catch((error: unknown) => {
    // Members stand a floor above; that one exists is the schema's to say.
    throw violated(error) === 'invitation_of_member' ? refuseKernel('NOT_FOUND', {}, 'memberId') : error;
  });
  await tx.run(insertCode, { codeHash: keyedHash(secrets, 'invitation-code', code), purpose: 'invitation', id });
  tx.touch(id);
  tx.emit({ type: 'invitation.made', aggregateId: id });
  return { invitationId: id, expiresAt };
}
