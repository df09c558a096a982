import { showId, type IdKind } from '@app/kernel';

export interface WebhookEvent {
  readonly zh: string;
  readonly en: string;
  /** What the event's aggregate is, and as what it is named in the data. */
  readonly of: IdKind;
  /** Ids of its payload, by what they name; as what they are named there they are named in the data. */
  readonly ids: Readonly<Record<string, IdKind>>;
  /** Days and codes of its payload that are told as they are. */
  readonly facts: readonly string[];
}

const event = (of: IdKind, en: string, zh: string, ids: WebhookEvent['ids'] = {}, facts: readonly string[] = []): WebhookEvent => ({ of, en, zh, ids, facts });

/** The events that a webhook may ask for. What an event carries beyond what stands here is not told. */
export const webhookEvents = {
  'member.registered': event('member', 'A member was registered.', '成员已登记', {}, ['kind']),
  'agreement.signed': event('member', 'An agreement was signed with a member.', '协议已签订', { agreementId: 'agreement' }),
  'agreement.ended': event('member', 'The end of an agreement was set.', '协议已终止', { agreementId: 'agreement' }, ['endsOn']),
  'fund.received': event('fund', 'Money was paid into a fund.', '资金账户已收款', { receiptId: 'fundReceipt' }),
  'fund.receipt_reversed': event('fund', 'A receipt was reversed.', '收款已冲正', { receiptId: 'fundReceipt' }),
  'fund.called': event('fund', 'A member was called on to top its fund up.', '已催缴资金', { callId: 'fundCall' }, ['dueOn']),
  'fund.call_reminded': event('fund', 'A call comes due or is overdue.', '催缴提醒', { callId: 'fundCall' }, ['kind']),
  'fund.held': event('fund', 'Money of a fund was set aside for a case.', '资金已冻结', { fundHoldId: 'fundHold' }),
  'fund.hold_voided': event('fund', 'A hold was let go.', '冻结已解除', { fundHoldId: 'fundHold' }),
  'fund.hold_expired': event('fund', 'A hold ran out.', '冻结已到期', { fundHoldId: 'fundHold' }),
  'fund.drawn': event('fund', 'Money was taken from a fund.', '资金已扣划', { fundDrawId: 'fundDraw' }),
  'fund.draw_returned': event('fund', 'What was taken from a fund was given back.', '扣划已退回', { fundDrawId: 'fundDraw' }),
  'fund.released': event('fund', 'Money of a fund was returned.', '资金已退还', { releaseId: 'fundRelease' }),
  'fund.kept': event('fund', 'A fund was kept after a serious breach.', '资金不予退还', { releaseId: 'fundRelease' }),
  'receivable.arose': event('member', 'A member owes what its funds did not give.', '产生应收款', { receivableId: 'receivable' }),
  'receivable.paid': event('member', 'A member paid on a receivable.', '应收款已付', { receivableId: 'receivable' }),
  'receivable.lifted': event('member', 'A receivable was lifted with what caused it.', '应收款已撤销', { receivableId: 'receivable' }),
  'deduction.proposed': event('member', 'A deduction was proposed.', '已提议扣款', { deductionId: 'deduction' }),
  'deduction.taken': event('member', 'A deduction was decided and taken.', '已扣款', { deductionId: 'deduction' }),
  'deduction.refused': event('member', 'A proposed deduction was refused.', '扣款已驳回', { deductionId: 'deduction' }),
  'notice.issued': event('member', 'A notice was issued to a member.', '通知书已签发', { noticeId: 'notice' }),
  'notice.served': event('member', 'A notice was served.', '通知书已送达', { noticeId: 'notice' }),
  'sanction.proposed': event('member', 'A sanction was proposed.', '已提议处罚', { sanctionId: 'sanction' }),
  'sanction.confirmed': event('member', 'A sanction was confirmed.', '处罚已确认', { sanctionId: 'sanction' }),
  'sanction.refused': event('member', 'A proposed sanction was refused.', '处罚已驳回', { sanctionId: 'sanction' }),
  'sanction.appealed': event('member', 'A member appealed against its sanction.', '处罚被申诉', { sanctionId: 'sanction' }),
  'sanction.upheld': event('member', 'A sanction was upheld on appeal.', '处罚已维持', { sanctionId: 'sanction' }),
  'sanction.lifted': event('member', 'A sanction was lifted on appeal and its money given back.', '处罚已撤销', { sanctionId: 'sanction' }),
  'award.granted': event('member', 'A year without complaint was awarded.', '已授予奖励', { awardId: 'award' }),
  'complaint.recorded': event('complaint', 'A complaint was taken in.', '投诉已受理', { memberId: 'member' }),
  'complaint.settled': event('complaint', 'A complaint was settled by what was paid.', '投诉已解决'),
  'complaint.closed': event('complaint', 'A complaint was closed; the detail is its outcome.', '投诉已关闭', { memberId: 'member' }, ['detail']),
  'complaint.withdrawn': event('complaint', 'A complaint was taken back.', '投诉已撤回', { memberId: 'member' }),
  'complaint.unfounded': event('complaint', 'A complaint was found without ground.', '投诉不成立', { memberId: 'member' }),
  'complaint.contested': event('complaint', 'A refusal or a finding was contested.', '已申诉', { memberId: 'member' }),
  'complaint.reopened': event('complaint', 'A complaint was opened again.', '投诉已重新受理', { memberId: 'member' }),
  'complaint.merged': event('complaint', 'A double was merged into another complaint.', '投诉已合并', { memberId: 'member' }),
  'complaint.decided': event('complaint', 'What the rules give was decided; the detail says whether anything.', '已作出处理决定', { memberId: 'member' }, ['detail']),
  'complaint.chosen': event('complaint', 'The consumer chose a remedy; the detail says which.', '消费者已选择', { memberId: 'member' }, ['detail']),
  'complaint.accident_reported': event('complaint', 'A serious accident was reported up.', '已上报重大事故', { memberId: 'member' }),
  'complaint.responsibility_determined': event('complaint', 'Who is responsible was determined; the detail says who.', '已认定质量责任', { memberId: 'member' }, ['detail']),
  'complaint.responsibility_contested': event('complaint', 'The shop contests who is responsible.', '责任认定被申诉', { memberId: 'member' }),
  'complaint.responsibility_decided': event('complaint', 'The contest over responsibility was decided; the detail says who it is.', '责任申诉已裁定', { memberId: 'member' }, ['detail']),
  'compensation.proposed': event('compensation', 'A compensation was proposed.', '已提议赔付', { complaintId: 'complaint' }),
  'compensation.held': event('compensation', 'The shop\'s money was set aside for a compensation.', '赔付资金已冻结'),
  'compensation.approved': event('compensation', 'A compensation was approved.', '赔付已批准'),
  'compensation.refused': event('compensation', 'A compensation was refused.', '赔付已驳回'),
  'compensation.paid': event('compensation', 'A compensation was paid to the consumer.', '赔付已支付'),
  'clock.warned': event('complaint', 'A clock will soon run out.', '时限即将到期', { clockId: 'clock' }, ['code', 'party', 'dueAt']),
  'clock.breached': event('complaint', 'A clock has run out.', '时限已超', { clockId: 'clock' }, ['code', 'party', 'dueAt']),
  'clock.extended': event('complaint', 'The customer was told of a later time.', '时限已延长', { clockId: 'clock' }, ['code', 'party', 'dueAt']),
  'clock.escalated': event('complaint', 'A clock that has run out is taken further up.', '超时已升级', { clockId: 'clock' }, ['code', 'party', 'step', 'dueAt']),
  'calendar.published': event('calendar', 'A working calendar was published.', '工作日历已发布'),
  'pack.proposed': event('pack', 'A pack was proposed.', '规则包已提议'),
  'pack.approved': event('pack', 'A pack was approved.', '规则包已批准'),
  'pack.refused': event('pack', 'A pack was refused.', '规则包已驳回'),
  'webhook.test': event('webhook', 'Somebody asked for a test; sent to the webhook in question, whatever it has chosen.', '测试'),
} as const satisfies Record<string, WebhookEvent>;
export type WebhookEventType = keyof typeof webhookEvents;

export const isWebhookEvent = (type: string): type is WebhookEventType => Object.hasOwn(webhookEvents, type);

/** Events that stay inside: about people, consumers, credentials and webhooks themselves. Every event is either here or above. */
export const privateEvents: readonly string[] = [
  'network.provisioned', 'network.clock_set', 'invitation.made', 'membership.taken_up', 'membership.roles_changed', 'membership.deactivated',
  'session.refresh_reused', 'api_key.created', 'api_key.rotated', 'api_key.revoked',
  'file.attached', 'file.withdrawn',
  'consumer.recorded', 'consumer.corrected', 'consumer.merged', 'consumer.unmerged', 'consumer.revealed', 'consumer.exported', 'consumer.erased',
  'purchase.recorded', 'sales.imported', 'care.completed',
  ...[
    'facts_supplied', 'statement_added', 'contacted', 'called_back', 'priority_changed', 'absorbed', 'compensation_asked', 'compensation_refused', 'repair_begun',
    'joint_settlement', 'first_responsibility_confirmed', 'first_responsibility_audited',
    'counter_acted', 'supervision_answered', 'handled', 'answered', 'resolved_or_feedback_given', 'solution_offered', 'receipt_confirmed', 'visited', 'repaired',
    'handed_to_sales', 'handed_to_support', 'handed_to_logistics', 'passed_on', 'exchange_supported', 'guidance_refused', 'system_failed', 'system_restored',
  ].map((code) => `complaint.${code}`),
  'consultation.recorded', 'consultation.called_back',
  'webhook.created', 'webhook.updated', 'webhook.secret_rotated', 'webhook.disabled', 'webhook.deleted',
];

export interface ToldEvent {
  readonly type: string;
  readonly networkId: string;
  readonly aggregateId: string;
  readonly seq: bigint;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recordedAt: Date;
}

/** The body that is sent: type, instant and ids as the API shows them; the same text at every attempt. */
export function webhookBody(told: ToldEvent): string {
  const { of, ids, facts }: WebhookEvent = webhookEvents[told.type as WebhookEventType];
  const data: Record<string, unknown> = { networkId: showId('network', told.networkId), [`${of}Id`]: showId(of, told.aggregateId) };
  for (const [name, kind] of Object.entries(ids)) {
    const id = told.payload[name];
    if (typeof id === 'string') data[name] = showId(kind, id);
  }
  for (const name of facts) data[name] = told.payload[name] ?? null;
  return JSON.stringify({ type: told.type, timestamp: told.recordedAt.toISOString(), sequence: told.seq.toString(), data });
}
