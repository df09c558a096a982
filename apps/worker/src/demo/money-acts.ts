import { decideCompensation, holdCompensation, payCompensation, proposeCompensation } from '@app/compensation';
import { listFunds, receiveFund, shortfallMinor, type PotKind } from '@app/funds';
import { money, Refusal } from '@app/kernel';
import { serveNotice } from '@app/notices';
import { decideDeduction, listReceivables, proposeDeduction, receiveReceivable } from '@app/recovery';
import { act, type Hand } from './act.js';

const cny = (minor: bigint) => money(minor, 'CNY');
/** Every reference is its act's own, as a bank's would be. */
const referenceOf = ({ once }: Hand) => ({ reference: once.idempotencyKey });

async function fundOf({ database, caller, id }: Hand, kind: PotKind) {
  const facts = { today: caller.today, memberId: id('member'), kind, shortOnly: false, after: null, count: 1 };
  return (await database.read(caller, (tx) => tx.many(listFunds, facts)))[0]!;
}

/** Part of what a member owes on each receivable, in percent; what is paid already is not paid again. */
async function payReceivables(hand: Hand, percent: number): Promise<void> {
  const open = await hand.database.read(hand.caller, (tx) => tx.many(listReceivables, { memberId: hand.id('member'), openOnly: true, after: null, count: 1 }));
  for (const { id, amountMinor, paidMinor } of open) {
    const minor = ((amountMinor - paidMinor) * BigInt(percent)) / 100n;
    if (minor > 0n) await receiveReceivable(hand.database, hand.caller, { ...hand.once, receivableId: id, amount: cny(minor), receivedOn: null, ...referenceOf(hand) });
  }
}

/** What moves money: funds, compensation, deductions, receivables. */
export const moneyActs = {
  payIn: act('fund.receive', async (hand, { kind, yuan }: { kind: PotKind; yuan: number }) => {
    const fund = await fundOf(hand, kind);
    await receiveFund(hand.database, hand.caller, { ...hand.once, fundId: fund.id, amount: cny(BigInt(yuan) * 100n), receivedOn: null, ...referenceOf(hand) });
  }),
  /** Fills the fund up to its level, where it lacks anything. */
  topUp: act('fund.receive', async (hand, kind: PotKind) => {
    const fund = await fundOf(hand, kind);
    const amount = cny(shortfallMinor(fund));
    if (amount.minor > 0n) await receiveFund(hand.database, hand.caller, { ...hand.once, fundId: fund.id, amount, receivedOn: null, ...referenceOf(hand) });
  }),
  payReceivables: act('receivable.receive', payReceivables),
  propose: act('compensation.propose', async (hand, _: null) => {
    const { result } = await proposeCompensation(hand.database, hand.caller, { ...hand.once, complaintId: hand.id('complaint') });
    hand.keep('request', result.request.id);
  }),
  /** A fund that has nothing is held nothing of: what it lacks will be owed. */
  hold: act('fund.hold', (hand, _: null) => holdCompensation(hand.database, hand.caller, { ...hand.once, requestId: hand.id('request'), expiresAt: null })
    .catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'NOTHING_AVAILABLE')) throw error;
    })),
  approve: act('compensation.decide', (hand, approve: boolean) => decideCompensation(hand.database, hand.caller, {
    ...hand.once, requestId: hand.id('request'), version: 1, approve, reason: approve ? '事实清楚，同意先行赔付。' : '证据不足，退回补充。',
  })),
  pay: act('compensation.pay', (hand, _: null) =>
    payCompensation(hand.database, hand.caller, { ...hand.once, requestId: hand.id('request'), version: 2, paidOn: null, ...referenceOf(hand) })),
  deduct: act('deduction.propose', async (hand, { yuan, reason, clause }: { yuan: number; reason: string; clause: string }) => {
    const input = { ...hand.once, memberId: hand.id('member'), amount: cny(BigInt(yuan) * 100n), reason, clause };
    hand.keep('deduction', (await proposeDeduction(hand.database, hand.caller, input)).result.deduction.id);
  }),
  decideDeduction: act('deduction.decide', async (hand, take: boolean) => {
    const input = { ...hand.once, deductionId: hand.id('deduction'), version: 1, take, reason: take ? '情况属实。' : '商户已整改，不予扣款。' };
    const { notice } = (await decideDeduction(hand.database, hand.caller, input)).result;
    if (notice) hand.keep('notice', notice.id);
  }),
  serve: act('notice.serve', (hand, _: null) => serveNotice(hand.database, hand.caller, { ...hand.once, noticeId: hand.id('notice'), servedOn: null })),
};
