import type { MemberTx } from '@app/database';
import { kindsFor, ownerFor } from './file-owner.js';
import { findFile, listFiles, type EvidenceFile } from './file.sql.js';

/** A page of the evidence of one subject; nothing where there is none, or none that the caller may see. */
export async function filesOf(
  tx: MemberTx, page: { readonly subjectType: string; readonly subjectId: string; readonly after: string | null; readonly count: number },
): Promise<EvidenceFile[]> {
  return ownerFor(tx.caller, page.subjectType) ? tx.many(listFiles, page) : [];
}

/** One file that is evidence, where the caller may see what it is evidence of. */
export const oneFile = (tx: MemberTx, id: string): Promise<EvidenceFile | null> => tx.maybe(findFile, { id, kinds: kindsFor(tx.caller) });
