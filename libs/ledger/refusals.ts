import { refusals } from '@app/kernel';

export const refuse = refusals('ledger', {
  BELOW_FLOOR: { zh: '可用余额不足。', en: 'The available balance is not enough.' },
  ALREADY_POSTED: { zh: '该业务已记账。', en: 'This business act is posted already.' },
  HOLD_RESOLVED: { zh: '该冻结已处理（{outcome}）。', en: 'The hold is resolved already ({outcome}).' },
  HOLD_EXPIRED: { zh: '该冻结已过期。', en: 'The hold has expired.' },
  CAPTURE_EXCEEDS_HOLD: { zh: '扣划金额超过冻结金额 {held}。', en: 'The capture exceeds the {held} held.' },
  ALREADY_REVERSED: { zh: '该转账已冲正。', en: 'The transfer is reversed already.' },
  REVERSAL_OF_REVERSAL: { zh: '冲正不能再冲正。', en: 'A reversal cannot be reversed.' },
  REVERSAL_EXCEEDS_TRANSFER: { zh: '冲正金额超过原转账。', en: 'The reversal exceeds its transfer.' },
  EFFECTIVE_BEFORE_ORIGINAL: { zh: '生效日不得早于原转账的 {original}。', en: 'The effective day lies before the original, {original}.' },
});
