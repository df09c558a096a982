import { dayOf } from '@app/kernel';
import fc from 'fast-check';
import { clockPlan, type Planned } from './clock-plan.js';
import { units, type Unit } from './clock-spec.js';
import { deadline } from './deadline.js';
import { pinnedCalendars } from './pinned-calendars.js';

const zone = 'Asia/Shanghai';
const calendars = pinnedCalendars([], 0);
const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);
const due = (unit: Unit, amount: number, from: Date) => deadline({ unit, amount }, from, zone, calendars);

describe('A deadline', () => {
  it.each<[Unit, number, string, string]>([
    ['minutes', 10, '2026-03-02 10:00', '2026-03-02 10:10'],
    ['hours', 48, '2026-02-28 10:00', '2026-03-02 10:00'],
    ['calendar_days', 7, '2026-03-02 10:00', '2026-03-10 00:00'],
    ['calendar_days', 0, '2026-03-02 10:00', '2026-03-03 00:00'],
    ['months', 1, '2026-01-31 10:00', '2026-03-01 00:00'],
    ['months', 1, '2026-12-31 10:00', '2027-02-01 00:00'],
    ['working_days', 0, '2026-03-07 10:00', '2026-03-08 00:00'],
    ['working_days', 1, '2026-02-13 00:00', '2026-02-15 00:00'],
    ['working_days', 2, '2026-02-13 23:59', '2026-02-25 00:00'],
    ['working_days', 1, '2024-12-31 10:00', '2025-01-03 00:00'],
    ['working_days', 2, '2025-12-30 10:00', '2026-01-05 00:00'],
    ['working_days', 1, '2026-12-30 10:00', '2027-01-01 00:00'],
    ['end_of_shift', 0, '2026-03-02 08:00', '2026-03-02 15:30'],
    ['end_of_shift', 0, '2026-03-02 15:29', '2026-03-02 15:30'],
    ['end_of_shift', 0, '2026-03-02 15:30', '2026-03-02 22:00'],
    ['end_of_shift', 0, '2025-12-31 23:00', '2026-01-01 15:30'],
  ])('in %s, %s of them, from %s is %s', (unit, amount, from, at) => {
    expect(due(unit, amount, shanghai(from))).toEqual({ at: shanghai(at), missingYear: null });
  });

  it.each<[Unit, number, string, number]>([
    ['working_days', 2, '2026-12-30 10:00', 2027],
    ['working_days', 1, '2026-12-31 10:00', 2027],
    ['working_days', 1, '2030-05-01 10:00', 2030],
    ['working_days', 1, '2024-06-01 10:00', 2024],
    ['end_of_shift', 0, '2026-12-31 22:00', 2027],
    ['end_of_shift', 0, '2027-01-01 10:00', 2027],
  ])('in %s, %s of them, from %s waits for the calendar of a year', (unit, amount, from, missingYear) => {
    expect(due(unit, amount, shanghai(from))).toEqual({ at: null, missingYear });
  });

  it('is none where something is owed as soon as possible', () => {
    expect(due('as_soon_as_possible', 0, shanghai('2030-01-01 10:00'))).toEqual({ at: null, missingYear: null });
  });

  const instants = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2026-10-01T00:00:00Z'), noInvalidDate: true });
  const counted = fc.constantFrom(...units.filter((unit) => unit !== 'as_soon_as_possible'));

  it('P13 never comes sooner for a later start, nor for more to count, nor before its start', () => {
    fc.assert(fc.property(counted, instants, instants, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }), (unit, a, b, amount, more) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      const at = due(unit, amount, first).at!;
      expect(at >= first).toBe(true);
      expect(due(unit, amount, second).at! >= at).toBe(true);
      expect(due(unit, amount + more, first).at! >= at).toBe(true);
    }), { numRuns: 400 });
  });

  it('P13 in working days ends a worked day, and as many of those lie behind the day of its start', () => {
    fc.assert(fc.property(instants, fc.integer({ min: 1, max: 40 }), (from, amount) => {
      const last = dayOf(new Date(due('working_days', amount, from).at!.getTime() - 1), zone);
      const before = due('working_days', amount - 1, from).at!;
      expect(dayOf(new Date(before.getTime() - 1), zone) < last).toBe(true);
    }), { numRuns: 200 });
  });
});

describe('The plan of a clock', () => {
  const planned = (given: Partial<Planned> = {}): Planned => {
    const startedAt = given.startedAt ?? shanghai('2026-03-02 10:00');
    return {
      unit: 'hours', amount: 4, warnMinutes: 30, escalateTo: ['shop', 'floor'], escalateMinutes: [0, 60], state: 'running', startedAt, countsFrom: startedAt,
      extendedTo: null, extendedFrom: null, breachedAt: null, stoppedAt: null, ...given,
    };
  };
  const plan = (given: Partial<Planned>, fired: string[] = []) => clockPlan(planned(given), zone, calendars, new Set(fired));

  it('fires warning, breach and steps in their order', () => {
    const { fireAt, fireAs, nextFireAt, warnAt } = plan({});
    expect(fireAs).toEqual(['warned', 'breached', 'shop', 'floor']);
    expect(fireAt).toEqual(['13:30', '14:00', '14:00', '15:00'].map((at) => shanghai(`2026-03-02 ${at}`)));
    expect(nextFireAt).toEqual(warnAt);
  });

  it('leaves out what has fired, and all while it waits or is stopped', () => {
    expect(plan({}, ['warned', 'breached']).fireAs).toEqual(['shop', 'floor']);
    expect(plan({ state: 'paused' })).toMatchObject({ fireAs: [], nextFireAt: null, dueAt: shanghai('2026-03-02 14:00') });
    expect(plan({ state: 'stopped' }).nextFireAt).toBeNull();
  });

  it('warns at its start where it is shorter than its warning, and never where it has none', () => {
    expect(plan({ warnMinutes: 600 }).warnAt).toEqual(shanghai('2026-03-02 10:00'));
    expect(plan({ warnMinutes: 0 })).toMatchObject({ warnAt: null, fireAs: ['breached', 'shop', 'floor'] });
  });

  it('fires nothing without a deadline', () => {
    expect(plan({ unit: 'as_soon_as_possible' })).toMatchObject({ dueAt: null, missingYear: null, fireAt: [], nextFireAt: null });
  });

  it('P13 moves by every pause, however it is divided, and never the other way', () => {
    const starts = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-06-01T00:00:00Z'), noInvalidDate: true });
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(fc.property(starts, minutes, minutes, fc.constantFrom<Unit>('minutes', 'hours', 'working_days', 'calendar_days'), (startedAt, one, two, unit) => {
      const after = (paused: number) => plan({ startedAt, unit, countsFrom: new Date(startedAt.getTime() + paused * 60_000) }).dueAt!.getTime();
      expect(after(one + two)).toBeGreaterThanOrEqual(after(one));
      if (unit === 'minutes' || unit === 'hours') expect(after(one + two) - after(0)).toBe((one + two) * 60_000);
      const told = startedAt.getTime() + 9e8;
      const extended = (paused: number) => plan({
        startedAt, unit, extendedTo: new Date(told), extendedFrom: startedAt, countsFrom: new Date(startedAt.getTime() + paused * 60_000),
      }).dueAt!.getTime();
      expect(extended(one + two) - told).toBe((one + two) * 60_000);
    }), { numRuns: 300 });
  });
});
