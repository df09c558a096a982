import { deadline } from '@app/clocks';
import { channelsKind } from './clock-packs.js';
import { channels, parseClockRegime, type ComplaintSubject } from './clock-regime.js';
import { clockRegimes } from './clock-regimes.js';
import { clocksFor, type ClockFacts } from './clocks-for.js';

const shanghai = (text: string): Date => new Date(`2026-${text.replace(' ', 'T')}+08:00`);
const regimeOf = (id: string) => clockRegimes.find((one) => one.id === id)!;
const facts: ClockFacts = { channel: 'counter', about: 'remedy_request', priority: null };
const holidays2026 = { year: 2026, source: 'this test', holidays: new Set(['2026-03-04']), makeUpDays: new Set(['2026-03-07']), shifts: [{ from: 540, to: 930 }, { from: 930, to: 1320 }] };
const minuteMs = 60_000;

/** Who is to do what, when they are warned, and by when it is done in time; a dash where there is no such time. */
type Row = readonly [rule: string, regime: string, given: Partial<ClockFacts>, code: string, party: string, stopEvent: string, warned: string, due: string];

const quality = { about: 'quality_complaint' } as const;
const [urgent, general, complex] = [{ priority: 'urgent' }, { priority: 'general' }, { priority: 'complex' }] as const;

/** Of a request on Monday, 2 March 2026, at 10:00; the 4th is a holiday that Saturday the 7th makes up for. */
const clocks: readonly Row[] = [
  ['CX-1', 'mall_counter', {}, 'counter_acted', 'shop', 'counter_acted', '03-02 10:08', '03-02 10:10'],
  ['CX-1', 'mall_counter', {}, 'supervision_answered', 'supervision', 'supervision_answered', '03-02 10:24', '03-02 10:30'],
  ['CX-2', 'mall_counter', {}, 'settled_in_shift', 'shop', 'settled', '03-02 14:30', '03-02 15:30'],
  ['CX-3', 'mall_counter', {}, 'handled', 'shop', 'handled', '03-02 13:12', '03-02 14:00'],
  ['CX-3', 'mall_counter', { about: 'enquiry' }, 'settled', 'shop', 'settled', '03-04 00:24', '03-04 10:00'],
  ['CX-4', 'hotline', { channel: 'phone' }, 'answered', 'desk', 'answered', '03-02 13:12', '03-02 14:00'],
  ['CX-4', 'hotline', { channel: 'hotline_12315', about: 'enquiry' }, 'answered', 'desk', 'answered', '03-02 13:12', '03-02 14:00'],
  ['CX-4', 'hotline', { channel: 'phone', about: 'emergency' }, 'answered', 'desk', 'answered', '03-02 13:12', '03-02 14:00'],
  ['CX-4', 'hotline', quality, 'answered', 'desk', 'answered', '03-03 05:12', '03-03 10:00'],
  ['CX-4', 'hotline', quality, 'settled', 'desk', 'settled', '04-02 12:00', '04-03 00:00'],
  ['CX-5', 'priority_a', urgent, 'contacted', 'desk', 'contacted', '03-02 10:48', '03-02 11:00'],
  ['CX-5', 'priority_a', general, 'contacted', 'desk', 'contacted', '03-02 11:36', '03-02 12:00'],
  ['CX-5', 'priority_a', { priority: 'consult' }, 'contacted', 'desk', 'contacted', '03-02 13:12', '03-02 14:00'],
  ['CX-5', 'priority_a', urgent, 'resolved_or_feedback_given', 'desk', 'resolved_or_feedback_given', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_a', general, 'resolved_or_feedback_given', 'desk', 'resolved_or_feedback_given', '03-04 00:24', '03-04 10:00'],
  ['CX-5', 'priority_a', { priority: 'consult' }, 'resolved_or_feedback_given', 'desk', 'resolved_or_feedback_given', '03-04 19:36', '03-05 10:00'],
  ['CX-5', 'priority_b', urgent, 'answered', 'desk', 'answered', '03-02 11:36', '03-02 12:00'],
  ['CX-5', 'priority_b', general, 'answered', 'desk', 'answered', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_b', { priority: 'non_urgent' }, 'answered', 'desk', 'answered', '03-04 19:36', '03-05 10:00'],
  ['CX-5', 'priority_b', urgent, 'solution_offered', 'desk', 'solution_offered', '–', '–'],
  ['CX-5', 'priority_b', general, 'solution_offered', 'desk', 'solution_offered', '03-04 00:24', '03-04 10:00'],
  ['CX-5', 'priority_b', { priority: 'non_urgent' }, 'solution_offered', 'desk', 'solution_offered', '03-09 12:00', '03-10 00:00'],
  ['CX-5', 'priority_c', urgent, 'receipt_confirmed', 'desk', 'receipt_confirmed', '03-02 10:48', '03-02 11:00'],
  ['CX-5', 'priority_c', general, 'receipt_confirmed', 'desk', 'receipt_confirmed', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_c', { priority: 'low' }, 'receipt_confirmed', 'desk', 'receipt_confirmed', '03-04 00:24', '03-04 10:00'],
  ['CX-5', 'priority_d', urgent, 'answered', 'desk', 'answered', '03-02 11:36', '03-02 12:00'],
  ['CX-5', 'priority_d', general, 'answered', 'desk', 'answered', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_d', { priority: 'special' }, 'answered', 'desk', 'answered', '03-04 00:24', '03-04 10:00'],
  ['CX-5', 'priority_d', {}, 'settled', 'desk', 'settled', '03-04 00:24', '03-04 10:00'],
  ['CX-5', 'priority_e', urgent, 'answered', 'desk', 'answered', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_e', general, 'answered', 'desk', 'answered', '03-04 00:24', '03-04 10:00'],
  ['CX-5', 'priority_e', { on: 'answered' }, 'repaired', 'desk', 'repaired', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_f', {}, 'contacted', 'desk', 'contacted', '03-02 11:36', '03-02 12:00'],
  ['CX-5', 'priority_f', { priority: 'common' }, 'settled', 'desk', 'settled', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_f', complex, 'solution_offered', 'desk', 'solution_offered', '03-04 19:36', '03-05 10:00'],
  ['CX-5', 'priority_g', {}, 'answered', 'desk', 'answered', '03-03 05:12', '03-03 10:00'],
  ['CX-5', 'priority_g', {}, 'visited', 'desk', 'visited', '–', '–'],
  ['CX-6', 'working_days', {}, 'answered', 'desk', 'answered', '03-03 12:00', '03-04 00:00'],
  ['CX-6', 'working_days', general, 'settled', 'desk', 'settled', '03-09 12:00', '03-10 00:00'],
  ['CX-6', 'working_days', { priority: 'fairly_complex' }, 'settled', 'desk', 'settled', '03-16 12:00', '03-17 00:00'],
  ['CX-6', 'working_days', complex, 'settled', 'desk', 'settled', '03-30 12:00', '03-31 00:00'],
  ['CX-7', 'on_site_i', {}, 'answered', 'desk', 'answered', '03-02 10:04', '03-02 10:05'],
  ['CX-7', 'on_site_i', {}, 'visited', 'desk', 'visited', '03-02 10:48', '03-02 11:00'],
  ['CX-7', 'on_site_i', general, 'repaired', 'desk', 'repaired', '03-02 12:24', '03-02 13:00'],
  ['CX-7', 'on_site_i', { priority: 'difficult' }, 'repaired', 'desk', 'repaired', '03-05 12:00', '03-06 00:00'],
  ['CX-7', 'on_site_ii', {}, 'contacted', 'desk', 'contacted', '03-02 10:04', '03-02 10:05'],
  ['CX-7', 'on_site_ii', urgent, 'visited', 'desk', 'visited', '03-02 10:16', '03-02 10:20'],
  ['CX-7', 'on_site_ii', general, 'visited', 'desk', 'visited', '03-02 10:24', '03-02 10:30'],
  ['CX-7', 'on_site_ii', {}, 'repaired', 'desk', 'repaired', '03-02 10:48', '03-02 11:00'],
  ['CX-7', 'on_site_ii', {}, 'unit_lent', 'desk', 'solution_offered', '03-02 16:24', '03-02 18:00'],
  ['CX-16', 'hand_offs', { on: 'handed_to_sales' }, 'sales_passed_on', 'sales', 'passed_on', '03-02 10:24', '03-02 10:30'],
  ['CX-16', 'hand_offs', { on: 'handed_to_support', about: 'emergency' }, 'support_answered', 'support', 'answered', '03-02 10:24', '03-02 10:30'],
  ['CX-16', 'hand_offs', { on: 'handed_to_logistics' }, 'logistics_supported', 'logistics', 'exchange_supported', '03-03 12:00', '03-04 00:00'],
];

const ids = clockRegimes.map(({ id }) => id);

describe('The clocks of a complaint', () => {
  it.each(clocks)('%s in %s with %j: %s, by %s, until %s, is warned of at %s, in time at %s, and not a minute later', (rule, regime, given, code, party, stopEvent, warned, due) => {
    const spec = clocksFor(regimeOf(regime), { ...facts, ...given }).find((one) => one.code === code)!;
    expect(spec).toMatchObject({ rule, party, stopEvent });
    const { at } = deadline(spec, shanghai('03-02 10:00'), 'Asia/Shanghai', (year) => (year === 2026 ? holidays2026 : null));
    if (due === '–') return void expect([at, spec.warnMinutes]).toEqual([null, 0]);
    const inTime = (act: Date): boolean => act <= at!;
    expect([0, 1].map((late) => inTime(new Date(shanghai(due).getTime() + late * minuteMs)))).toEqual([true, false]);
    expect(inTime(new Date(shanghai(warned).getTime() + spec.warnMinutes * minuteMs))).toBe(true);
    expect(inTime(new Date(shanghai(warned).getTime() + (spec.warnMinutes + 1) * minuteMs))).toBe(false);
  });

  it.each(ids)('CX-12 in %s go up to the shop at once, the floor in half an hour, supervision in two, management in a day, and to nobody else', (id) => {
    const steps = [{ to: 'shop', afterMinutes: 0 }, { to: 'floor', afterMinutes: 30 }, { to: 'supervision', afterMinutes: 120 }, { to: 'management', afterMinutes: 1440 }];
    for (const { escalation } of parseClockRegime(regimeOf(id)).rows) expect(escalation).toEqual(steps);
  });

  it.each(ids)('CX-8 in %s wait while the customer owes information and during an appraisal, and for nothing else', (id) => {
    for (const { pauseReasons } of regimeOf(id).rows) expect(pauseReasons).toEqual(['customer_owes_information', 'appraisal_under_way']);
  });

  it.each(channels)('CX-1 and CX-16 of what comes in by %s are the mall\'s own and the hand-offs inside, and no other', (channel) => {
    const { rules } = channelsKind.shipped[0]!;
    expect(rules.channels.filter((row) => row.channel === channel).map(({ regime }) => regime)).toEqual(['mall-counter', 'hand-offs']);
  });

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
