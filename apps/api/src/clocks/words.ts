import { enumType } from '../door/index.js';

export const ClockPartyEnum = enumType('ClockParty', 'Who has to act before a clock runs out.', {
  consumer: 'The consumer (消费者).',
  shop: 'The shop, its counter first (商户).',
  supervision: 'The supervision department (督察部).',
  maker: 'The maker (厂家).',
  desk: 'The complaint desk (投诉处).',
  floor: 'The floor (楼层).',
  management: 'The management (管理层).',
  sales: 'Sales, which passes a request on (销售).',
  support: 'Support, which answers emergencies (客服支持).',
  logistics: 'Logistics, which supports exchange and return (物流).',
});

export const ClockUnitEnum = enumType('ClockUnit', 'What a deadline is counted in.', {
  minutes: 'Minutes, running on (分钟).',
  hours: 'Hours, running on (小时).',
  calendar_days: 'Days without the first, to midnight (日).',
  working_days: 'Working days by the calendar, make-up days included, to midnight (工作日).',
  months: 'Months, to midnight of the same day number or the month\'s last (月).',
  end_of_shift: 'To the end of the shift in which it started (当班). Source: CX-2.',
  as_soon_as_possible: 'No deadline: measured, not limited (尽快).',
});

export const ClockStateEnum = enumType('ClockState', 'Where a clock stands.', {
  running: 'It runs (计时中).',
  paused: 'It waits (已暂停).',
  stopped: 'What it waited for has happened (已停止).',
});

export const ClockEventKindEnum = enumType('ClockEventKind', 'What happened to a clock.', {
  started: 'It started (开始).',
  paused: 'It was paused (暂停).',
  resumed: 'It went on (恢复).',
  extended: 'Its deadline was moved, as the customer was told (延期).',
  restated: 'It counts by another row of its pack, for another priority (改级).',
  computed: 'Its deadline became known (补算).',
  warned: 'It warned (预警).',
  breached: 'Its deadline passed (超时).',
  escalated: 'It was brought before the next in line (升级).',
  stopped: 'It was stopped (停止).',
  restarted: 'It started over (重新开始).',
});

export const EscalationStepEnum = enumType('EscalationStep', 'Whom a missed clock is brought before, in this order. Source: CX-12.', {
  shop: 'The shop (商户).',
  floor: 'The floor (楼层).',
  supervision: 'Supervision (督察部).',
  management: 'The management (管理层).',
});

export const PauseReasonEnum = enumType('ClockPauseReason', 'For what a clock may wait; each lists those it allows. Source: CX-8.', {
  customer_owes_information: 'The customer owes information (待顾客补充资料).',
  appraisal_under_way: 'Testing or appraisal is under way (检测鉴定中).',
});

export const ExtensionGroundEnum = enumType('ClockExtensionGround', 'Why a deadline is moved. Source: CX-8.', {
  cannot_be_kept: 'It cannot be kept (无法按时完成).',
  statutory_holiday: 'A statutory holiday, announced beforehand, with a substitute solution (法定节假日).',
});
