import type { NetworkTx, Secrets } from '@app/database';
import { newId } from '@app/kernel';
import { keyedHash } from './keys.js';
import { insertMembership, insertMembershipIndex, lockMembershipOfPerson, updateMembership } from './membership.sql.js';
import { refuse } from './refusals.js';

/** Makes the person's membership of the network, or takes a deactivated one up again with what it is to be now. */
export async function takeUpMembership(
  tx: NetworkTx, secrets: Secrets, offer: { personId: string; memberId: string | null; roles: readonly string[] },
): Promise<string> {
  const known = await tx.maybe(lockMembershipOfPerson, { personId: offer.personId });
  if (known?.state === 'active') throw refuse('ALREADY_A_MEMBER');
  const id = known?.id ?? newId();
  if (known) await tx.run(updateMembership, { ...offer, id, state: 'active' });
  else await tx.run(insertMembership, { ...offer, id });
  await tx.run(insertMembershipIndex, { personHash: keyedHash(secrets, 'person', offer.personId), membershipId: id });
  tx.touch(id, offer.personId);
  tx.emit({ type: 'membership.taken_up', aggregateId: id });
  return id;
}
