import { refusals } from '@app/kernel';

export const refuse = refusals('members', {
  MEMBER_CODE_TAKEN: { zh: '该编号已被使用。', en: 'This code is another member\'s.' },
  AGREEMENT_NUMBER_TAKEN: { zh: '该协议编号已被使用。', en: 'This agreement number is in use.' },
  AGREEMENT_OVERLAPS: { zh: '与协议 {number} 的期限重叠。', en: 'The term overlaps agreement {number}.' },
  AGREEMENT_ENDS_BEFORE_START: { zh: '终止日早于起始日 {startsOn}。', en: 'The end lies before the start, {startsOn}.' },
  AGREEMENT_TOO_LONG: { zh: '日期晚于 {latest}；没有终止日时请留空。', en: 'The day lies after {latest}; leave the end absent where none is agreed.' },
  AGREEMENT_ENDED: { zh: '协议已于 {endsOn} 终止。', en: 'The agreement ended on {endsOn}.' },
  NO_AGREEMENT: { zh: '{day} 没有有效协议。', en: 'No agreement is in force on {day}.' },
  TERMS_INVALID: { zh: '协议条款无效：{problem}', en: 'The terms are invalid: {problem}' },
});
