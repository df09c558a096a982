/**
 * What may be done, by duty. An operation names one of these with @Allow; a role below grants it. A permission whose
 * operation is not built yet still stands here, so that the role's bounds are already testable.
 */
export const permissions = [
  'network.read', 'network.set_clock',
  'people.read', 'people.invite', 'people.deactivate', 'api_key.manage',
  'member.read', 'member.register', 'agreement.read', 'agreement.sign', 'agreement.end',
  'fund.read', 'fund.receive', 'fund.hold', 'fund.call', 'fund.release',
  'deduction.read', 'deduction.propose', 'deduction.decide',
  'notice.read', 'notice.serve',
  'pack.read', 'pack.propose', 'pack.decide',
  'complaint.read', 'complaint.record',
  'complaint.speak', 'complaint.judge', 'complaint.report_accident', 'complaint.handle', 'complaint.decide', 'complaint.merge', 'complaint.settle_jointly', 'complaint.call_back',
  'responsibility.determine', 'responsibility.contest', 'responsibility.decide',
  'sanction.read', 'sanction.propose', 'sanction.decide', 'sanction.appeal', 'award.grant',
  'compensation.read', 'compensation.propose', 'compensation.decide', 'compensation.pay',
  'receivable.read', 'receivable.receive',
  'ledger.read', 'ledger.reverse', 'audit.read',
  'claim.read', 'claim.submit', 'claim.adjudicate', 'statement.read', 'statement.audit', 'material.approve',
  'assessment.read', 'assessment.score', 'assessment.decide',
  'recourse.read', 'recourse.answer',
  'clock.read', 'clock.keep',
  'calendar.publish',
  'remedy.assess',
  'consumer.read', 'consumer.record', 'consumer.reveal', 'consumer.erase',
  'file.read', 'file.upload', 'file.withdraw',
  'webhook.manage',
  'analysis.read',
] as const;
export type Permission = (typeof permissions)[number];

export interface Role {
  /** The rulebook's id of the duty list that this role stands for. */
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  /** Whose role it is: one of the operator's own people, or of a member's, or held by nobody who logs in. */
  readonly of: 'operator' | 'member' | 'nobody';
  readonly may: readonly Permission[];
}

/** The roles of the rulebook, RO-1 to RO-16. */
export const roles = {
  operator_administrator: {
    rule: 'RO-1', zh: '运营方管理员', en: 'operator administrator', of: 'operator',
    may: ['network.read', 'network.set_clock', 'people.read', 'people.invite', 'people.deactivate', 'api_key.manage',
      'member.read', 'member.register', 'agreement.read', 'agreement.sign', 'agreement.end', 'fund.read', 'pack.read',
      'pack.propose', 'pack.decide', 'clock.read', 'calendar.publish', 'consumer.erase', 'webhook.manage',
      'sanction.read'],
  },
  complaint_desk: {
    rule: 'RO-2', zh: '投诉处', en: 'complaint desk', of: 'operator',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'complaint.read', 'complaint.record',
      'compensation.read', 'compensation.propose', 'notice.read', 'pack.read', 'clock.read', 'clock.keep', 'remedy.assess',
      'consumer.read', 'consumer.record', 'consumer.reveal', 'file.read', 'file.upload', 'file.withdraw',
      'responsibility.contest', 'complaint.speak', 'complaint.report_accident', 'complaint.handle', 'complaint.decide', 'complaint.merge', 'complaint.call_back',
      'sanction.read', 'analysis.read'],
  },
  floor: {
    rule: 'RO-3', zh: '楼层', en: 'floor', of: 'operator',
    may: ['network.read', 'member.read', 'complaint.read', 'notice.read', 'notice.serve', 'deduction.read', 'pack.read',
      'clock.read', 'remedy.assess', 'file.read', 'file.upload',
      'complaint.settle_jointly', 'complaint.speak', 'complaint.report_accident', 'complaint.handle',
      'sanction.read', 'sanction.propose'],
  },
  supervision: {
    rule: 'RO-4', zh: '督察部', en: 'supervision', of: 'operator',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'complaint.read', 'compensation.read',
      'compensation.propose', 'deduction.read', 'deduction.propose', 'notice.read', 'pack.read', 'pack.decide', 'clock.read',
      'clock.keep', 'remedy.assess', 'consumer.read', 'consumer.reveal', 'file.read', 'file.upload', 'file.withdraw',
      'complaint.settle_jointly', 'complaint.speak', 'complaint.judge', 'complaint.report_accident', 'complaint.handle', 'responsibility.determine', 'responsibility.decide',
      'sanction.read', 'sanction.propose', 'sanction.decide', 'analysis.read'],
  },
  finance: {
    rule: 'RO-5', zh: '财务部', en: 'finance', of: 'operator',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'fund.receive', 'fund.hold', 'fund.call', 'fund.release',
      'deduction.read', 'complaint.read', 'compensation.read', 'compensation.pay', 'receivable.read', 'receivable.receive',
      'ledger.read', 'ledger.reverse', 'notice.read', 'pack.read', 'file.read', 'file.upload',
      'sanction.read'],
  },
  after_sales_manager: {
    rule: 'RO-6', zh: '售后经理', en: 'after-sales manager', of: 'operator',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'complaint.read', 'compensation.read',
      'compensation.decide', 'receivable.read', 'notice.read', 'pack.read', 'clock.read', 'remedy.assess', 'consumer.read',
      'consumer.reveal', 'file.read', 'file.upload', 'file.withdraw',
      'complaint.judge', 'responsibility.decide',
      'sanction.read', 'award.grant', 'analysis.read'],
  },
  shop: {
    rule: 'RO-7', zh: '商户', en: 'shop', of: 'member',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'complaint.read', 'compensation.read', 'deduction.read',
      'receivable.read', 'notice.read', 'pack.read', 'clock.read', 'remedy.assess', 'consumer.read', 'file.read',
      'file.upload',
      'complaint.speak', 'complaint.handle', 'responsibility.contest',
      'sanction.read', 'sanction.appeal', 'analysis.read'],
  },
  outlet: {
    rule: 'RO-8', zh: '服务网点', en: 'outlet', of: 'member',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'deduction.read', 'receivable.read', 'notice.read',
      'claim.read', 'claim.submit', 'statement.read', 'pack.read', 'remedy.assess',
      'sanction.read', 'sanction.appeal'],
  },
  claim_auditor: {
    rule: 'RO-9', zh: '索赔审核员', en: 'claim auditor, regional manager', of: 'operator',
    may: ['network.read', 'member.read', 'claim.read', 'claim.adjudicate', 'statement.read', 'statement.audit', 'material.approve', 'pack.read'],
  },
  certification_auditor: {
    rule: 'RO-10', zh: '认证审核员', en: 'certification auditor', of: 'operator', may: ['assessment.read', 'assessment.score'],
  },
  consumer: { rule: 'RO-11', zh: '消费者', en: 'consumer', of: 'nobody', may: [] },
  sales_floor: {
    rule: 'RO-12', zh: '卖场部', en: 'sales-floor department', of: 'operator',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'complaint.read', 'deduction.read', 'deduction.decide',
      'notice.read', 'pack.read', 'clock.read', 'file.read', 'file.upload',
      'sanction.read', 'sanction.decide'],
  },
  certification_decider: {
    rule: 'RO-13', zh: '认证决定人', en: 'certification decider', of: 'operator', may: ['assessment.read', 'assessment.decide'],
  },
  supplier: { rule: 'RO-14', zh: '厂家', en: 'supplier', of: 'member', may: ['recourse.read', 'recourse.answer'] },
  accounts_auditor: {
    rule: 'RO-15', zh: '账务审计员', en: 'accounts auditor', of: 'operator',
    may: ['network.read', 'member.read', 'agreement.read', 'fund.read', 'deduction.read', 'receivable.read', 'statement.read', 'ledger.read', 'audit.read', 'pack.read',
      'sanction.read', 'analysis.read'],
  },
  integrator: { rule: 'RO-16', zh: '系统集成', en: 'integrator (API key)', of: 'nobody', may: [] },
} as const satisfies Record<string, Role>;
export type RoleName = keyof typeof roles;

export const isRole = (name: string): name is RoleName => Object.hasOwn(roles, name);

/** Everything that these roles together may do; a person may hold several. */
export function permissionsOf(names: readonly string[]): ReadonlySet<Permission> {
  return new Set(names.filter(isRole).flatMap((name): readonly Permission[] => roles[name].may));
}
