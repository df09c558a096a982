import { cny } from '../support/mall.js';
import { fresh, inputs, trial } from './given.js';
import type { Cases } from './member-story.js';
import type { Given } from './surface.js';

const longAgo = '2020-01-01';

/** Everything that may be known of a case beyond its complaint. */
const everyFact = {
  paid: cny('4.00'), invoicedOn: longAgo, deliveredOn: longAgo, acceptedOn: longAgo, installedOn: longAgo, madeOn: longAgo, pickedUpOn: longAgo, partReturnedOn: longAgo,
  reachedBrandOn: longAgo, turnoverMonths: 3, contractMonths: 24, part: 'OTHER_PART', component: 'sole', circumstances: ['MISUSE'], soldBy: 'COUNTER', km: 1,
  exchanges: [longAgo], hoursUnrepaired: 5, refurbishing: cny('1.00'), makersRate: '0.005', voucher: true, card: true, acknowledged: true, unworn: false, outOfTown: false,
  likeModel: true, member: false, usable: false, unrepairable: false, appraised: true, fraud: false, leaseEnded: false, durable: false,
};

/** What a caller would give the operations on complaints. */
export function ofComplaints(of: { readonly memberId: string }, cases: Cases, today: string): Record<string, Given[]> {
  const facts = {
    category: 'LEATHER_SHOES', price: cny('5.00'), soldOn: today, returnedOn: today, defect: 'BROKEN_SOLE', problem: 'broken_sole', demand: 'REFUND', hasVoucher: true,
    voucher: fresh(), shopPresent: false, hotlineNumber: fresh(), consumer: { name: 'Wang', phone: '13800001234', address: 'Xihu 1', email: 'wang@mall.example' },
    model: 'Derby', ...trial,
  };
  const open = { complaintId: cases.openComplaintId, reason: 'So it was.', ...trial };
  return {
    'Query.callBacks': [{ first: 5, dueBefore: '2099-01-01T00:00:00Z' }],
    'Query.consultations': [{ first: 5 }],
    'Mutation.recordComplaint': inputs({
      ...facts, memberId: of.memberId, channel: 'PHONE', priority: 'URGENT', receivedAt: `${today}T00:00:00+08:00`, summary: 'Broken.',
    }),
    'Mutation.supplyFacts': inputs({ ...facts, complaintId: cases.openComplaintId }),
    'Mutation.addStatement': inputs({ complaintId: cases.openComplaintId, side: 'SHOP', says: 'It was worn in the rain.', reference: 'parcel 1', ...trial }),
    'Mutation.closeComplaint': inputs({ ...open, outcome: 'AGREED' }),
    'Mutation.withdrawComplaint': inputs(open),
    'Mutation.findUnfounded': inputs(open),
    'Mutation.contestFinding': inputs({ ...open, complaintId: cases.closedComplaintId }),
    'Mutation.reopenComplaint': inputs({ ...open, complaintId: cases.closedComplaintId }),
    'Mutation.recordProgress': inputs({ complaintId: cases.openComplaintId, step: 'HANDLED', note: 'Sent to the maker.', ...trial }),
    'Mutation.changePriority': inputs({ ...open, priority: 'LOW' }),
    'Mutation.mergeComplaint': inputs({ ...open, intoId: cases.determinedId }),
    'Mutation.decideRemedy': inputs({ complaintId: cases.openComplaintId, province: 'CN-ZJ', facts: everyFact, ...trial }),
    'Mutation.chooseRemedy': inputs({ complaintId: cases.determinedId, remedy: 'REFUND', ...trial }),
    'Mutation.handInRepair': inputs({ complaintId: cases.openComplaintId, receivedOn: today, fault: 'BROKEN_SOLE', part: 'OTHER_PART', ...trial }),
    'Mutation.returnRepair': inputs({ repairId: cases.repairId, returnedOn: today, part: 'OTHER_PART', replaced: true, cause: 'Poor glue.', ...trial }),
    'Mutation.settleJointly': inputs({ complaintId: cases.openComplaintId, view: 'AGREED', terms: 'A new pair.', ...trial }),
    'Mutation.reportAccident': inputs(open),
    'Mutation.recordContact': inputs({
      complaintId: cases.openComplaintId, party: 'CONSUMER', way: 'PHONE', direction: 'OUTGOING', said: 'Called.', at: `${today}T00:00:00+08:00`, ...trial,
    }),
    'Mutation.recordConsultation': inputs({ channel: 'PHONE', memberId: of.memberId, asked: 'How to clean suede?', answered: 'With a brush.', ...trial }),
    'Mutation.finishCallBack': inputs({ callBackId: cases.callBackId, result: 'CONTENT', satisfaction: 5, note: 'Well done.', ...trial }),
    'Mutation.confirmFirstResponsibility': inputs({ ...open, applies: true }),
    'Mutation.auditFirstResponsibility': inputs({ ...open, complaintId: cases.determinedId, carriedOut: true }),
    'Mutation.determineResponsibility': inputs({ ...open, party: 'MAKER' }),
    'Mutation.contestResponsibility': inputs({ ...open, complaintId: cases.determinedId }),
    'Mutation.decideResponsibility': inputs({ ...open, complaintId: cases.contestedId, party: 'MAKER' }),
    'Mutation.lookUpTicket': inputs({ code: 'NONE', lastDigits: '0000' }),
  };
}
