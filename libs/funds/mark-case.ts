import type { NetworkTx } from '@app/database';
import { insertMark, liftMark } from './case-mark.sql.js';
import { lockFunds } from './lock-funds.js';

interface Case {
  readonly caseType: string;
  readonly caseId: string;
}

/** Marks a member's funds with an open case, so that they are not released under it. */
export async function markCase(tx: NetworkTx, marked: Case & { memberId: string }): Promise<void> {
  await lockFunds(tx, marked.memberId);
  await tx.run(insertMark, marked);
}

/** Lifts the mark of a case that has come to its end. */
export async function liftCaseMark(tx: NetworkTx, marked: Case): Promise<void> {
  await tx.run(liftMark, { ...marked, now: tx.caller.now });
}
