import { refusals } from './refusal.js';

/** Refusals any room may give: about ids, amounts, days and versions. */
export const refuse = refusals('kernel', {
  NOT_FOUND: { zh: '未找到。', en: 'Not found.' },
  INVALID_INPUT: { zh: '输入无效：{problem}', en: 'Invalid input: {problem}' },
  AMOUNT_NOT_POSITIVE: { zh: '金额必须大于零。', en: 'The amount must be greater than zero.' },
  AMOUNT_TOO_PRECISE: { zh: '金额最多 {digits} 位小数。', en: 'The amount has more than {digits} decimals.' },
  AMOUNT_TOO_LARGE: { zh: '金额过大。', en: 'The amount is too large.' },
  AMOUNT_MALFORMED: { zh: '金额格式无效。', en: 'The amount is not a decimal number.' },
  WRONG_CURRENCY: { zh: '币种应为 {expected}。', en: 'The currency must be {expected}.' },
  STALE_VERSION: { zh: '数据已更新，当前版本为 {version}。', en: 'The record has changed; its version is now {version}.' },
  IDEMPOTENCY_CONFLICT: { zh: '该幂等键已用于其他请求。', en: 'This idempotency key was used for another request.' },
  DAY_TOO_EARLY: { zh: '日期早于允许的 {earliest}。', en: 'The day lies before {earliest}, the earliest allowed.' },
  DAY_TOO_LATE: { zh: '日期晚于允许的 {latest}。', en: 'The day lies after {latest}, the latest allowed.' },
  CALENDAR_MISSING: { zh: '{year} 年的工作日历尚未公布。', en: 'The working calendar of {year} is not published.' },
});
