import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import type { Membership } from './membership.entity.js';
import { lockWithAdministrators } from './membership.sql.js';
import { refuse } from './refusals.js';

/** Which membership is to change, as it was when the caller last looked. */
export interface SeenMembership {
  readonly membershipId: string;
  readonly version: number;
}

const administers = ({ state, roles }: Pick<Membership, 'state' | 'roles'>) => state === 'active' && roles.includes('operator_administrator');

/**
 * Locks an active membership for the change that is to come, together with the network's administrators; refuses it
 * where it has changed meanwhile, or where it would leave the network without an administrator.
 */
export async function lockForChange(tx: NetworkTx, seen: SeenMembership, next: Pick<Membership, 'state' | 'roles'>): Promise<Membership> {
  const locked = await tx.many(lockWithAdministrators, { id: seen.membershipId });
  const membership = locked.find(({ id }) => id === seen.membershipId);
  if (!membership) throw refuseKernel('NOT_FOUND', {}, 'membershipId');
  if (membership.version !== seen.version) throw refuseKernel('STALE_VERSION', { version: membership.version }, 'version');
  if (membership.state !== 'active') throw refuse('MEMBERSHIP_DEACTIVATED');
  const others = locked.filter((one) => one !== membership && administers(one));
  if (administers(membership) && !administers(next) && others.length === 0) throw refuse('LAST_ADMINISTRATOR');
  return membership;
}
