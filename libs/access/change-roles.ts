import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { grantableRoles, mustGrant } from './grantable-roles.js';
import { lockForChange, type SeenMembership } from './lock-membership.js';
import { updateMembership } from './membership.sql.js';
import { endSessionsOfMembership } from './session.sql.js';

export interface ChangeRoles extends SeenMembership, Once {
  readonly roles: readonly string[];
}

export interface MembershipChanged {
  readonly membershipId: string;
  readonly version: number;
  readonly endedSessions: number;
}

/** Gives a membership other roles, on the same side; its sessions end, so that the new ones hold from the next log-in. */
export async function changeRoles(database: Database, caller: Caller, input: ChangeRoles): Promise<Done<MembershipChanged>> {
  return database.writeOnce(caller, 'membership.change_roles', input, async (tx) => {
    mustGrant(caller);
    const { memberId, id } = await lockForChange(tx, input, { state: 'active', roles: input.roles });
    const roles = grantableRoles(input.roles, memberId);
    const { version } = await tx.one(updateMembership, { id, memberId, roles, state: 'active' });
    const endedSessions = await tx.run(endSessionsOfMembership, { membershipId: id, reason: 'roles_changed' });
    tx.touch(id);
    tx.emit({ type: 'membership.roles_changed', aggregateId: id });
    return { membershipId: id, version, endedSessions };
  });
}
