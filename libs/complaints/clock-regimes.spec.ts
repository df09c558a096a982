import { createHash } from 'node:crypto';
import { parseClockRegime } from './clock-regime.js';
import { clockRegimes } from './clock-regimes.js';

/** Every figure that is shipped, as anybody can read it: regime, priority, clock, how long, until what. */
const figures = `
mall_counter – counter_acted 10 minutes shop counter_acted
mall_counter – supervision_answered 30 minutes supervision supervision_answered
mall_counter – settled_in_shift 0 end_of_shift shop settled
mall_counter – handled 4 hours shop handled
mall_counter – settled 48 hours shop settled
hotline – answered 4 hours desk answered
hotline – answered 24 hours desk answered
hotline – settled 1 months desk settled
priority_a urgent contacted 1 hours desk contacted
priority_a general contacted 2 hours desk contacted
priority_a consult contacted 4 hours desk contacted
priority_a urgent resolved_or_feedback_given 24 hours desk resolved_or_feedback_given
priority_a general resolved_or_feedback_given 48 hours desk resolved_or_feedback_given
priority_a consult resolved_or_feedback_given 72 hours desk resolved_or_feedback_given
priority_b urgent answered 2 hours desk answered
priority_b general answered 24 hours desk answered
priority_b non_urgent answered 72 hours desk answered
priority_b urgent solution_offered 0 as_soon_as_possible desk solution_offered
priority_b general solution_offered 48 hours desk solution_offered
priority_b non_urgent solution_offered 7 calendar_days desk solution_offered
priority_c urgent receipt_confirmed 1 hours desk receipt_confirmed
priority_c general receipt_confirmed 24 hours desk receipt_confirmed
priority_c low receipt_confirmed 48 hours desk receipt_confirmed
priority_d urgent answered 2 hours desk answered
priority_d general answered 24 hours desk answered
priority_d special answered 48 hours desk answered
priority_d – settled 48 hours desk settled
priority_e urgent answered 24 hours desk answered
priority_e general answered 48 hours desk answered
priority_e – repaired 24 hours desk repaired
priority_f – contacted 2 hours desk contacted
priority_f common settled 24 hours desk settled
priority_f complex solution_offered 72 hours desk solution_offered
priority_g – answered 24 hours desk answered
priority_g – visited 0 as_soon_as_possible desk visited
working_days – answered 1 working_days desk answered
working_days general settled 5 working_days desk settled
working_days fairly_complex settled 10 working_days desk settled
working_days complex settled 20 working_days desk settled
on_site_i – answered 5 minutes desk answered
on_site_i – visited 1 hours desk visited
on_site_i general repaired 3 hours desk repaired
on_site_i difficult repaired 2 working_days desk repaired
on_site_ii – contacted 5 minutes desk contacted
on_site_ii urgent visited 20 minutes desk visited
on_site_ii general visited 30 minutes desk visited
on_site_ii – repaired 1 hours desk repaired
on_site_ii – unit_lent 8 hours desk solution_offered
hand_offs – sales_passed_on 30 minutes sales passed_on
hand_offs – support_answered 30 minutes support answered
hand_offs – logistics_supported 1 working_days logistics exchange_supported`;

describe('The shipped clock regimes', () => {
  it('say what the sources say', () => {
    const shown = clockRegimes.flatMap(({ id, rows }) => rows.map(({ priority, code, amount, unit, party, stopEvent }) =>
      [id, priority ?? '–', code, amount, unit, party, stopEvent].join(' ')));
    expect(shown).toEqual(figures.trim().split('\n'));
  });

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
