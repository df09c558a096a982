import { finishCallBack, recordConsultation, type CallBackResult, type Channel } from '@app/complaints';
import type { PotTerms } from '@app/funds';
import type { Day } from '@app/kernel';
import {
  completeCareTask, eraseConsumer, importSales, listCareTasks, planCare, registerMember, signAgreement, type CareOutcome, type ComplaintReason,
} from '@app/members';
import { decidePack, proposePack } from '@app/policies';
import { act } from './act.js';

const plain = { currency: 'CNY', dueOn: null, topUpDays: 15, tailDays: 90, returnDays: 30, lateReturnDailyRate: '0.0005', keptOnSeriousBreach: true };
const minorOf = (yuan: number): bigint => BigInt(yuan) * 100n;

/** What is done about the mall itself: its shops, its rules, its consumers. */
export const mallActs = {
  register: act('member.register', async (hand, shop: { name: string; code: string }) => {
    hand.keep('member', (await registerMember(hand.database, hand.caller, { ...hand.once, kind: 'shop', ...shop })).result.member.id);
  }),
  sign: act('agreement.sign', (hand, { number, startsOn, dueOn, required }: { number: string; startsOn: Day; dueOn: Day; required: number }) => {
    const funds: PotTerms[] = [
      { ...plain, dueOn, kind: 'guarantee_fund', requiredMinor: minorOf(required), uses: ['compensation'], drawOrder: 0 },
      { ...plain, kind: 'deposit', requiredMinor: minorOf(5_000), uses: ['penalty'], drawOrder: 1 },
    ];
    return signAgreement(hand.database, hand.caller, { ...hand.once, memberId: hand.id('member'), number, startsOn, endsOn: null, terms: { funds } });
  }),
  sales: act('consumer.record', (hand, csv: string) =>
    importSales(hand.database, hand.caller, { ...hand.once, memberId: hand.id('member'), csv, skipBad: false }, hand.keys.personal)),
  proposePack: act('pack.propose', async (hand, pack: { kind: string; code: string; nameZh: string; nameEn: string; effectiveFrom: Day; rules: unknown }) => {
    const { result } = await proposePack(hand.database, hand.caller, { ...hand.once, ...pack, basedOnId: null, reason: '各渠道适用各自时限。' });
    hand.keep('pack', result.pack.id);
  }),
  decidePack: act('pack.decide', (hand, approve: boolean) =>
    decidePack(hand.database, hand.caller, { ...hand.once, packId: hand.id('pack'), approve, reason: '同意。' })),
  consult: act('complaint.record', async (hand, { channel, asked, answered }: { channel: Channel; asked: string; answered: string }) => {
    const { callBack } = (await recordConsultation(hand.database, hand.caller, { ...hand.once, channel, memberId: null, asked, answered })).result;
    if (callBack) hand.keep('callBack', callBack.id);
  }),
  callBackConsultation: act('complaint.call_back', (hand, called: { result: CallBackResult; satisfaction: number | null }) =>
    finishCallBack(hand.database, hand.caller, { ...hand.once, callBackId: hand.id('callBack'), note: null, ...called })),
  planCare: act('consumer.record', (hand, through: Day) => planCare(hand.database, hand.caller, { ...hand.once, through })),
  /** Does the first of the care tasks that are due. */
  care: act('consumer.record', async (hand, done: { outcome: CareOutcome; reasonClass: ComplaintReason | null }) => {
    const page = { state: 'open' as const, dueBefore: null, afterDay: null, after: null, count: 1 };
    const [task] = await hand.database.read(hand.caller, (tx) => tx.many(listCareTasks, page));
    if (task) await completeCareTask(hand.database, hand.caller, { ...hand.once, careTaskId: task.id, ...done });
  }),
  erase: act('consumer.erase', (hand, _: null) => eraseConsumer(hand.database, hand.caller, { ...hand.once, consumerId: hand.id('consumer') })),
};
