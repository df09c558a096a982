import { refusals } from '@app/kernel';

export const refuse = refusals('guarantees', {
  NO_REFUND: { zh: '按规则不予退款（{rules}）。', en: 'The rules give no refund ({rules}).' },
  FACTS_MISSING: { zh: '缺少判断所需的事实：{facts}。', en: 'Facts are missing that the rules need: {facts}.' },
  GOODS_NOT_IN_TABLE: { zh: '{on} 生效的商品类别表中没有该类别（{goods}）。', en: 'The table of goods in force on {on} has no row for {goods}.' },
  FACT_IN_FUTURE: { zh: '日期晚于今天（{today}）。', en: 'The day lies after today, {today}.' },
  FACT_AFTER_REPORT: { zh: '日期晚于报修日（{reportedOn}）。', en: 'The day lies after the report of {reportedOn}.' },
  FACT_BEFORE_SALE: { zh: '日期早于销售日（{soldOn}）。', en: 'The day lies before the sale of {soldOn}.' },
  REPAIR_ENDS_FIRST: { zh: '修复日早于送修日（{receivedOn}）。', en: 'The repair ends before it began on {receivedOn}.' },
  RATE_OUT_OF_RANGE: { zh: '补偿系数须在 0 与 1 之间。', en: 'The rate must lie between 0 and 1.' },
});
