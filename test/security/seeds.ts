import { cny } from '../support/mall.js';
import { platformKey } from '../api/support/door.js';
import { ofComplaints } from './complaint-seeds.js';
import { memberOf } from './given.js';
import type { NetworkStory, Person } from './neighbours.js';
import { ofSanctions } from './sanction-seeds.js';
import { ofMoney, ofCases, ofClocks, ofConsumers, ofNotices, ofAccess, ofSessions, ofPacks } from './seeds-of-acts.js';
import type { Given } from './surface.js';

export { memberOf, platformKey };

/**
 * For every operation, and every field with an id argument, what a caller of this network would give it so that it is
 * done: whoever adds one adds its line here, or the suites fail. Several lines where one does not have all inputs.
 */
export function seedsOf(story: NetworkStory, person: Person): Readonly<Record<string, readonly Given[]>> {
  return { ...queries(story, person), ...ofMoney(story, person), ...ofCases(story, person), ...ofComplaints(memberOf(story, person), (memberOf(story, person).cases ?? story.shop.cases)!, story.today), ...ofSanctions(story, person), ...ofAccess(story, person), ...ofSessions(story, person), ...ofPacks(story), ...ofClocks(story, person), ...ofConsumers(story, person), ...ofNotices(story, person) };
}

function queries(story: NetworkStory, person: Person): Record<string, Given[]> {
  const of = memberOf(story, person);
  const ids = [of.memberId, of.fundId, of.agreementId, of.accountId, of.cases?.openComplaintId, of.cases?.proposedId, of.sanctions.proposedId, story.networkId, story.packs.approvedId, of.cases?.runningClockId, of.cases?.bought.consumerId, of.cases?.fileId];
  return {
    'Query.account': [{ id: of.accountId }],
    'Query.accounts': [{ first: 5, kind: 'custody' }],
    'Query.apiKeys': [{}],
    'Query.assessRemedy': [{ facts: {
      goods: 'WASHING_MACHINE', price: cny('3000.00'), paid: cny('2900.00'), province: 'CN-ZJ', reportedOn: story.today, soldOn: '2020-01-01', invoicedOn: '2020-01-01',
      deliveredOn: '2020-01-01', acceptedOn: '2020-01-01', installedOn: '2020-01-01', madeOn: '2020-01-01', pickedUpOn: '2020-01-01', partReturnedOn: '2020-01-01',
      reachedBrandOn: '2020-01-01', turnoverMonths: 3, contractMonths: 24, defect: 'PERFORMANCE_FAULT', part: 'MAIN_PART', component: 'drum', circumstances: ['MISUSE'],
      soldBy: 'COUNTER', km: 100, exchanges: ['2020-02-01'], hoursUnrepaired: 5, refurbishing: cny('1.00'), makersRate: '0.005', voucher: true, card: true, acknowledged: true,
      unworn: false, outOfTown: false, likeModel: true, member: false, usable: false, unrepairable: false, appraised: false, fraud: false, leaseEnded: false, durable: true,
      repairs: [{ receivedOn: '2020-01-05', returnedOn: '2020-01-07', hours: 30, fault: 'OTHER_FAULT', part: 'MAIN_PART', component: 'drum', replaced: true, late: [{ by: 'REPAIRER', days: 1 }] }],
    } }],
    'Query.auditRecords': [{ first: 5, action: 'fund.receive' }],
    'Query.calendar': [{ year: 2031 }],
    'Query.calendars': [{ first: 5 }],
    'Query.clocks': [{ subjectId: (of.cases ?? story.shop.cases)!.openComplaintId, first: 5 }],
    'Query.careTasks': [{ first: 5, state: 'OPEN', dueBefore: '2099-01-01' }],
    'Query.compensationRequest': [{ id: (of.cases ?? story.shop.cases)!.proposedId }],
    'Query.compensationRequests': [{ first: 5, state: 'PAID' }],
    'Query.complaint': [{ id: (of.cases ?? story.shop.cases)!.openComplaintId }],
    'Query.complaintAnalysis': [{ period: story.today.slice(0, 7), by: ['SHOP', 'CLOCK', 'CLERK', 'CONSUMER'] }],
    'Query.complaints': [{ first: 5, memberId: of.memberId, state: 'OPEN', dueBefore: '2099-01-01T00:00:00Z' }, { first: 5 }],
    'Query.consumer': [{ id: (of.cases ?? story.shop.cases)!.bought.consumerId }],
    'Query.consumers': [{ first: 5 }, { phone: story.shop.cases!.bought.phone }, { email: 'a@b.example' }],
    'Query.deductions': [{ first: 5 }],
    'Query.dueClocks': [{ before: '2099-01-01T00:00:00Z', memberId: of.memberId, first: 5 }],
    'Query.files': [{ subjectId: (of.cases ?? story.shop.cases)!.openComplaintId, first: 5 }],
    'Query.fund': [{ id: of.fundId }],
    'Query.funds': [{ memberId: of.memberId, first: 5, kind: 'GUARANTEE_FUND', shortOnly: false }],
    'Query.me': [{}],
    'Query.member': [{ id: of.memberId }],
    'Query.members': [{ first: 5, kind: 'SHOP' }],
    'Query.memberships': [{ first: 5 }],
    'Query.messages': [{ first: 5, memberId: of.memberId }],
    'Query.myMessages': [{ first: 5, unreadOnly: true }],
    'Query.network': [{}],
    'Query.node': ids.filter((id) => id !== undefined).map((id) => ({ id })),
    'Query.notices': [{ first: 5 }],
    'Query.purchase': [{ id: (of.cases ?? story.shop.cases)!.bought.purchaseId }],
    'Query.purchases': [{ first: 5, serial: null }, { serial: 'SN-1' }],
    'Query.receivables': [{ first: 5, openOnly: true }],
    'Query.sessions': [{}],
    'Query.trialBalance': [{ effectiveOn: story.today }],
    'Query.webhookDeliveries': [{ webhookId: story.webhooks.ids[1], state: 'QUEUED', first: 5 }],
    'Query.webhooks': [{}],
  };
}
