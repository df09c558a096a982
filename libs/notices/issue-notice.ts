import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertNotice, nextNumber, type Notice } from './notice.sql.js';

/** Issues the next paper of a series to a member; it counts as served only when someone has served it. */
export async function issueNotice(
  tx: NetworkTx,
  notice: Pick<Notice, 'series' | 'memberId' | 'caseType' | 'caseId' | 'says'>,
): Promise<Notice> {
  const { last: number } = await tx.one(nextNumber, { series: notice.series });
  const issued = { ...notice, id: newId(), number, issuedOn: tx.caller.today };
  await tx.run(insertNotice, { ...issued, says: JSON.stringify(notice.says) });
  tx.touch(issued.id);
  tx.emit({ type: 'notice.issued', aggregateId: notice.memberId, payload: { noticeId: issued.id } });
  return { ...issued, servedOn: null, servedBy: null };
}
