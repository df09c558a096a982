import type { MemberTx } from '@app/database';
import type { Day as KernelDay } from '@app/kernel';
import { refuseLedger, sumByKind } from '@app/ledger';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Day, Reading, roomErrors } from '../door/index.js';
import { TrialBalance } from './ledger.graphql.js';

roomErrors(refuseLedger);

@Resolver(() => TrialBalance)
export class LedgerResolver {
  @Allow('ledger.read')
  @Query(() => TrialBalance, { description: 'The trial balance of the network.' })
  async trialBalance(
    @Reading() tx: MemberTx,
    @Args('effectiveOn', { type: () => Day, nullable: true, description: 'Only what was effective by this day; all where absent.' })
    effectiveOn: KernelDay | null = null,
  ) {
    const rows = await tx.many(sumByKind, { effectiveOn });
    const lines = rows.map((row) => ({
      ...row, balanceMinor: row.side === 'debit' ? row.debitMinor - row.creditMinor : row.creditMinor - row.debitMinor,
    }));
    const off = new Map<string, bigint>();
    for (const row of rows) off.set(row.currency, (off.get(row.currency) ?? 0n) + row.debitMinor - row.creditMinor);
    return { lines, balanced: [...off.values()].every((difference) => difference === 0n) };
  }
}
