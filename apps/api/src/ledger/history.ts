import type { Tx } from '@app/database';
import { readHistory, readOpenHistory, type Account, type AccountLine } from '@app/ledger';
import { connect, cursor, type Page, type PageArgs } from '../door/index.js';

const byLine = cursor('account_line', { line: 'bigint' });

/** A line as it is shown, with what is available after it. */
export const shownLine = (line: AccountLine) => ({ ...line, availableAfterMinor: line.postedAfterMinor - line.heldAfterMinor });

/** A page of one account's history, the oldest line first or the newest. */
export function historyOf(tx: Tx, { id, floored }: Pick<Account, 'id' | 'floored'>, page: PageArgs, newestFirst: boolean): Promise<Page<AccountLine>> {
  return connect(page, byLine, async (after, count) => {
    const asked = { after: after?.line ?? null, newestFirst, count };
    const lines = await (floored ? tx.many(readHistory, { accountIds: [id], ...asked }) : tx.many(readOpenHistory, { accountId: id, ...asked }));
    return lines.map(shownLine);
  });
}
