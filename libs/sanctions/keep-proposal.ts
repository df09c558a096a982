import type { NetworkTx } from '@app/database';
import { markCase } from '@app/funds';
import { newId, type Caller } from '@app/kernel';
import type { SanctionPack } from './load-due.js';
import { insertComplaints, insertSanction, type Sanction } from './sanction.sql.js';
import type { SanctionDue } from './sanctions-due.js';

/** Who acts: a person or a key; null is the system. */
export const actorOf = ({ personId, apiKeyId }: Caller): string | null => personId ?? apiKeyId;

export type Proposal = Pick<Sanction, 'memberId' | 'rule' | 'measure' | 'problem' | 'windowFrom' | 'windowThrough' | 'moreThan' | 'staffCode' | 'reason' | 'amountMinor'
  | 'currency' | 'dueDays' | 'wholeDeposit' | 'isPublic'> & { readonly complaintIds: readonly string[] };

/** Keeps a proposal; the member's funds stay until it is decided. Null where the same was proposed before. */
export async function keepProposal(tx: NetworkTx, pack: SanctionPack, { complaintIds, ...proposal }: Proposal): Promise<Sanction | null> {
  const sanction = await tx.maybe(insertSanction, {
    ...proposal, id: newId(), packId: pack.id, packVersion: pack.version, packDigest: pack.digest, appealDays: pack.rules.windows[0]!.appealDays,
    proposedBy: actorOf(tx.caller), proposedOn: tx.caller.today,
  });
  if (!sanction) return null;
  const { id: sanctionId, memberId } = sanction;
  if (complaintIds.length > 0) await tx.run(insertComplaints, { sanctionId, memberId, complaintIds });
  await markCase(tx, { caseType: 'sanction', caseId: sanctionId, memberId });
  tx.touch(sanctionId);
  tx.emit({ type: 'sanction.proposed', aggregateId: memberId, payload: { sanctionId } });
  return sanction;
}

/** A proposal as the rules make it. */
export function byRule(memberId: string, currency: string, { complaintIds, amount, ...due }: SanctionDue): Proposal {
  return {
    ...due, memberId, complaintIds, staffCode: null, reason: null, amountMinor: amount?.minor ?? null, currency: amount?.currency ?? currency, isPublic: false,
  };
}
