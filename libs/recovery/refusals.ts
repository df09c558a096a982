import { refusals } from '@app/kernel';

export const refuse = refusals('recovery', {
  ALREADY_DECIDED: { zh: '该扣款已有决定（{state}）。', en: 'The deduction is decided already ({state}).' },
  OWN_PROPOSAL: { zh: '提议人不得决定自己的提议。', en: 'Whoever proposed may not decide.' },
  NO_AGREEMENT: { zh: '该成员没有有效协议。', en: 'The member has no agreement.' },
  PAYMENT_RECORDED: { zh: '该凭证号的付款已登记。', en: 'A payment with this reference is recorded already.' },
  RECEIVED_BEFORE_ARISING: { zh: '收款日早于应收款产生日 {aroseOn}。', en: 'The day lies before the debt arose, {aroseOn}.' },
  RECEIVABLE_LIFTED: { zh: '该应收款已于 {liftedOn} 撤销。', en: 'The debt was lifted on {liftedOn}.' },
  NO_INSTALMENTS: { zh: '须一次付清 {open}，不得分期。', en: 'All {open} is to be paid in one payment.' },
  OVERPAID: { zh: '付款超过欠款 {open}。', en: 'The payment exceeds the {open} owed.' },
});
