import { deadline } from '@app/clocks';
import { clockRegimes } from './clock-regimes.js';
import type { ComplaintSubject } from './clock-regime.js';
import { clocksFor, type ClockFacts } from './clocks-for.js';

const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);
const regimeOf = (id: string) => clockRegimes.find((one) => one.id === id)!;
const facts: ClockFacts = { channel: 'counter', about: 'remedy_request', priority: null };
const holidays2026 = { year: 2026, source: 'this test', holidays: new Set(['2026-03-04']), makeUpDays: new Set(['2026-03-07']), shifts: [{ from: 540, to: 930 }, { from: 930, to: 1320 }] };

type Row = [regime: string, given: Partial<ClockFacts>, code: string, from: string, act: string, inTime: boolean];

/** Whether an act at that moment keeps the clock; null where none of that code starts. */
function kept([regime, given, code, from]: Row, act: string): boolean | null {
  const spec = clocksFor(regimeOf(regime), { ...facts, ...given }).find((one) => one.code === code);
  if (!spec) return null;
  const due = deadline(spec, shanghai(from), 'Asia/Shanghai', (year) => (year === 2026 ? holidays2026 : null));
  return due.at !== null && shanghai(act) <= due.at;
}
const check = (...row: Row): void => expect(kept(row, row[4])).toBe(row[5]);
const morning = '2026-03-02 10:00';

describe('The clocks of a complaint', () => {
  it.each<Row>([
    ['mall_counter', {}, 'counter_acted', morning, '2026-03-02 10:10', true],
    ['mall_counter', {}, 'counter_acted', morning, '2026-03-02 10:11', false],
    ['mall_counter', {}, 'supervision_answered', morning, '2026-03-02 10:30', true],
    ['mall_counter', {}, 'supervision_answered', morning, '2026-03-02 10:31', false],
  ])('CX-1 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['mall_counter', {}, 'settled_in_shift', morning, '2026-03-02 15:30', true],
    ['mall_counter', {}, 'settled_in_shift', morning, '2026-03-02 15:31', false],
  ])('CX-2 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['mall_counter', {}, 'handled', morning, '2026-03-02 14:00', true],
    ['mall_counter', {}, 'handled', morning, '2026-03-02 14:01', false],
    ['mall_counter', { about: 'enquiry' }, 'settled', morning, '2026-03-04 10:00', true],
    ['mall_counter', { about: 'enquiry' }, 'settled', morning, '2026-03-04 10:01', false],
  ])('CX-3 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['hotline', { channel: 'phone' }, 'answered', morning, '2026-03-02 14:00', true],
    ['hotline', { channel: 'phone' }, 'answered', morning, '2026-03-02 14:01', false],
    ['hotline', { about: 'quality_complaint' }, 'answered', morning, '2026-03-03 10:00', true],
    ['hotline', { about: 'quality_complaint' }, 'answered', morning, '2026-03-03 10:01', false],
    ['hotline', { about: 'quality_complaint' }, 'settled', morning, '2026-04-02 23:59', true],
    ['hotline', { about: 'quality_complaint' }, 'settled', morning, '2026-04-03 00:01', false],
  ])('CX-4 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['priority_a', { priority: 'urgent' }, 'contacted', morning, '2026-03-02 11:00', true],
    ['priority_a', { priority: 'urgent' }, 'contacted', morning, '2026-03-02 11:01', false],
    ['priority_a', { priority: 'consult' }, 'resolved_or_feedback_given', morning, '2026-03-05 10:00', true],
    ['priority_a', { priority: 'general' }, 'resolved_or_feedback_given', morning, '2026-03-05 10:00', false],
    ['priority_b', { priority: 'non_urgent' }, 'solution_offered', morning, '2026-03-09 23:59', true],
    ['priority_b', { priority: 'general' }, 'solution_offered', morning, '2026-03-04 10:01', false],
    ['priority_c', { priority: 'low' }, 'receipt_confirmed', morning, '2026-03-04 10:00', true],
    ['priority_c', { priority: 'urgent' }, 'receipt_confirmed', morning, '2026-03-02 11:01', false],
    ['priority_d', { priority: 'special' }, 'answered', morning, '2026-03-04 10:00', true],
    ['priority_d', { priority: 'urgent' }, 'settled', morning, '2026-03-04 10:01', false],
    ['priority_e', { on: 'answered' }, 'repaired', morning, '2026-03-03 10:00', true],
    ['priority_e', { on: 'answered' }, 'repaired', morning, '2026-03-03 10:01', false],
    ['priority_f', { priority: 'complex' }, 'solution_offered', morning, '2026-03-05 10:00', true],
    ['priority_f', { priority: 'common' }, 'settled', morning, '2026-03-03 10:01', false],
    ['priority_g', {}, 'answered', morning, '2026-03-03 10:00', true],
    ['priority_g', {}, 'answered', morning, '2026-03-03 10:01', false],
  ])('CX-5 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['working_days', {}, 'answered', morning, '2026-03-03 23:59', true],
    ['working_days', {}, 'answered', morning, '2026-03-04 00:01', false],
    ['working_days', { priority: 'general' }, 'settled', morning, '2026-03-09 23:59', true],
    ['working_days', { priority: 'general' }, 'settled', morning, '2026-03-10 00:01', false],
    ['working_days', { priority: 'fairly_complex' }, 'settled', morning, '2026-03-16 23:59', true],
    ['working_days', { priority: 'complex' }, 'settled', morning, '2026-03-31 00:01', false],
  ])('CX-6 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['on_site_i', {}, 'visited', morning, '2026-03-02 11:00', true],
    ['on_site_i', {}, 'repaired', morning, '2026-03-02 13:01', false],
    ['on_site_i', { priority: 'difficult' }, 'repaired', morning, '2026-03-05 23:59', true],
    ['on_site_i', { priority: 'difficult' }, 'repaired', morning, '2026-03-06 00:01', false],
    ['on_site_ii', { priority: 'urgent' }, 'visited', morning, '2026-03-02 10:20', true],
    ['on_site_ii', { priority: 'urgent' }, 'visited', morning, '2026-03-02 10:21', false],
    ['on_site_ii', {}, 'unit_lent', morning, '2026-03-02 18:00', true],
    ['on_site_ii', {}, 'unit_lent', morning, '2026-03-02 18:01', false],
  ])('CX-7 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<Row>([
    ['hand_offs', { on: 'handed_to_sales' }, 'sales_passed_on', morning, '2026-03-02 10:30', true],
    ['hand_offs', { on: 'handed_to_sales' }, 'sales_passed_on', morning, '2026-03-02 10:31', false],
    ['hand_offs', { on: 'handed_to_support', about: 'emergency' }, 'support_answered', morning, '2026-03-02 10:30', true],
    ['hand_offs', { on: 'handed_to_support', about: 'emergency' }, 'support_answered', morning, '2026-03-02 10:31', false],
    ['hand_offs', { on: 'handed_to_logistics' }, 'logistics_supported', morning, '2026-03-03 23:59', true],
    ['hand_offs', { on: 'handed_to_logistics' }, 'logistics_supported', morning, '2026-03-04 00:01', false],
  ])('CX-16 in %s with %j: %s from %s, done at %s, is in time: %s', check);

  it.each<[string, Partial<ClockFacts>, string[]]>([
    ['mall_counter', {}, ['counter_acted', 'supervision_answered', 'settled_in_shift', 'handled', 'settled']],
    ['mall_counter', { about: 'quality_complaint' as ComplaintSubject }, ['settled_in_shift', 'handled', 'settled']],
    ['hotline', { channel: 'counter' }, []],
    ['hotline', { channel: 'hotline_12315', about: 'quality_complaint' }, ['answered', 'settled']],
    ['priority_e', {}, ['answered']],
    ['priority_f', { priority: 'complex' }, ['contacted', 'solution_offered']],
    ['hand_offs', {}, []],
    ['hand_offs', { on: 'handed_to_support' }, []],
  ])('CX-13 start by %s with %j: %j', (regime, given, codes) => {
    expect(clocksFor(regimeOf(regime), { ...facts, ...given }).map(({ code }) => code)).toEqual(codes);
  });

  it('take the usual priority where none is given, and refuse one that the regime does not know', () => {
    expect(clocksFor(regimeOf('priority_a'), facts)).toEqual(clocksFor(regimeOf('priority_a'), { ...facts, priority: 'general' }));
    expect(() => clocksFor(regimeOf('priority_a'), { ...facts, priority: 'low' })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'priority' }) as Error);
    expect(clocksFor(regimeOf('mall_counter'), { ...facts, priority: 'low' })).toHaveLength(5);
  });
});
