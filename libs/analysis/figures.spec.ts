import { figuresOf, nothing } from './figures.js';
import type { IndicatorName } from './indicators.js';
import { serviceTargets, targetKind } from './policy.js';
import type { Tally } from './tally.sql.js';

const figure = (name: IndicatorName, tally: Partial<Tally>, before: Partial<Tally> = {}) => {
  const targets = new Map(serviceTargets.rules.targets.map((row) => [row.indicator, row]));
  return figuresOf('total', { ...nothing, ...tally }, { ...nothing, ...before }, { targets, currency: 'CNY' }).find(({ indicator }) => indicator === name)!;
};

/** An indicator, what its two parts are counted as, the least or most that meets the target shipped, and the next that does not. */
const bounds: readonly [IndicatorName, (part: number, whole: number) => Partial<Tally>, meets: [number, number], misses: [number, number]][] = [
  ['response_rate', (responded, counted) => ({ responded, counted }), [100, 100], [999, 1000]],
  ['response_in_time', (kept, all) => ({ respondedInTime: kept, respondedLate: all - kept }), [95, 100], [949_999, 1_000_000]],
  ['timely', (kept, all) => ({ clocksInTime: kept, clocksLate: all - kept }), [95, 100], [949_999, 1_000_000]],
  ['first_time_fix', (fixedFirst, repairs) => ({ fixedFirst, repairs }), [9, 10], [899, 1000]],
  ['content', (content, reached) => ({ content, reached }), [9, 10], [899, 1000]],
  ['satisfaction', (scoreSum, scores) => ({ scoreSum, scores }), [400, 100], [399, 100]],
  ['complaint_rate', (counted, sales) => ({ counted, sales }), [1, 100], [1001, 100_000]],
  ['return_rate', (refunded, sales) => ({ refunded, sales }), [5, 1000], [501, 100_000]],
];

describe('A target', () => {
  it.each(bounds)('QM-6 of %s is met at its bound', (name, of, [part, whole]) => {
    expect(figure(name, of(part, whole))).toMatchObject({ part, whole, met: true });
  });

  it.each(bounds)('QM-6 of %s is missed by the least beyond its bound', (name, of, _, [part, whole]) => {
    expect(figure(name, of(part, whole))).toMatchObject({ part, whole, met: false });
  });

  it('judges nothing where there is nothing to judge, and no count', () => {
    for (const [name, of] of bounds.filter(([one]) => !['complaint_rate', 'return_rate'].includes(one))) expect(figure(name, of(0, 0))).toMatchObject({ value: null, met: null });
    expect(figure('complaint_rate', { counted: 3, sales: null })).toMatchObject({ value: null, whole: null, met: null });
    expect(figure('received', { received: 3 })).toMatchObject({ value: '3', target: null, met: null });
  });

  it('is data that an operator replaces; a second one of an indicator, one of a count and one that is no decimal are refused', () => {
    const [first] = serviceTargets.rules.targets;
    const wrong = (...targets: object[]) => targetKind.parse({ targets }).problems?.map(({ path, code }) => [path, code]);
    expect(wrong({ ...first!, value: '0.5' })).toBeUndefined();
    expect(wrong(first!, { ...first!, value: '0.5' })).toEqual([['targets.1.indicator', 'TWICE']]);
    expect(wrong({ ...first!, indicator: 'received' })).toEqual([['targets.0.indicator', 'ONE_OF']]);
    expect(wrong({ ...first!, value: '95%' })).toEqual([['targets.0.value', 'RATE']]);
  });
});

describe('A figure', () => {
  it('stands beside the one before with its change, which is none where either is not there', () => {
    expect(figure('timely', { clocksInTime: 2, clocksLate: 1 }, { clocksInTime: 1, clocksLate: 2 })).toMatchObject({ value: '0.6667', last: '0.3333', change: '0.3334' });
    expect(figure('timely', { clocksInTime: 2, clocksLate: 1 })).toMatchObject({ last: null, change: null });
    expect(figure('turnover', { turnoverMinor: 12_345n }, { turnoverMinor: 20_000n })).toMatchObject({ value: '123.45', last: '200.00', change: '-76.55' });
  });

  it('of a clock is but whether it was kept', () => {
    expect(figuresOf('clock', nothing, nothing, { targets: new Map(), currency: 'CNY' }).map(({ indicator }) => indicator)).toEqual(['timely']);
  });
});
