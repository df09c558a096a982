import type { Outcome } from './policy.js';
import { stillOwed } from './still-owed.js';

const told = 'contacted:consumer phone outgoing';
const owed = (happened: readonly string[], outcome: Outcome = 'agreed') => stillOwed(happened.map((one) => {
  const [code = '', detail = null] = one.split(':');
  return { code, detail };
}), outcome)?.step ?? null;

describe('Before a complaint is closed', () => {
  it.each<[string[], string | null]>([
    [['recorded', 'system_failed'], 'system_restored'],
    [['recorded', 'system_failed', 'system_restored'], 'consumer_told'],
    [['recorded', told, 'system_failed', 'system_restored'], 'consumer_told'],
    [['recorded', 'system_failed', 'system_restored', 'contacted:shop phone outgoing'], 'consumer_told'],
    [['recorded', 'system_failed', 'system_restored', 'contacted:consumer phone incoming'], 'consumer_told'],
    [['recorded', 'system_failed', 'system_restored', told], null],
    [['recorded', 'system_failed', told, 'system_restored'], null],
    [['recorded', 'system_failed', 'system_restored', told, 'system_failed'], 'system_restored'],
  ])('CX-14 after %j is owed: %s', (happened, step) => expect(owed(happened)).toBe(step));

  it.each<[string[], Outcome, string | null]>([
    [['recorded', 'guidance_refused'], 'agreed', 'visited'],
    [['recorded', 'guidance_refused', 'visited'], 'agreed', null],
    [['recorded', 'visited', 'guidance_refused'], 'agreed', 'visited'],
    [['recorded'], 'referred', 'passed_on'],
    [['recorded', told, 'passed_on'], 'referred', 'consumer_told'],
    [['recorded', 'passed_on', told], 'referred', null],
    [['recorded', 'passed_on'], 'agreed', null],
  ])('CX-15 after %j, to be closed as %s, is owed: %s', (happened, outcome, step) => expect(owed(happened, outcome)).toBe(step));
});
