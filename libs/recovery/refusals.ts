import { refusals } from '@app/kernel';

export const refuse = refusals('recovery', {
  ALREADY_DECIDED: { zh: '该扣款已有决定（{state}）。', en: 'The deduction is decided already ({state}).' },
  OWN_PROPOSAL: { zh: '提议人不得决定自己的提议。', en: 'Whoever proposed may not decide.' },
  NO_AGREEMENT: { zh: '该成员没有有效协议。', en: 'The member has no agreement.' },
  OVERPAID: { zh: '付款超过欠款 {open}。', en: 'The payment exceeds the {open} owed.' },
});
