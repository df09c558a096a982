import { refusals } from '@app/kernel';

export const refuse = refusals('guarantees', {
  NO_REFUND: { zh: '按规则不予退款（{rules}）。', en: 'The rules give no refund ({rules}).' },
  FACTS_MISSING: { zh: '缺少判断所需的事实：{facts}。', en: 'Facts are missing that the rules need: {facts}.' },
});
