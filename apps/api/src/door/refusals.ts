import { refusals } from '@app/kernel';

/** What the door refuses in a mutation before any room is asked. */
export const refuse = refusals('input', {
  INVALID_INPUT: { zh: '输入无效：{problem}', en: 'Invalid input: {problem}' },
  IDEMPOTENCY_KEY_REQUIRED: { zh: '请提供幂等键，或用 validateOnly 试算。', en: 'Give an idempotency key, or only try it with validateOnly.' },
});
