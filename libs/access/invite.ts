import { shownOnce, type Database, type Done, type Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { emailOf } from './email.js';
import { grantableRoles, mustGrant } from './grantable-roles.js';
import type { AccessKeys } from './keys.js';
import { makeInvitation, newInvitationCode, type MadeInvitation } from './make-invitation.js';

export interface Invite extends Once {
  readonly email: string;
  readonly roles: readonly string[];
  /** Whose person it will be; null for the operator's own. */
  readonly memberId: string | null;
}

export type Invited = MadeInvitation & { readonly code: string | null };

/** Offers a membership to an e-mail address; its code is shown once, for the inviter to hand on. */
export async function invite(database: Database, caller: Caller, input: Invite, keys: AccessKeys): Promise<Done<Invited>> {
  const code = newInvitationCode();
  const done = await database.writeOnce(caller, 'invitation.make', input, async (tx) => {
    mustGrant(caller);
    const email = emailOf(input.email);
    const roles = grantableRoles(input.roles, input.memberId);
    return makeInvitation(tx, keys.secrets, code, { email, roles, memberId: input.memberId });
  });
  return shownOnce(done, 'code', code);
}
