import type { MemberTx } from '@app/database';
import { balanceAsOf, listAccounts, readAccounts, type Account } from '@app/ledger';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowField, connect, cursor, found, Id, Money, nodeOf, Reading, type Page } from '../door/index.js';
import { AccountArgs, AccountConnection, AccountType, AsOfArgs, HistoryArgs } from './account.graphql.js';
import { AccountLineConnection } from './history.graphql.js';
import { historyOf } from './history.js';

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

  @AllowField.asParent
  @ResolveField('balance', () => Money, {
    description: 'What is posted on its own side, by effective day and by recorded instant: two independent questions. Zero before the first transfer.',
  })
  balance(@Reading() tx: MemberTx, @Parent() account: Account, @Args() { effectiveOn = null, recordedAt = null }: AsOfArgs) {
    return balanceAsOf(tx, account, { effectiveOn, recordedAt });
  }

  @AllowField.asParent
  @ResolveField('history', () => AccountLineConnection, { description: 'Its history (账户明细): each line with the balance after it, in recorded order.' })
  history(@Reading() tx: MemberTx, @Parent() account: Account, @Args() { newestFirst, ...page }: HistoryArgs) {
    return historyOf(tx, account, page, newestFirst);
  }
}
