import { keepExtended, keepGoing, keepPaused, listClocksOfSubjects, type PauseReason } from '@app/clocks';
import {
  addStatement, auditFirstResponsibility, changePriority, chooseRemedy, closeComplaint, confirmFirstResponsibility, contestFinding, contestResponsibility,
  decideRemedy, decideResponsibility, determineResponsibility, findUnfounded, finishCallBack, handInRepair, mergeComplaint, readCallBacks, recordComplaint,
  recordContact, recordProgress, reopenComplaint, reportAccident, returnRepair, settleJointly, supplyFacts, withdrawComplaint, type CallBackResult, type Contact,
  type JointView, type MoreFacts, type Outcome, type Priority, type ProgressStep, type RecordComplaint, type ResponsibleParty, type Side, type SupplyFacts,
} from '@app/complaints';
import type { Remedy } from '@app/guarantees';
import { money } from '@app/kernel';
import { revealConsumer, type RevealPurpose } from '@app/members';
import { act, type Hand } from './act.js';

/** A complaint as a story tells it: its price in yuan, its shop by the story. */
export type Taken = Omit<RecordComplaint, 'memberId' | 'price' | 'idempotencyKey' | 'validateOnly'> & { readonly yuan: number | null };

const ofStory = ({ once, id }: Hand) => ({ ...once, complaintId: id('complaint') });
const yuan = (amount: number) => money(BigInt(amount) * 100n, 'CNY');

async function clockOf({ database, caller, id, once }: Hand, code: string) {
  const clocks = await database.read(caller, (tx) => tx.many(listClocksOfSubjects, { subjectType: 'complaint', subjectIds: [id('complaint')] }));
  const clock = clocks.find((one) => one.code === code);
  if (!clock) throw new Error(`No clock ${code} runs where the demonstration expects one.`);
  return { ...once, clockId: clock.id };
}

/** Where nobody is left to call, somebody has called already. */
async function callBack(hand: Hand, called: { result: CallBackResult; satisfaction: number | null; note: string | null }): Promise<void> {
  const rows = await hand.database.read(hand.caller, (tx) => tx.many(readCallBacks, { complaintIds: [hand.id('complaint')] }));
  const due = rows.find(({ state }) => state === 'due');
  if (due) await finishCallBack(hand.database, hand.caller, { ...hand.once, callBackId: due.id, ...called });
}

/** What people do about a complaint, each by the action that the API has for it. */
export const complaintActs = {
  record: act('complaint.record', async (hand, { yuan: price, as = 'complaint', ...taken }: Taken & { readonly as?: 'complaint' | 'double' }) => {
    const input = { ...hand.once, ...taken, memberId: hand.id('member'), price: price === null ? null : yuan(price) };
    const { result } = await recordComplaint(hand.database, hand.caller, input, hand.keys);
    hand.keep(as, result.complaint.id);
    if (result.complaint.consumerId) hand.keep('consumer', result.complaint.consumerId);
  }),
  supply: act('complaint.record', (hand, facts: Partial<SupplyFacts>) => supplyFacts(hand.database, hand.caller, { ...ofStory(hand), ...facts }, hand.keys)),
  progress: act('complaint.handle', (hand, step: ProgressStep) => recordProgress(hand.database, hand.caller, { ...ofStory(hand), step, note: null })),
  contact: act('complaint.speak', (hand, contact: Pick<Contact, 'party' | 'way' | 'direction' | 'said'>) =>
    recordContact(hand.database, hand.caller, { ...ofStory(hand), ...contact, at: null })),
  state: act('complaint.speak', (hand, { side, says }: { side: Side; says: string }) =>
    addStatement(hand.database, hand.caller, { ...ofStory(hand), side, says, reference: null })),
  priority: act('complaint.record', (hand, priority: Priority) => changePriority(hand.database, hand.caller, { ...ofStory(hand), priority, reason: '消费者急用。' })),
  pause: act('clock.keep', async (hand, { code, reason }: { code: string; reason: PauseReason }) =>
    keepPaused(hand.database, hand.caller, { ...(await clockOf(hand, code)), reason, evidence: '送检单已存档。' })),
  resume: act('clock.keep', async (hand, code: string) => keepGoing(hand.database, hand.caller, await clockOf(hand, code))),
  extend: act('clock.keep', async (hand, { code, days }: { code: string; days: number }) => keepExtended(hand.database, hand.caller, {
    ...(await clockOf(hand, code)), ground: 'cannot_be_kept', reason: '配件到货需时。', newDueAt: new Date(hand.caller.now.getTime() + days * 86_400_000),
    toldAt: null, announcedAt: null, substitute: null, evidence: '已电话告知消费者。',
  })),
  decide: act('complaint.decide', (hand, more: MoreFacts) => decideRemedy(hand.database, hand.caller, { ...ofStory(hand), province: null, more })),
  choose: act('complaint.decide', (hand, remedy: Remedy) => chooseRemedy(hand.database, hand.caller, { ...ofStory(hand), remedy })),
  handIn: act('complaint.handle', async (hand, _: null) => {
    const { result } = await handInRepair(hand.database, hand.caller, { ...ofStory(hand), receivedOn: null, fault: null, part: null });
    hand.keep('repair', result.repair.id);
  }),
  giveBack: act('complaint.handle', (hand, cause: string) =>
    returnRepair(hand.database, hand.caller, { ...hand.once, repairId: hand.id('repair'), returnedOn: null, part: null, replaced: false, cause })),
  close: act('complaint.record', (hand, { outcome, reason }: { outcome: Outcome; reason: string }) =>
    closeComplaint(hand.database, hand.caller, { ...ofStory(hand), outcome, reason })),
  withdraw: act('complaint.record', (hand, reason: string) => withdrawComplaint(hand.database, hand.caller, { ...ofStory(hand), reason })),
  unfounded: act('complaint.judge', (hand, reason: string) => findUnfounded(hand.database, hand.caller, { ...ofStory(hand), reason })),
  contest: act('complaint.record', (hand, reason: string) => contestFinding(hand.database, hand.caller, { ...ofStory(hand), reason })),
  reopen: act('complaint.record', (hand, reason: string) => reopenComplaint(hand.database, hand.caller, { ...ofStory(hand), reason })),
  merge: act('complaint.merge', (hand, reason: string) =>
    mergeComplaint(hand.database, hand.caller, { ...hand.once, complaintId: hand.id('double'), intoId: hand.id('complaint'), reason })),
  callBack: act('complaint.call_back', callBack),
  accident: act('complaint.report_accident', (hand, reason: string) => reportAccident(hand.database, hand.caller, { ...ofStory(hand), reason })),
  jointly: act('complaint.settle_jointly', (hand, view: JointView) =>
    settleJointly(hand.database, hand.caller, { ...ofStory(hand), view, terms: view === 'agreed' ? '双方同意换货。' : '商户拒不配合。' })),
  first: act('responsibility.determine', (hand, applies: boolean) =>
    confirmFirstResponsibility(hand.database, hand.caller, { ...ofStory(hand), applies, reason: '首问商户先行接待。' })),
  auditFirst: act('responsibility.determine', (hand, carriedOut: boolean) =>
    auditFirstResponsibility(hand.database, hand.caller, { ...ofStory(hand), carriedOut, reason: '查看接待登记。' })),
  determine: act('responsibility.determine', (hand, party: ResponsibleParty) =>
    determineResponsibility(hand.database, hand.caller, { ...ofStory(hand), party, reason: '经查看实物与凭证认定。' })),
  contestResponsibility: act('responsibility.contest', (hand, reason: string) => contestResponsibility(hand.database, hand.caller, { ...ofStory(hand), reason })),
  decideResponsibility: act('responsibility.decide', (hand, party: ResponsibleParty) =>
    decideResponsibility(hand.database, hand.caller, { ...ofStory(hand), party, reason: '复核检验报告后裁定。' })),
  reveal: act('consumer.reveal', (hand, purpose: RevealPurpose) =>
    revealConsumer(hand.database, hand.caller, { ...hand.once, consumerId: hand.id('consumer'), purpose, fields: ['name', 'phone'] }, hand.keys.personal)),
};
