import { computeWaitingClocks, fireDueClocks, publishCalendar, type CalendarData } from '@app/clocks';
import { day } from '@app/kernel';
import { World } from '../support/world.js';
import { keeping, shanghai } from './keeping.js';

describe('a deadline by the calendar', () => {
  let world: World;
  let keep: ReturnType<typeof keeping>;

  beforeEach(async () => {
    world = await World.make();
    keep = keeping(world);
  });
  afterEach(() => world.drop());

  const plain: CalendarData = { year: 2027, source: 'our own notice', holidays: [day('2027-01-01')], makeUpDays: [day('2027-01-02')], shifts: ['09:00-21:00'] };
  const publish = async (when: string, given: Partial<CalendarData> = {}, whose = world) =>
    (await publishCalendar(world.database, { ...keep.at(when), networkId: whose.networkId }, { ...world.key(), ...plain, ...given })).result;

  it.each([
    ['2026-02-13 10:00', 1, '2026-02-15 00:00', 'the 14th is made up for'],
    ['2026-02-14 10:00', 1, '2026-02-25 00:00', 'the feast lasts through the 23rd'],
    ['2026-02-27 23:59', 1, '2026-03-01 00:00', 'the 28th is made up for'],
    ['2026-03-06 10:00', 5, '2026-03-14 00:00', 'a weekend lies between'],
  ])('CX-6 from %s is, %s working days on, at %s: %s', async (from, amount, due) => {
    expect((await keep.start(from, { unit: 'working_days', amount })).dueAt).toEqual(shanghai(due));
  });

  it('CX-6 is met on the last working day, and not after its midnight', async () => {
    const [kept, missed] = [await keep.start('2026-03-06 10:00', { unit: 'working_days', amount: 1 }), await keep.start('2026-03-06 10:00', { unit: 'working_days', amount: 1 })];
    await keep.happens('2026-03-09 23:59', kept, 'counter_acted');
    await keep.happens('2026-03-10 00:01', missed, 'counter_acted');
    expect((await keep.read(kept)).breachedAt).toBeNull();
    expect((await keep.read(missed)).breachedAt).toEqual(shanghai('2026-03-10 00:00'));
  });

  it('CX-2 is the end of the shift in which the complaint came in, and is not handed to the next', async () => {
    const clock = await keep.start('2026-03-02 10:00', { unit: 'end_of_shift', amount: 0 });
    expect(clock.dueAt).toEqual(shanghai('2026-03-02 15:30'));
    await expect(keep.extend('2026-03-02 15:00', clock, '2026-03-02 22:00')).rejects.toMatchObject({ code: 'SAME_SHIFT' });
    await keep.happens('2026-03-02 15:31', clock, 'counter_acted');
    expect((await keep.read(clock)).breachedAt).toEqual(shanghai('2026-03-02 15:30'));
    const kept = await keep.start('2026-03-02 15:30', { unit: 'end_of_shift', amount: 0 });
    await keep.happens('2026-03-02 21:59', kept, 'counter_acted');
    expect(await keep.read(kept)).toMatchObject({ dueAt: shanghai('2026-03-02 22:00'), breachedAt: null });
    expect((await keep.start('2026-03-02 22:00', { unit: 'end_of_shift', amount: 0 })).dueAt).toEqual(shanghai('2026-03-03 15:30'));
  });

  it('is unknown beyond the published years, refuses nothing, and is computed when the year comes', async () => {
    const clock = await keep.start('2026-12-30 10:00', { unit: 'working_days', amount: 3, escalation: [{ to: 'shop', afterMinutes: 60 }] });
    expect(clock).toMatchObject({ dueAt: null, missingYear: 2027, nextFireAt: null, state: 'running' });
    await expect(keep.extend('2026-12-30 11:00', clock, '2027-01-08 10:00')).rejects.toMatchObject({ code: 'CALENDAR_MISSING' });
    expect((await publish('2026-12-31 10:00')).computed).toBe(1);
    expect(await keep.read(clock)).toMatchObject({ dueAt: shanghai('2027-01-05 00:00'), missingYear: null });
    await fireDueClocks(world.database, keep.at('2027-01-05 00:01'));
    expect(await keep.said(clock)).toEqual(['clock.breached']);
  });

  it('waits on where the year that comes does not suffice', async () => {
    const clock = await keep.start('2026-12-30 10:00', { unit: 'working_days', amount: 400 });
    expect((await publish('2026-12-31 10:00')).computed).toBe(1);
    expect(await keep.read(clock)).toMatchObject({ dueAt: null, missingYear: 2028 });
    await computeWaitingClocks(world.database, keep.at('2027-01-01 10:00'));
    expect((await keep.events(clock)).map(({ what }) => what)).toEqual(['started', 'computed']);
    await publish('2027-12-01 10:00', { year: 2028, holidays: [], makeUpDays: [] });
    expect((await keep.read(clock)).dueAt).not.toBeNull();
  });

  it('tells of a clock that was stopped before its deadline was known whether that was in time', async () => {
    const spec = { unit: 'working_days', amount: 2 } as const;
    const [kept, missed] = [await keep.start('2026-12-30 10:00', spec), await keep.start('2026-12-30 10:00', spec)];
    await keep.happens('2027-01-02 18:00', kept, 'counter_acted');
    await keep.happens('2027-01-05 10:00', missed, 'counter_acted');
    await publish('2027-01-06 10:00');
    expect(await keep.read(kept)).toMatchObject({ state: 'stopped', breachedAt: null, dueAt: shanghai('2027-01-03 00:00') });
    expect(await keep.read(missed)).toMatchObject({ state: 'stopped', breachedAt: shanghai('2027-01-03 00:00') });
  });

  it('does not move when a calendar is edited, not even by a pause or another priority afterwards', async () => {
    const before = await keep.start('2026-03-06 10:00', { unit: 'working_days', amount: 1, pauseReasons: ['customer_owes_information'] });
    await publish('2026-03-06 11:00', { year: 2026, holidays: [day('2026-03-09'), day('2026-03-10')], makeUpDays: [] });
    const after = await keep.start('2026-03-06 12:00', { unit: 'working_days', amount: 1 });
    expect(after.dueAt).toEqual(shanghai('2026-03-12 00:00'));
    expect((await keep.read(before)).dueAt).toEqual(shanghai('2026-03-10 00:00'));
    await keep.pause('2026-03-06 13:00', before);
    expect((await keep.resume('2026-03-06 14:00', before)).dueAt).toEqual(shanghai('2026-03-10 00:00'));
  });

  it('counts by the first publication of a year that was missing, whatever is published of it later', async () => {
    const clock = await keep.start('2026-12-30 10:00', { unit: 'working_days', amount: 3 });
    await publish('2026-12-31 10:00');
    await publish('2026-12-31 11:00', { holidays: [day('2027-01-01'), day('2027-01-04')], makeUpDays: [] });
    await keep.pause('2026-12-31 12:00', clock);
    expect((await keep.resume('2026-12-31 13:00', clock)).dueAt).toEqual(shanghai('2027-01-05 00:00'));
    expect((await keep.start('2026-12-30 10:00', { unit: 'working_days', amount: 3 })).dueAt).toEqual(shanghai('2027-01-07 00:00'));
  });

  it('is a network\'s own: a neighbour\'s publication computes nothing here', async () => {
    const clock = await keep.start('2026-12-30 10:00', { unit: 'working_days', amount: 3 });
    await publish('2026-12-31 10:00', {}, await world.neighbour());
    expect((await keep.read(clock)).dueAt).toBeNull();
  });

  it.each<[string, Partial<CalendarData>, string]>([
    ['a day of another year', { holidays: [day('2026-12-31')] }, 'DAY_OUTSIDE_YEAR'],
    ['a day named twice', { makeUpDays: [day('2027-01-02')], holidays: [day('2027-01-02')] }, 'DAY_TWICE'],
    ['a weekday made up for', { makeUpDays: [day('2027-01-04')] }, 'MAKE_UP_ON_WEEKDAY'],
    ['a shift that ends before it starts', { shifts: ['15:00-09:00'] }, 'SHIFT_MALFORMED'],
    ['a shift beyond midnight', { shifts: ['15:00-24:30'] }, 'SHIFT_MALFORMED'],
    ['shifts that overlap', { shifts: ['09:00-15:30', '15:00-22:00'] }, 'SHIFTS_OVERLAP'],
  ])('is not counted by %s', async (_, given, code) => {
    await expect(publish('2026-12-31 10:00', given)).rejects.toMatchObject({ code });
  });
});
