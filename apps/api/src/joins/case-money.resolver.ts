import type { CompensationRequest } from '@app/compensation';
import { listDrawsOfCases, listHoldsOfCases } from '@app/funds';
import { listPayments, listReceivablesOfCases, type Receivable } from '@app/recovery';
import { Resolver } from '@nestjs/graphql';
import { CompensationRequestType } from '../compensation/compensation.graphql.js';
import { groupedInOrder, inOrder, LoadField, type Loading } from '../door/index.js';
import { FundDrawType, FundHoldType } from '../funds/fund.graphql.js';
import { ReceivablePaymentType, ReceivableType } from '../recovery/recovery.graphql.js';

const caseType = 'compensation';

/** What a compensation request has set aside, taken and left owing: its money stands in other rooms. */
@Resolver(() => CompensationRequestType)
export class CaseMoneyResolver {
  @LoadField('holds', () => [FundHoldType], { allow: 'fund.read', nullable: true, description: 'What was set aside for it, ended holds included.' })
  async holds(requests: readonly CompensationRequest[], { tx }: Loading) {
    const caseIds = requests.map((request) => request.id);
    return groupedInOrder(caseIds, await tx.many(listHoldsOfCases, { caseType, caseIds }), (hold) => hold.caseId);
  }

  @LoadField('draws', () => [FundDrawType], { allow: 'fund.read', nullable: true, description: 'What was drawn for it from the shop\'s funds.' })
  async draws(requests: readonly CompensationRequest[], { tx }: Loading) {
    const caseIds = requests.map((request) => request.id);
    return groupedInOrder(caseIds, await tx.many(listDrawsOfCases, { caseType, caseIds }), (draw) => draw.caseId);
  }

  @LoadField('receivable', () => ReceivableType, { allow: 'receivable.read', nullable: true, description: 'What the shop owes for it; null where its funds gave all.' })
  async receivables(requests: readonly CompensationRequest[], { tx }: Loading) {
    const caseIds = requests.map((request) => request.id);
    return inOrder(caseIds, await tx.many(listReceivablesOfCases, { caseType, caseIds }), (receivable) => receivable.caseId);
  }
}

@Resolver(() => ReceivableType)
export class ReceivablePaymentsResolver {
  @LoadField('payments', () => [ReceivablePaymentType], { allow: 'parent', description: 'What was paid on it, in the order it was recorded.' })
  async payments(receivables: readonly Receivable[], { tx }: Loading) {
    const receivableIds = receivables.map((receivable) => receivable.id);
    return groupedInOrder(receivableIds, await tx.many(listPayments, { receivableIds }), (payment) => payment.receivableId);
  }
}
