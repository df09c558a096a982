import { refusals } from '@app/kernel';

export const refuse = refusals('funds', {
  NOTHING_AVAILABLE: { zh: '没有可用于该用途的资金。', en: 'Nothing is available for this purpose.' },
  HOLD_EXPIRED: { zh: '冻结已于 {expiredAt} 过期，请重新冻结。', en: 'The hold expired at {expiredAt}; place it again.' },
  HOLD_EXPIRY_PAST: { zh: '冻结的到期时间必须晚于现在。', en: 'The expiry of a hold must lie in the future.' },
  HOLD_RESOLVED: { zh: '该冻结已处理（{outcome}）。', en: 'The hold is resolved already ({outcome}).' },
  BEFORE_AGREEMENT: { zh: '日期早于协议起始日 {startsOn}。', en: 'The day lies before the agreement, which starts on {startsOn}.' },
  RECEIPT_RECORDED: { zh: '该凭证号的收款已登记。', en: 'A receipt with this reference is recorded already.' },
  NO_SUCH_POT: { zh: '协议中没有这一资金。', en: 'The agreement has no such fund.' },
  NOTHING_TO_CALL: { zh: '没有需要催缴的差额。', en: 'There is no shortfall left to call.' },
  AGREEMENT_IN_FORCE: { zh: '协议仍然有效，资金不能退还。', en: 'The agreement is in force; its funds are not returned.' },
  TAIL_RUNNING: { zh: '尾期至 {until}。', en: 'The tail runs through {until}.' },
  OPEN_CASES: { zh: '仍有 {count} 个未结案件。', en: '{count} open cases stand on the member\'s funds.' },
  KEPT_FOR_BREACH: { zh: '因严重违约，该资金不予退还。', en: 'After a serious breach this fund is not returned.' },
  NO_SERIOUS_BREACH: { zh: '没有严重违约，不能没收。', en: 'There was no serious breach, or the terms do not keep this fund for one.' },
});
