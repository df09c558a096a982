import { refusals } from '@app/kernel';

export const refuse = refusals('guarantees', {
  NO_VOUCHER: { zh: '缺少三包卡或购物凭证（{rule}）。', en: 'The card or voucher is missing ({rule}).' },
  PERIOD_OVER: { zh: '三包期已于 {lastDay} 届满（{rule}）。', en: 'The guarantee period ended on {lastDay} ({rule}).' },
});
