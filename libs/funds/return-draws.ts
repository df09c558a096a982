import type { NetworkTx } from '@app/database';
import { newId, type Day } from '@app/kernel';
import { reverseTransfer } from '@app/ledger';
import { meetCalls } from './call.sql.js';
import { insertDrawReturn, listDrawTransfersOfCase } from './draw.sql.js';
import type { FundDraw } from './fund.entity.js';
import { lockFunds } from './lock-funds.js';

/** Gives back to a member's funds what a case drew of them, each draw once, and puts it against the open calls. */
export async function returnDraws(
  tx: NetworkTx, { memberId, caseType, caseId, effectiveOn }: { memberId: string; caseType: string; caseId: string; effectiveOn: Day },
): Promise<FundDraw[]> {
  await lockFunds(tx, memberId);
  const draws = await tx.many(listDrawTransfersOfCase, { caseType, caseId });
  for (const draw of draws) {
    const id = newId();
    await reverseTransfer(tx, { transferId: draw.transferId, effectiveOn, code: 'draw_return', cause: { type: 'fund_draw_return', id } });
    await tx.run(insertDrawReturn, { id, drawId: draw.id, fundId: draw.fundId, memberId, amountMinor: draw.amountMinor, effectiveOn });
    await tx.many(meetCalls, { fundId: draw.fundId, amountMinor: draw.amountMinor });
    tx.touch(id, draw.fundId);
    tx.emit({ type: 'fund.draw_returned', aggregateId: draw.fundId, payload: { fundDrawId: draw.id } });
  }
  return draws;
}
