import type { IdKind } from '@app/kernel';

export type Channel = 'email' | 'sms';

export interface Template {
  /** What kind of thing a message of this code is about; null where it is about nothing that has an id. */
  readonly about: IdKind | null;
  /** Besides the list in the application, where a person reads it. */
  readonly channels: readonly Channel[];
  /** What its texts are filled with: figures, days, codes and numbers of papers; never anything personal. */
  readonly params: readonly string[];
  readonly zh: { readonly title: string; readonly text: string };
  readonly en: { readonly title: string; readonly text: string };
}

/** What we tell people, by code, in both languages; a message keeps code and params, and is put into words when shown or sent. */
export const templates = {
  fund_called: {
    about: 'fundCall', channels: ['email'], params: ['amount', 'dueOn'],
    zh: { title: '资金催缴', text: '贵方资金账户需补足 {amount}，请于 {dueOn} 前缴纳。' },
    en: { title: 'Your fund is called', text: 'Your fund lacks {amount}. Please pay it in by {dueOn}.' },
  },
  call_coming_due: {
    about: 'fundCall', channels: ['email'], params: ['amount', 'dueOn'],
    zh: { title: '催缴即将到期', text: '尚需补足的 {amount} 将于 {dueOn} 到期。' },
    en: { title: 'A call comes due', text: 'The {amount} that your fund still lacks are due on {dueOn}.' },
  },
  call_overdue: {
    about: 'fundCall', channels: ['email'], params: ['amount', 'dueOn'],
    zh: { title: '催缴已逾期', text: '应于 {dueOn} 前补足的 {amount} 已逾期，请立即缴纳。' },
    en: { title: 'A call is overdue', text: 'The {amount} that were due on {dueOn} are overdue. Please pay them in at once.' },
  },
  notice_issued: {
    about: 'notice', channels: ['email'], params: ['number'],
    zh: { title: '新的通知书', text: '已向贵方签发第 {number} 号通知书，请查阅。' },
    en: { title: 'A notice for you', text: 'Notice no. {number} was issued to you. Please read it.' },
  },
  complaint_received: {
    about: 'complaint', channels: ['sms', 'email'], params: [],
    zh: { title: '投诉已受理', text: '您的投诉已受理，可凭查询码随时查看进度。' },
    en: { title: 'Your complaint was received', text: 'Your complaint was received. Your ticket code shows where it stands at any time.' },
  },
  complaint_extended: {
    about: 'complaint', channels: ['sms', 'email'], params: ['reason', 'until'],
    zh: { title: '投诉处理延期', text: '您的投诉因{reason}未能如期办结，新的期限为 {until}。' },
    en: { title: 'Your complaint takes longer', text: 'Your complaint takes longer because of {reason}. The new time is {until}.' },
  },
  complaint_closed: {
    about: 'complaint', channels: ['sms', 'email'], params: [],
    zh: { title: '投诉已办结', text: '您的投诉已办结，我们将回访了解您是否满意。' },
    en: { title: 'Your complaint is closed', text: 'Your complaint is closed. We shall call you to ask whether you are satisfied.' },
  },
  clock_warned: {
    about: 'complaint', channels: ['email'], params: ['rule', 'dueAt'],
    zh: { title: '时限即将到期', text: '投诉处理时限（{rule}）将于 {dueAt} 到期，请及时处理。' },
    en: { title: 'A deadline comes near', text: 'The deadline by {rule} on a complaint is {dueAt}. Please act in time.' },
  },
  clock_escalated: {
    about: 'complaint', channels: ['email'], params: ['rule', 'dueAt'],
    zh: { title: '投诉处理超时', text: '投诉处理时限（{rule}）已于 {dueAt} 到期仍未完成，请督办。' },
    en: { title: 'A deadline was missed', text: 'The deadline by {rule} on a complaint passed at {dueAt}. Please see to it.' },
  },
  accident_reported: {
    about: 'complaint', channels: ['email'], params: ['number'],
    zh: { title: '重大质量事故上报', text: '投诉 {number} 被上报为重大质量事故，请立即处理。' },
    en: { title: 'A serious accident', text: 'Complaint {number} was reported as a serious quality accident. Please see to it at once.' },
  },
  complaint_against_you: {
    about: 'complaint', channels: ['email'], params: ['number'],
    zh: { title: '新的投诉', text: '有消费者就贵方商品投诉，编号 {number}，请及时处理。' },
    en: { title: 'A complaint about your goods', text: 'A consumer complains about your goods: {number}. Please see to it in time.' },
  },
  webhook_disabled: {
    about: 'webhook', channels: ['email'], params: ['since'],
    zh: { title: '回调地址已停用', text: '自 {since} 起回调一直失败，已停用该地址；修复后请重新启用并重放。' },
    en: { title: 'A webhook was disabled', text: 'All deliveries have failed since {since}, so the webhook was disabled. Mend it, switch it on and replay what it missed.' },
  },
} as const satisfies Record<string, Template>;

export type MessageCode = keyof typeof templates;
/** What a code's texts must be filled with. */
export type MessageParams<Code extends MessageCode> = Readonly<Record<(typeof templates)[Code]['params'][number], string>>;

/** The template of a code, or null for one that only another version knows. */
export function templateOf(code: string): Template | null {
  return Object.hasOwn(templates, code) ? templates[code as MessageCode] : null;
}
