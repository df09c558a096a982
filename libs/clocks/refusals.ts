import { refusals } from '@app/kernel';

export const refuse = refusals('clocks', {
  CLOCK_EXISTS: { zh: '该事项已有时钟 {code}。', en: 'The case already has the clock {code}.' },
  START_IN_FUTURE: { zh: '时钟不能从将来开始。', en: 'A clock cannot start in the future.' },
  NOT_RUNNING: { zh: '时钟未在运行（{state}）。', en: 'The clock is not running ({state}).' },
  NOT_PAUSED: { zh: '时钟未暂停（{state}）。', en: 'The clock is not paused ({state}).' },
  CLOCK_RUNS: { zh: '时钟仍在计时（{state}）。', en: 'The clock has not been stopped ({state}).' },
  PAUSE_NOT_LISTED: { zh: '该时钟不得因此暂停；允许的原因：{allowed}。', en: 'This clock may not be paused for that; listed are: {allowed}.' },
  EXTENDED_TOO_LATE: { zh: '须在到期 {dueAt} 之前延期并告知顾客。', en: 'A clock is extended, and the customer told, before it is due at {dueAt}.' },
  TOLD_IN_FUTURE: { zh: '告知时间不能晚于现在。', en: 'The customer cannot have been told later than now.' },
  TOLD_BEFORE_START: { zh: '告知时间早于时钟开始。', en: 'The customer cannot have been told before the clock started.' },
  NEW_TIME_NOT_LATER: { zh: '新的时间须晚于原到期时间 {dueAt}。', en: 'The new time must be later than the present one, {dueAt}.' },
  SAME_SHIFT: { zh: '当班投诉须当班处理，不得移交下一班。', en: 'A complaint of a shift is settled by that shift; it may not be handed to the next.' },
  NO_DEADLINE: { zh: '该时钟没有期限，无需延期。', en: 'The clock has no deadline that could be extended.' },
  HOLIDAY_NOT_ANNOUNCED: { zh: '节假日延期须在投诉之前公告。', en: 'A holiday lengthens a clock only if it was announced before the clock started.' },
  SUBSTITUTE_MISSING: { zh: '节假日延期须提供替代方案。', en: 'A holiday lengthens a clock only if a substitute solution is offered.' },
  DAY_OUTSIDE_YEAR: { zh: '{day} 不在 {year} 年内。', en: '{day} does not lie in {year}.' },
  DAY_TWICE: { zh: '{day} 出现了两次。', en: '{day} is named twice.' },
  MAKE_UP_ON_WEEKDAY: { zh: '{day} 本来就是工作日，不能作为补班日。', en: '{day} is worked anyway; a make-up day is a Saturday or Sunday.' },
  SHIFT_MALFORMED: { zh: '班次 {shift} 无效，应如 09:00-15:30。', en: 'The shift {shift} is not written as 09:00-15:30, its end after its start.' },
  SHIFTS_OVERLAP: { zh: '班次 {shift} 与前一班重叠或顺序有误。', en: 'The shift {shift} begins before the one before it ends.' },
});
