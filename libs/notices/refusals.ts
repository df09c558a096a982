import { refusals } from '@app/kernel';

export const refuse = refusals('notices', {
  ALREADY_SERVED: { zh: '该通知书已于 {servedOn} 送达。', en: 'The notice was served on {servedOn}.' },
  SERVED_BEFORE_ISSUE: { zh: '送达日早于签发日 {issuedOn}。', en: 'The day of service lies before the issue, {issuedOn}.' },
  WEBHOOK_URL_UNFIT: { zh: '回调地址不合要求：{problem}。', en: 'The URL is not fit for a webhook: {problem}.' },
  WEBHOOK_ADDRESS_NOT_PUBLIC: { zh: '回调地址不是公网地址。', en: 'The URL does not lead to a public address.' },
  WEBHOOK_EVENTS_EMPTY: { zh: '请至少选择一种事件。', en: 'Choose one event at least.' },
  TOO_MANY_WEBHOOKS: { zh: '回调地址最多 {most} 个。', en: 'A network has {most} webhooks at most.' },
  WEBHOOK_NOT_ACTIVE: { zh: '该回调地址未启用。', en: 'The webhook is not active.' },
  REPLAY_TOO_EARLY: { zh: '只能重放 {earliest} 之后的事件。', en: 'Only events after {earliest} are replayed.' },
  REPLAY_TOO_MANY: { zh: '要重放的事件超过 {most} 个，请选择较晚的时间。', en: 'There are more than {most} events to replay; choose a later instant.' },
});
