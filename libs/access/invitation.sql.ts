import { statement } from '@app/database';
import type { NetworkFacts } from './acting.js';
import type { Invitation } from './invitation.entity.js';
import { networkColumns } from './session.sql.js';

/** Finds what a code stands for, by the primary key. */
export const findCode = statement<{ codeHash: Buffer; purpose: string }, NetworkFacts & { id: string }>('access.find-code', `
  SELECT c.id, ${networkColumns}
  FROM public_code_index c JOIN network n ON n.id = c.network_id
  WHERE c.code_hash = $codeHash AND c.purpose = $purpose
`);

/** Into the global index, by the code's keyed hash; a code is never found twice. */
export const insertCode = statement<{ codeHash: Buffer; purpose: string; id: string }>('access.insert-code', `
  INSERT INTO public_code_index (code_hash, purpose, network_id, id) VALUES ($codeHash, $purpose, $network, $id)
`);

/** An invitation runs on the clock, a week long, whatever a sandbox network's clock says. */
export const insertInvitation = statement<
  { id: string; emailDigest: Buffer; sealedEmail: Buffer; memberId: string | null; roles: readonly string[]; invitedBy: string | null },
  { expiresAt: Date }
>('access.insert-invitation', `
  INSERT INTO invitation (network_id, id, email_digest, sealed_email, member_id, roles, invited_by, expires_at)
  VALUES ($network, $id, $emailDigest, $sealedEmail, $memberId, $roles, $invitedBy, clock_timestamp() + interval '7 days')
  RETURNING expires_at
`);

/** Takes back what is open for an e-mail; by the index of open ones. */
export const withdrawInvitations = statement<{ emailDigest: Buffer }>('access.withdraw-invitations', `
  UPDATE invitation SET withdrawn_at = clock_timestamp()
  WHERE network_id = $network AND email_digest = $emailDigest AND accepted_at IS NULL AND withdrawn_at IS NULL
`);

const open = 'accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > clock_timestamp()';

/** By primary key; taken up, withdrawn or run out it is not there. Locks nothing. */
export const readOpenInvitation = statement<{ id: string }, Invitation>('access.read-open-invitation', `
  SELECT id, sealed_email, member_id, roles, expires_at FROM invitation
  WHERE network_id = $network AND id = $id AND ${open}
`);

/** Takes an open invitation up; of two at once the second waits on the row and finds it taken. */
export const acceptOpenInvitation = statement<{ id: string }, Pick<Invitation, 'memberId' | 'roles'>>('access.accept-open-invitation', `
  UPDATE invitation SET accepted_at = clock_timestamp()
  WHERE network_id = $network AND id = $id AND ${open}
  RETURNING member_id, roles
`);
