import { clockStory } from './clock-story.js';
import { endedCases, type EndedCases } from './complaint-story.js';
import { upload } from '../support/upload.js';
import { cny, type Answered, type Mall } from '../support/mall.js';
import { boughtAt, type Bought } from './bought.js';
import { sanctionStory, type SanctionStory } from './sanction-story.js';

/** A member with at least one row of every kind that a member can have; all its texts carry its mark. */
export interface MemberStory {
  readonly mark: string;
  readonly memberId: string;
  readonly agreementId: string;
  readonly fundId: string;
  /** A fund that was never called. */
  readonly depositId: string;
  /** A receipt whose money is still there. */
  readonly receiptId: string;
  readonly deductionId: string;
  readonly noticeId: string;
  readonly receivableId: string;
  readonly accountId: string;
  readonly sanctions: SanctionStory;
  /** A shop's alone. */
  readonly cases: Cases | null;
}

export interface Cases extends EndedCases {
  readonly openComplaintId: string;
  readonly proposedId: string;
  readonly holdId: string;
  readonly approvedId: string;
  /** Clocks of the open complaint. */
  readonly runningClockId: string;
  readonly pausedClockId: string;
  readonly bought: Bought;
  /** Evidence of the open complaint, and a file of the complaint desk's that is not attached yet. */
  readonly fileId: string;
  readonly uploadId: string;
}

export const dayFrom = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export async function todayOf(mall: Mall): Promise<string> {
  return (await (await mall.as('FINANCE')).ask('{ network { today } }')).network.today;
}

/** Signs a member, pays in, and lets everything happen to it that can. */
export async function memberStory(mall: Mall, kind: 'SHOP' | 'OUTLET', mark: string): Promise<MemberStory> {
  const { memberId, agreementId, funds } = await signed(mall, kind, mark);
  const finance = await mall.as('FINANCE');
  const pay = (fundId: string, amount: string, name: string) =>
    finance.act('receiveFund', 'receiptId', { fundId, amount: cny(amount), reference: `${mark} ${name}` });
  await pay(funds.GUARANTEE_FUND!, '100.00', 'first');
  const paid = kind === 'SHOP' ? await paidCase(mall, memberId, mark) : null;
  const taken = await deduction(mall, memberId, mark, '150.00', true);
  const { receiptId } = await pay(funds.GUARANTEE_FUND!, '80.00', 'second');
  const cases = kind === 'SHOP' ? await openCases(mall, memberId, mark) : null;
  const open = await deduction(mall, memberId, mark, '1.00', false);
  const sanctions = await sanctionStory(mall, memberId, kind, mark);
  const { accounts } = await finance.ask('{ accounts(first: 100) { edges { node { id memberId } } } }');
  return {
    mark, memberId, agreementId, fundId: funds.GUARANTEE_FUND!, depositId: funds.DEPOSIT!, receiptId, cases, sanctions,
    deductionId: open.deduction.id, noticeId: taken.notice.id, receivableId: (paid ?? taken).receivable.id,
    accountId: accounts.edges.find((edge: Answered) => edge.node.memberId === memberId)!.node.id,
  };
}

async function signed(mall: Mall, kind: string, mark: string) {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const { member } = await admin.act('registerMember', 'member { id }', { kind, name: `${mark} trading`, code: `${mark} code` });
  const { agreement } = await admin.act('signAgreement', 'agreement { id }', {
    memberId: member.id, number: `${mark} agreement`, startsOn: await todayOf(mall),
    funds: [
      { kind: 'GUARANTEE_FUND', required: cny('100.00'), uses: ['COMPENSATION', 'PENALTY'], drawOrder: 0 },
      { kind: 'DEPOSIT', required: cny('10.00'), uses: ['DUES'], drawOrder: 1 },
    ],
  });
  const { funds } = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id kind } } } }', { m: member.id });
  const byKind: Record<string, string> = Object.fromEntries(funds.edges.map(({ node }: Answered) => [node.kind, node.id]));
  return { memberId: member.id as string, agreementId: agreement.id as string, funds: byKind };
}

export async function complaint(mall: Mall, memberId: string, mark: string, price: string): Promise<string> {
  const on = await todayOf(mall);
  const recorded = await (await mall.as('COMPLAINT_DESK')).act('recordComplaint', 'complaint { id }', {
    memberId, category: 'LEATHER_SHOES', price: cny(price), soldOn: on, returnedOn: on, defect: 'BROKEN_SOLE', hasVoucher: true, shopPresent: false,
    summary: `${mark} complaint`,
  });
  return recorded.complaint.id;
}

async function request(mall: Mall, memberId: string, mark: string, price: string): Promise<string> {
  const complaintId = await complaint(mall, memberId, mark, price);
  return (await (await mall.as('COMPLAINT_DESK')).act('proposeCompensation', 'request { id }', { complaintId })).request.id;
}

async function approved(mall: Mall, requestId: string, mark: string): Promise<void> {
  const manager = await mall.as('AFTER_SALES_MANAGER');
  await manager.act('decideCompensation', 'request { id }', { requestId, version: 1, approve: true, reason: `${mark} reason` });
}

/** Beyond what the fund has, so that draws, a call and a receivable come of it. */
async function paidCase(mall: Mall, memberId: string, mark: string): Promise<Answered> {
  const finance = await mall.as('FINANCE');
  const requestId = await request(mall, memberId, mark, '200.00');
  await finance.act('holdCompensation', 'holds { id }', { requestId });
  await approved(mall, requestId, mark);
  return finance.act('payCompensation', 'receivable { id }', { requestId, version: 2, reference: `${mark} payout` });
}

async function openCases(mall: Mall, memberId: string, mark: string): Promise<Cases> {
  const openComplaintId = await complaint(mall, memberId, mark, '5.00');
  const proposedId = await request(mall, memberId, mark, '10.00');
  const held = await request(mall, memberId, mark, '10.00');
  const approvedId = await request(mall, memberId, mark, '10.00');
  await approved(mall, approvedId, mark);
  const { holds } = await (await mall.as('FINANCE')).act('holdCompensation', 'holds { id }', { requestId: held });
  const desk = await mall.as('COMPLAINT_DESK');
  const [fileId, uploadId] = [await upload(mall, desk, `${mark} photo.png`), await upload(mall, desk, `${mark} spare.png`)];
  await desk.act('attachFiles', 'files { id }', { subjectId: openComplaintId, fileIds: [fileId] });
  return {
    openComplaintId, proposedId, holdId: holds[0]!.id, approvedId, ...(await clockStory(mall, openComplaintId, mark)),
    ...(await endedCases(mall, { memberId, mark, on: await todayOf(mall), take: () => complaint(mall, memberId, mark, '5.00') })),
    bought: await boughtAt(mall, memberId, mark, await todayOf(mall)), fileId, uploadId,
  };
}

async function deduction(mall: Mall, memberId: string, mark: string, amount: string, take: boolean): Promise<Answered> {
  const proposal = { memberId, amount: cny(amount), reason: `${mark} penalty`, clause: `${mark} clause` };
  const proposed = await (await mall.as('SUPERVISION')).act('proposeDeduction', 'deduction { id }', proposal);
  if (!take) return proposed;
  return (await mall.as('SALES_FLOOR')).act('decideDeduction', 'notice { id } receivable { id }', {
    deductionId: proposed.deduction.id, version: 1, take: true, reason: `${mark} decision`,
  });
}

/** A member whose agreement is over, with money left on the one fund of that kind. */
export async function formerMember(mall: Mall, mark: string, breach: boolean): Promise<{ fundId: string; releaseId: string | null }> {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const finance = await mall.as('FINANCE');
  const today = await todayOf(mall);
  const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: `${mark} trading`, code: `${mark} code` });
  const { agreement } = await admin.act('signAgreement', 'agreement { id }', {
    memberId: member.id, number: `${mark} agreement`, startsOn: dayFrom(today, -90),
    funds: [{ kind: 'BOND', required: cny('50.00'), uses: ['DUES'], drawOrder: 0, keptOnSeriousBreach: true }],
  });
  const { funds } = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id } } } }', { m: member.id });
  const fundId = funds.edges[0]!.node.id as string;
  await finance.act('receiveFund', 'receiptId', { fundId, amount: cny('50.00'), reference: `${mark} receipt` });
  await admin.act('endAgreement', 'agreement { id }', { agreementId: agreement.id, version: 1, endsOn: dayFrom(today, -20), reason: `${mark} end`, seriousBreach: breach });
  if (breach) return { fundId, releaseId: null };
  const { release } = await finance.act('releaseFund', 'release { id }', { fundId, amount: cny('20.00'), reference: `${mark} release` });
  return { fundId, releaseId: release.id };
}
