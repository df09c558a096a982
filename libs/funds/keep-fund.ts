import type { Database, Done, Once } from '@app/database';
import { money, newId, type Caller } from '@app/kernel';
import { openAccount, postEntry } from '@app/ledger';
import { availableMinorOf } from './coverage.js';
import { accountOf } from './fund.entity.js';
import { mustBeOver } from './must-be-over.js';
import { keptFunds } from './pots.js';
import { refuse } from './refusals.js';
import { lockFund } from './lock-funds.js';
import { insertRelease, type FundRelease } from './release.sql.js';

export interface KeepFund extends Once {
  readonly fundId: string;
  readonly reference: string;
}

/** Keeps, instead of returning, what is left of a fund whose agreement ended by a serious breach that its terms name. */
export function keepFund(database: Database, caller: Caller, input: KeepFund): Promise<Done<{ release: FundRelease }>> {
  return database.writeOnce(caller, 'fund.keep', input, async (tx, request) => {
    const fund = await lockFund(tx, request.fundId);
    const { endsOn } = await mustBeOver(tx, fund, caller.today);
    if (!fund.seriousBreach || !fund.keptOnSeriousBreach) throw refuse('NO_SERIOUS_BREACH');
    const amount = money(availableMinorOf(fund), fund.currency);
    if (amount.minor === 0n) throw refuse('NOTHING_AVAILABLE');
    const id = newId();
    const kept = await openAccount(tx, keptFunds, null, fund.currency);
    await postEntry(tx, {
      cause: { type: 'fund_release', id }, effectiveOn: caller.today,
      transfers: [{ debit: accountOf(fund), credit: kept, amount, code: 'kept' }],
    });
    const release = {
      id, fundId: fund.id, memberId: fund.memberId, outcome: 'kept' as const, amountMinor: amount.minor,
      dueOn: endsOn, lateFeeMinor: 0n, releasedOn: caller.today, reference: request.reference,
    };
    await tx.run(insertRelease, release);
    tx.touch(id, fund.id);
    tx.emit({ type: 'fund.kept', aggregateId: fund.id, payload: { releaseId: id } });
    return { release };
  });
}
