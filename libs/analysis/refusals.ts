import { refusals } from '@app/kernel';

export const refuse = refusals('analysis', {
  PERIOD_UNREADABLE: { zh: '期间应写作 2026-10、2026-Q4 或 2026-W41。', en: 'A period is written 2026-10, 2026-Q4 or 2026-W41.' },
  PERIOD_IN_FUTURE: { zh: '该期间尚未开始，首日为 {from}。', en: 'The period has not begun; its first day is {from}.' },
});
