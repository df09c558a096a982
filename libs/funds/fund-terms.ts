import { violated, type NetworkTx } from '@app/database';
import { isWithin, newId, rate, refuseKernel, type Day } from '@app/kernel';
import { openAccount } from '@app/ledger';
import { refuseMembers, type TermsSection } from '@app/members';
import { callShortfall } from './call-shortfall.js';
import { findFund, insertFund } from './fund.sql.js';
import { lockFund } from './lock-funds.js';
import { potAccount } from './pots.js';
import { insertTerms, type PotTerms } from './terms.sql.js';

/** The funds section of an agreement: which pots, how much, for what, in which order; its pots are opened at signing. */
export const fundTerms: TermsSection = {
  name: 'funds',
  async sign(tx, agreement, terms) {
    for (const pot of terms as readonly PotTerms[]) {
      if (pot.currency !== tx.caller.currency) throw refuseKernel('WRONG_CURRENCY', { expected: tx.caller.currency }, 'funds');
      mustBeDailyRate(pot.lateReturnDailyRate);
      await tx.run(insertTerms, { ...pot, agreementId: agreement.id, memberId: agreement.memberId }).catch(refusedTerms);
      const fundId = await openFund(tx, agreement.memberId, pot);
      if (pot.dueOn) await callFirstPayment(tx, fundId, { ...pot, dueOn: pot.dueOn });
    }
  },
};

/** Calls at signing what the pot lacks to its level, due on the agreed day; the level may count from a later day only. */
async function callFirstPayment(tx: NetworkTx, fundId: string, { requiredMinor, dueOn }: PotTerms & { dueOn: Day }): Promise<void> {
  await callShortfall(tx, { ...(await lockFund(tx, fundId)), requiredMinor }, dueOn);
}

async function openFund(tx: NetworkTx, memberId: string, pot: PotTerms): Promise<string> {
  const key = { memberId, kind: pot.kind, currency: pot.currency };
  const found = await tx.maybe(findFund, key);
  if (found) return found.id;
  const account = await openAccount(tx, potAccount(pot.kind), memberId, pot.currency);
  const id = newId();
  await tx.run(insertFund, { ...key, id, accountId: account.id });
  return id;
}

/** From nothing to all of it a day, as fine as the column keeps it. */
function mustBeDailyRate(text: string): void {
  const [, decimals = ''] = text.split('.');
  if (isWithin(rate(text), rate('0'), rate('1')) && decimals.length <= 12) return;
  throw refuseMembers('TERMS_INVALID', { problem: 'lateReturnDailyRate is from 0 to 1, with 12 decimals at most' }, 'funds');
}

function refusedTerms(error: unknown): never {
  const problem = {
    fund_turns_differ: 'two pots have the same turn (drawOrder)',
    fund_terms_pkey: 'the same pot twice',
  }[violated(error) ?? ''];
  throw problem ? refuseMembers('TERMS_INVALID', { problem }, 'funds') : error;
}
