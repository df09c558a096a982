import { refusals } from '@app/kernel';

export const refuse = refusals('complaints', {
  NOT_A_SHOP: { zh: '该成员不是商户。', en: 'The member is not a shop.' },
  RETURNED_BEFORE_SALE: { zh: '退货日早于销售日。', en: 'The return lies before the sale.' },
  RETURNED_IN_FUTURE: { zh: '退货日晚于今天。', en: 'The return lies after today.' },
  NOT_OPEN: { zh: '该投诉的状态是 {state}。', en: 'The complaint is {state}.' },
});
