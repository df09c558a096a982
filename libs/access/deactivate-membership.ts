import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import type { MembershipChanged } from './change-roles.js';
import { withdrawInvitations } from './invitation.sql.js';
import { keyedHash, type AccessKeys } from './keys.js';
import { lockForChange, type SeenMembership } from './lock-membership.js';
import { invitedEmailDigest } from './make-invitation.js';
import { deleteMembershipIndex, updateMembership } from './membership.sql.js';
import { readPerson } from './person.sql.js';
import { endSessionsOfMembership } from './session.sql.js';

/** Shuts a person out of the network at once: the sessions end, and only a new invitation brings them back. */
export async function deactivateMembership(
  database: Database, caller: Caller, input: SeenMembership & Once, keys: AccessKeys,
): Promise<Done<MembershipChanged>> {
  return database.writeOnce(caller, 'membership.deactivate', input, async (tx) => {
    const membership = await lockForChange(tx, input, { state: 'deactivated', roles: [] });
    const { id, personId } = membership;
    const { version } = await tx.one(updateMembership, { ...membership, state: 'deactivated' });
    await tx.run(deleteMembershipIndex, { personHash: keyedHash(keys.secrets, 'person', personId) });
    const { email } = await tx.one(readPerson, { id: personId });
    await tx.run(withdrawInvitations, { emailDigest: invitedEmailDigest(keys.secrets, caller.networkId, email) });
    const endedSessions = await tx.run(endSessionsOfMembership, { membershipId: id, reason: 'deactivated' });
    tx.touch(id, personId);
    tx.emit({ type: 'membership.deactivated', aggregateId: id });
    return { membershipId: id, version, endedSessions };
  });
}
