import { createHash } from 'node:crypto';
import { parseClockRegime } from './clock-regime.js';
import { clockRegimes } from './clock-regimes.js';

describe('The shipped clock regimes', () => {
  it('are what they were when they were shipped; a change is a new version', () => {
    const digest = createHash('sha256').update(JSON.stringify(clockRegimes)).digest('hex');
    expect(digest).toBe('4e9c28ecfd6cce9d739bd2c0266af0756f049be6d47df3c50ac5e5506687e3b3');
  });

  it.each(clockRegimes.map((regime) => [regime.id, regime] as const))('read well: %s', (_, regime) => {
    expect(parseClockRegime(JSON.parse(JSON.stringify(regime)))).toEqual(regime);
  });

  const broken = (change: object, row: object = {}) => {
    const [first, ...rest] = clockRegimes[2]!.rows;
    return { ...clockRegimes[2], rows: [first, { ...rest[0], ...row }, ...rest.slice(1)], ...change };
  };
  const step = (to: string, afterMinutes: unknown) => ({ to, afterMinutes });

  it.each<[string, unknown]>([
    ['regime', null],
    ['regime', []],
    ['id', broken({ id: ' ' })],
    ['priorities', broken({ priorities: 'urgent' })],
    ['usualPriority', broken({ usualPriority: 'low' })],
    ['usualPriority', broken({ usualPriority: null })],
    ['rows', broken({ rows: [] })],
    ['rows[1]', broken({ rows: [clockRegimes[2]!.rows[0], 7] })],
    ['rows[1].code', broken({}, { code: '' })],
    ['rows[1].code', broken({}, clockRegimes[2]!.rows[0])],
    ['rows[1].code', broken({}, { priority: null })],
    ['rows[2].code', broken({}, { priority: 'consult', channels: ['phone'] })],
    ['rows[1].mark', broken({}, { mark: 'X' })],
    ['rows[1].party', broken({}, { party: 'nobody' })],
    ['rows[1].unit', broken({}, { unit: 'weeks' })],
    ['rows[1].amount', broken({}, { amount: 0 })],
    ['rows[1].amount', broken({}, { amount: 1.5 })],
    ['rows[1].amount', broken({}, { unit: 'end_of_shift', amount: 1 })],
    ['rows[1].priority', broken({}, { priority: 'low' })],
    ['rows[1].stopEvent', broken({}, { stopEvent: 'sometime' })],
    ['rows[1].startsOn', broken({}, { startsOn: null })],
    ['rows[1].channels', broken({}, { channels: 'phone' })],
    ['rows[1].channels[0]', broken({}, { channels: ['post'] })],
    ['rows[1].about[1]', broken({}, { about: ['enquiry', 'praise'] })],
    ['rows[1].pauseReasons[0]', broken({}, { pauseReasons: ['lunch'] })],
    ['rows[1].warnMinutes', broken({}, { warnMinutes: -1 })],
    ['rows[1].escalation[0].to', broken({}, { escalation: [step('police', 0)] })],
    ['rows[1].escalation[1].afterMinutes', broken({}, { escalation: [step('shop', 30), step('floor', 20)] })],
    ['rows[1].escalation[1].to', broken({}, { escalation: [step('floor', 0), step('shop', 20)] })],
  ])('are refused naming %s where it is wrong', (field, given) => {
    expect(() => parseClockRegime(given)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }) as Error);
  });
});
