import type { Tx } from '@app/database';
import { readHistory, readOpenHistory, type Account, type AccountLine } from '@app/ledger';
import { connectEach, cursor, groupedInOrder, type Page, type PageArgs } from '../door/index.js';

const byLine = cursor('account_line', { line: 'bigint' });

/** A line as it is shown, with what is available after it. */
export const shownLine = (line: AccountLine) => ({ ...line, availableAfterMinor: line.postedAfterMinor - line.heldAfterMinor });

/** A page of the history of each floored account, the oldest lines first or the newest. */
export function historiesOf(tx: Tx, accountIds: readonly string[], page: PageArgs, newestFirst: boolean): Promise<Page<AccountLine>[]> {
  return paged(page, accountIds, (after, count) => tx.many(readHistory, { accountIds: [...accountIds], after, newestFirst, count }));
}

/** The same of accounts of either kind: those without a floor keep no lines, so theirs are read otherwise. */
export function anyHistoriesOf(tx: Tx, accounts: readonly Account[], page: PageArgs, newestFirst: boolean): Promise<Page<AccountLine>[]> {
  const idsOf = (floored: boolean) => accounts.filter((account) => account.floored === floored).map(({ id }) => id);
  return paged(page, accounts.map(({ id }) => id), async (after, count) => {
    const asked = { after, newestFirst, count };
    const [kept, summed] = await Promise.all([
      tx.many(readHistory, { accountIds: idsOf(true), ...asked }), tx.many(readOpenHistory, { accountIds: idsOf(false), ...asked }),
    ]);
    return [...kept, ...summed];
  });
}

function paged(
  page: PageArgs, accountIds: readonly string[], load: (after: bigint | null, count: number) => Promise<AccountLine[]>,
): Promise<Page<AccountLine>[]> {
  return connectEach(page, byLine, async (after, count) =>
    groupedInOrder(accountIds, (await load(after?.line ?? null, count)).map(shownLine), (line) => line.accountId));
}
