import type { MemberTx } from '@app/database';
import { balancesAsOf, listAccounts, readAccounts, type Account } from '@app/ledger';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, connect, cursor, found, Id, LoadField, Money, nodeOf, Reading, type Loading, type Page } from '../door/index.js';
import { AccountArgs, AccountConnection, AccountType, AsOfArgs, HistoryArgs } from './account.graphql.js';
import { AccountLineConnection } from './history.graphql.js';
import { anyHistoriesOf } from './history.js';

nodeOf('account', { type: () => AccountType, allow: 'ledger.read', load: (tx, id) => tx.maybe(readAccounts, { accountIds: [id] }) });

const byAccount = cursor('account', { id: 'uuid' });

@Resolver(() => AccountType)
export class AccountResolver {
  @Allow('ledger.read')
  @Query(() => AccountConnection, { description: 'The accounts of the ledger. Source: RO-15.' })
  accounts(@Reading() tx: MemberTx, @Args() { kind = null, ...page }: AccountArgs): Promise<Page<Account>> {
    return connect(page, byAccount, (after, count) => tx.many(listAccounts, { kind, after: after?.id ?? null, count }));
  }

  @Allow('ledger.read')
  @Query(() => AccountType, { description: 'One account. Errors: NOT_FOUND.' })
  async account(@Reading() tx: MemberTx, @Id('account', { description: 'Which account.' }) id: string): Promise<Account> {
    return found(await tx.maybe(readAccounts, { accountIds: [id] }));
  }

  @LoadField('balance', () => Money, {
    allow: 'parent',
    description: 'What is posted on its own side, by effective day and by recorded instant: two independent questions. Zero before the first transfer.',
  })
  balances(accounts: readonly Account[], { tx }: Loading, @Args() { effectiveOn = null, recordedAt = null }: AsOfArgs) {
    return balancesAsOf(tx, accounts, { effectiveOn, recordedAt });
  }

  @LoadField('history', () => AccountLineConnection, {
    allow: 'parent', description: 'Its history (账户明细): each line with the balance after it, in recorded order.',
  })
  histories(accounts: readonly Account[], { tx }: Loading, @Args() { newestFirst, ...page }: HistoryArgs) {
    return anyHistoriesOf(tx, accounts, page, newestFirst);
  }
}
