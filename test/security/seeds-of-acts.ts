import { showId } from '@app/kernel';
import { shippedHeads } from '@app/policies';
import { cny } from '../support/mall.js';
import { newPhone } from './bought.js';
import { fresh, inputs, memberOf, trial } from './given.js';
import { password, type NetworkStory, type Person } from './neighbours.js';
import { oneGoodsRow } from './pack-story.js';
import type { Given } from './surface.js';

export function ofMoney(story: NetworkStory, person: Person): Record<string, Given[]> {
  const of = memberOf(story, person);
  const { today } = story;
  return {
    'Mutation.callFund': inputs({ fundId: of.depositId, ...trial }),
    'Mutation.keepFund': inputs({ fundId: story.keepable, reference: fresh(), ...trial }),
    'Mutation.receiveFund': inputs({ fundId: of.fundId, amount: cny('1.00'), receivedOn: today, reference: fresh(), ...trial }),
    'Mutation.receiveReceivable': inputs({ receivableId: of.receivableId, amount: cny('1.00'), receivedOn: today, reference: fresh(), ...trial }),
    'Mutation.releaseFund': inputs({ fundId: story.returnable, amount: cny('1.00'), releasedOn: today, reference: fresh(), ...trial }),
    'Mutation.reverseReceipt': inputs({ receiptId: of.receiptId, effectiveOn: today, reason: 'Wrong shop.', ...trial }),
    'Mutation.voidFundHold': inputs({ fundHoldId: (of.cases ?? story.shop.cases)!.holdId, ...trial }),
    'Mutation.signAgreement': inputs({
      memberId: of.memberId, number: fresh(), startsOn: '2020-01-01', endsOn: '2020-12-31', ...trial,
      funds: [{
        kind: 'RETENTION', required: cny('10.00'), uses: ['DUES'], drawOrder: 0, topUpDays: 15, tailDays: 30, returnDays: 30, dueOn: '2020-02-01',
        lateReturnDailyRate: '0.0005', keptOnSeriousBreach: false,
      }],
    }),
    'Mutation.endAgreement': inputs({ agreementId: of.agreementId, version: 1, endsOn: today, reason: 'Moved away.', seriousBreach: false, ...trial }),
    'Mutation.registerMember': inputs({ kind: 'SHOP', name: 'Newcomer', code: fresh(), ...trial }),
  };
}

export function ofCases(story: NetworkStory, person: Person): Record<string, Given[]> {
  const of = memberOf(story, person);
  const cases = (of.cases ?? story.shop.cases)!;
  const { today } = story;
  return {
    'Mutation.proposeCompensation': inputs({ complaintId: cases.openComplaintId, ...trial }),
    'Mutation.holdCompensation': inputs({ requestId: cases.proposedId, expiresAt: '2099-01-01T00:00:00Z', ...trial }),
    'Mutation.decideCompensation': inputs({ requestId: cases.proposedId, version: 1, approve: true, reason: 'Justified.', ...trial }),
    'Mutation.payCompensation': inputs({ requestId: cases.approvedId, version: 2, paidOn: today, reference: fresh(), ...trial }),
    'Mutation.proposeDeduction': inputs({ memberId: of.memberId, amount: cny('1.00'), reason: 'Litter.', clause: '4.2', ...trial }),
    'Mutation.decideDeduction': inputs({ deductionId: of.deductionId, version: 1, take: true, reason: 'So it was.', ...trial }),
    'Mutation.attachFiles': inputs({ subjectId: cases.openComplaintId, fileIds: [person.uploadId ?? cases.uploadId], ...trial }),
    'Mutation.withdrawFile': inputs({ fileId: cases.fileId, reason: 'Shows another shop.', ...trial }),
    'Mutation.serveNotice': inputs({ noticeId: of.noticeId, servedOn: today, ...trial }),
  };
}

export function ofClocks(story: NetworkStory, person: Person): Record<string, Given[]> {
  const { runningClockId, pausedClockId } = (memberOf(story, person).cases ?? story.shop.cases)!;
  return {
    'Mutation.pauseClock': inputs({ clockId: runningClockId, reason: 'CUSTOMER_OWES_INFORMATION', evidence: 'note 7', ...trial }),
    'Mutation.resumeClock': inputs({ clockId: pausedClockId, ...trial }),
    'Mutation.extendClock': inputs({
      clockId: runningClockId, ground: 'CANNOT_BE_KEPT', reason: 'Parts.', newDueAt: '2099-01-01T00:00:00Z', toldAt: null, evidence: 'call 3',
      announcedAt: null, substitute: null, ...trial,
    }),
    'Mutation.publishCalendar': inputs({ year: 2030, source: 'Notice.', holidays: ['2030-01-01'], makeUpDays: ['2030-01-05'], shifts: ['09:00-21:00'], ...trial }),
  };
}

export function ofConsumers(story: NetworkStory, person: Person): Record<string, Given[]> {
  const of = memberOf(story, person);
  const { consumerId, twinId, mergeId, careTaskId } = (of.cases ?? story.shop.cases)!.bought;
  const { today } = story;
  const somebody = { name: 'Zhang San', phone: newPhone(), address: 'West Lake 1', email: `${fresh()}@post.example` };
  return {
    'Mutation.recordConsumer': inputs({ person: somebody, ...trial }),
    'Mutation.correctConsumer': inputs({ consumerId, person: somebody, ...trial }),
    'Mutation.mergeConsumers': inputs({ consumerId: twinId, survivorId: consumerId, reason: 'One person.', ...trial }),
    'Mutation.undoConsumerMerge': inputs({ mergeId, ...trial }),
    'Mutation.revealConsumer': inputs({ consumerId, purpose: 'CALL_BACK', fields: ['PHONE'], idempotencyKey: fresh() }),
    'Mutation.exportConsumer': inputs({ consumerId, idempotencyKey: fresh() }),
    'Mutation.eraseConsumer': inputs({ consumerId: twinId, ...trial }),
    'Mutation.recordPurchase': inputs({
      memberId: story.shop.memberId, consumerId, person: somebody, category: 'leather_shoes', model: 'Boots', price: cny('5.00'), invoicePrice: cny('5.00'),
      voucher: fresh(), invoiceNumber: fresh(), soldOn: today, invoicedOn: today, deliveredOn: today, channel: 'COUNTER', outOfTown: false, serial: 'SN-1', salesperson: '01', ...trial,
    }),
    'Mutation.importSales': inputs({
      memberId: story.shop.memberId, csv: `voucher,category,model,price,sold on,name,phone\n${fresh()},leather_shoes,Boots,5.00,${today},Zhang,${newPhone()}\n`, skipBad: false, ...trial,
    }),
    'Mutation.planCare': inputs({ through: today, ...trial }),
    'Mutation.completeCareTask': inputs({ careTaskId, outcome: 'COMPLAINED', reasonClass: 'PRODUCT', ...trial }),
  };
}

export function ofNotices({ webhooks }: NetworkStory, { messageId }: Person): Record<string, Given[]> {
  const [first, webhookId] = webhooks.ids;
  const since = new Date(Date.now() - 3_600_000).toISOString();
  return {
    'Mutation.markMessagesRead': inputs({ messageIds: [messageId], ...trial }),
    'Mutation.createWebhook': inputs({ url: 'https://hooks.example.com/more', description: 'More.', eventTypes: ['FUND_DRAWN'], idempotencyKey: fresh() }),
    'Mutation.rotateWebhookSecret': inputs({ webhookId: first, overlapHours: 1, idempotencyKey: fresh() }),
    'Mutation.updateWebhook': inputs({
      webhookId, version: 1, url: 'https://hooks.example.com/moved', description: 'Moved.', eventTypes: ['FUND_DRAWN'], active: false, ...trial,
    }),
    'Mutation.deleteWebhook': inputs({ webhookId, ...trial }),
    'Mutation.testWebhook': inputs({ webhookId, ...trial }),
    'Mutation.replayWebhook': inputs({ webhookId, since, unsentOnly: true, ...trial }),
    'Mutation.replayWebhookDelivery': inputs({ deliveryId: webhooks.deliveryId, ...trial }),
  };
}

export function ofAccess(story: NetworkStory, person: Person): Record<string, Given[]> {
  const of = memberOf(story, person);
  const colleague = story.people.get('colleague')!;
  const expiresAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
  return {
    'Mutation.advanceClock': inputs({ bySeconds: 60, ...trial }, { at: new Date(Date.now() + 3_600_000).toISOString(), ...trial }),
    'Mutation.changeRoles': inputs({ membershipId: colleague.membershipId, version: 1, roles: ['FLOOR'], ...trial }),
    'Mutation.deactivateMembership': inputs({ membershipId: colleague.membershipId, version: 1, ...trial }),
    'Mutation.createApiKey': inputs({ name: 'till', scopes: ['NETWORK_READ'], expiresAt, idempotencyKey: fresh() }),
    'Mutation.rotateApiKey': inputs({ apiKeyId: story.apiKeyIds[0], overlapHours: 1, expiresAt, idempotencyKey: fresh() }),
    'Mutation.revokeApiKey': inputs({ apiKeyId: story.apiKeyIds[1], idempotencyKey: fresh() }),
    'Mutation.invite': inputs({ email: `${fresh()}@mall.example`, roles: ['OUTLET'], memberId: of.memberId, ...trial }),
    'Mutation.provisionNetwork': inputs({
      name: 'Newland', administratorEmail: `${fresh()}@mall.example`, aheadDays: 0, backDays: 31, currency: 'CNY', sandbox: true, zone: 'Asia/Shanghai', ...trial,
    }),
  };
}

export function ofSessions(story: NetworkStory, { email, isKey, spareSessionId }: Person): Record<string, Given[]> {
  const nobody = story.people.get('colleague')!;
  return {
    'Mutation.acceptInvitation': inputs({ code: 'inv_none', displayName: 'Nobody', password }),
    'Mutation.logIn': inputs({ email: isKey ? nobody.email : email, password, networkId: story.networkId }),
    'Mutation.refreshSession': inputs({ refreshToken: 'rt_none' }),
    'Mutation.switchNetwork': inputs({ networkId: story.networkId }),
    'Mutation.endSession': inputs({ sessionId: spareSessionId ?? nobody.spareSessionId }),
    'Mutation.logOut': [{}],
  };
}

export function ofPacks({ packs: { approvedId, proposedId }, today }: NetworkStory): Record<string, Given[]> {
  const rules = oneGoodsRow;
  const own = { kind: 'goods', code: 'goods', nameZh: '商品', nameEn: 'Goods', effectiveFrom: today, reason: 'New goods.' };
  return {
    'Query.pack': [{ id: approvedId }],
    'Query.packDifference': [{ fromId: approvedId, toId: approvedId }, { fromId: approvedId, toRules: rules }],
    'Query.packInForce': [{ kind: 'goods', code: 'goods', on: today }],
    'Query.packKinds': [{}],
    'Query.packs': [{ first: 5, kind: 'goods', code: 'goods', state: 'APPROVED' }],
    'Query.packsInForce': [{ kind: 'goods', on: today }],
    'Query.shippedPacks': [{ kind: 'goods' }],
    // A shipped pack is the same to every network; one of its own is no shipped one, which only its network is told.
    'Mutation.adoptPack': inputs(
      { packId: showId('pack', shippedHeads('goods')[0]!.id), effectiveFrom: today, reason: 'Ours.', ...trial },
      { packId: approvedId, effectiveFrom: today, reason: 'Ours.', ...trial },
    ),
    'Mutation.proposePack': inputs({ ...own, basedOnId: approvedId, rules, ...trial }),
    'Mutation.decidePack': inputs({ packId: proposedId, approve: true, reason: 'As it should be.', ...trial }),
  };
}
