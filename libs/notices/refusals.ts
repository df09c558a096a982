import { refusals } from '@app/kernel';

export const refuse = refusals('notices', {
  ALREADY_SERVED: { zh: '该通知书已于 {servedOn} 送达。', en: 'The notice was served on {servedOn}.' },
  SERVED_BEFORE_ISSUE: { zh: '送达日早于签发日 {issuedOn}。', en: 'The day of service lies before the issue, {issuedOn}.' },
});
