import { refusals } from '@app/kernel';

export const refuse = refusals('compensation', {
  SHOP_NOT_PRESSED: { zh: '商户在场，须先督促商户处理。', en: 'The shop is present; it is pressed first.' },
  CHOICE_NEEDED: { zh: '消费者尚未在处理决定中作出选择。', en: 'The consumer has not chosen of what was decided.' },
  CHOSEN_OTHERWISE: { zh: '消费者选择的是 {chosen}，不是退货。', en: 'The consumer chose {chosen}, not a refund.' },
  REQUEST_EXISTS: { zh: '该投诉已有赔付申请。', en: 'A request for this complaint exists already.' },
  WRONG_STATE: { zh: '赔付申请的状态是 {state}。', en: 'The request is {state}.' },
  OWN_PROPOSAL: { zh: '提议人不得决定自己的提议。', en: 'Whoever proposed may not decide.' },
  OWN_DECISION: { zh: '决定人不得付款。', en: 'Whoever decided may not pay.' },
  PAID_BEFORE_DECISION: { zh: '付款日早于决定日 {decidedOn}。', en: 'The day lies before the decision, {decidedOn}.' },
  ALREADY_HELD: { zh: '该申请已有冻结资金。', en: 'Money is held for this request already.' },
});
