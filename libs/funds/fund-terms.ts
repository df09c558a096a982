import { violated, type NetworkTx } from '@app/database';
import { newId, refuseKernel } from '@app/kernel';
import { openAccount } from '@app/ledger';
import { refuseMembers, type TermsSection } from '@app/members';
import { findFund, insertFund } from './fund.sql.js';
import { potAccount } from './pots.js';
import { insertTerms, type PotTerms } from './terms.sql.js';

/** The funds section of an agreement: which pots, how much, for what, in which order; its pots are opened at signing. */
export const fundTerms: TermsSection = {
  name: 'funds',
  async sign(tx, agreement, terms) {
    for (const pot of terms as readonly PotTerms[]) {
      if (pot.currency !== tx.caller.currency) throw refuseKernel('WRONG_CURRENCY', { expected: tx.caller.currency }, 'funds');
      await tx.run(insertTerms, { ...pot, agreementId: agreement.id, memberId: agreement.memberId }).catch(refusedTerms);
      await openFund(tx, agreement.memberId, pot);
    }
  },
};

async function openFund(tx: NetworkTx, memberId: string, pot: PotTerms): Promise<void> {
  const key = { memberId, kind: pot.kind, currency: pot.currency };
  if (await tx.maybe(findFund, key)) return;
  const account = await openAccount(tx, potAccount(pot.kind), memberId, pot.currency);
  await tx.run(insertFund, { ...key, id: newId(), accountId: account.id });
}

function refusedTerms(error: unknown): never {
  const problem = {
    fund_turns_differ: 'two pots have the same turn (drawOrder)',
    fund_terms_pkey: 'the same pot twice',
  }[violated(error) ?? ''];
  throw problem ? refuseMembers('TERMS_INVALID', { problem }, 'funds') : error;
}
