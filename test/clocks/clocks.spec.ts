import { clockReading, fireDueClocks, restartClocks, restateClocks } from '@app/clocks';
import { newId } from '@app/kernel';
import { World } from '../support/world.js';
import { keeping, shanghai, spec } from './keeping.js';

describe('a clock', () => {
  let world: World;
  let keep: ReturnType<typeof keeping>;

  beforeAll(async () => {
    world = await World.make();
    keep = keeping(world);
  });
  afterAll(() => world.drop());

  /** The worker comes by a second after. */
  const fireAt = (when: string) => fireDueClocks(world.database, keep.at(`${when}:01`));

  it('CX-1 is kept by a counter that acts in its ten minutes, and is missed by one that acts in the eleventh', async () => {
    const kept = await keep.start('2026-03-02 10:00');
    const missed = await keep.start('2026-03-02 10:00');
    expect(kept.dueAt).toEqual(shanghai('2026-03-02 10:10'));
    expect(await keep.happens('2026-03-02 10:10', kept, 'counter_acted')).toHaveLength(1);
    await keep.happens('2026-03-02 10:10:01', missed, 'counter_acted');
    expect(await keep.read(kept)).toMatchObject({ state: 'stopped', breachedAt: null });
    expect(await keep.read(missed)).toMatchObject({ state: 'stopped', breachedAt: shanghai('2026-03-02 10:10') });
  });

  it('is stopped by the event that it names, and by no other', async () => {
    const clock = await keep.start('2026-03-02 10:00');
    expect(await keep.happens('2026-03-02 10:05', clock, 'settled')).toEqual([]);
    expect(await keep.read(clock)).toMatchObject({ state: 'running' });
    expect(await keep.happens('2026-03-02 10:06', clock, 'counter_acted')).toMatchObject([{ id: clock.id, stoppedAt: shanghai('2026-03-02 10:06') }]);
    expect(await keep.happens('2026-03-02 10:07', clock, 'counter_acted')).toEqual([]);
    await fireAt('2026-03-02 11:00');
    expect((await keep.events(clock)).map(({ what }) => what)).toEqual(['started', 'stopped']);
  });

  it('CX-13 starts when the consumer asked, also where that is recorded later, and never in the future', async () => {
    const clock = await keep.start('2026-03-02 10:04', {}, { startedAt: shanghai('2026-03-02 10:00') });
    expect(clock).toMatchObject({ startedAt: shanghai('2026-03-02 10:00'), dueAt: shanghai('2026-03-02 10:10') });
    await expect(keep.start('2026-03-02 10:04', {}, { startedAt: shanghai('2026-03-02 10:05') })).rejects.toMatchObject({ code: 'START_IN_FUTURE' });
  });

  it('is one of its code on a subject', async () => {
    const { subjectId } = await keep.start('2026-03-02 10:00');
    await expect(keep.start('2026-03-02 10:01', {}, { subjectId })).rejects.toMatchObject({ code: 'CLOCK_EXISTS' });
    expect(await keep.start('2026-03-02 10:01', { code: 'supervision_answers' }, { subjectId })).toMatchObject({ state: 'running' });
  });

  it('CX-8 waits while the customer owes information, and for no reason that its pack does not list', async () => {
    const clock = await keep.start('2026-03-02 10:00', { unit: 'hours', amount: 4 });
    await keep.pause('2026-03-02 11:00', clock);
    await fireAt('2026-03-03 10:00');
    const resumed = await keep.resume('2026-03-03 11:30', clock);
    expect(resumed.dueAt).toEqual(shanghai('2026-03-03 14:30'));
    expect(clockReading(resumed, shanghai('2026-03-03 12:30'))).toEqual({ elapsedSeconds: 2 * 3_600, remainingSeconds: 2 * 3_600, pausedSeconds: 24.5 * 3_600 });
    expect((await keep.events(clock)).map(({ what }) => what)).toEqual(['started', 'paused', 'resumed']);
    const strict = await keep.start('2026-03-02 10:00', { pauseReasons: ['appraisal_under_way'] });
    await expect(keep.pause('2026-03-02 10:05', strict)).rejects.toMatchObject({ code: 'PAUSE_NOT_LISTED', field: 'reason' });
    await expect(keep.resume('2026-03-02 10:05', strict)).rejects.toMatchObject({ code: 'NOT_PAUSED' });
  });

  it('stands still while it is paused, and stopped', async () => {
    const clock = await keep.start('2026-03-02 10:00');
    const paused = await keep.pause('2026-03-02 10:04', clock);
    const stands = { elapsedSeconds: 240, remainingSeconds: 360 };
    expect(clockReading(paused, shanghai('2026-03-02 10:04'))).toEqual({ ...stands, pausedSeconds: 0 });
    expect(clockReading(paused, shanghai('2026-03-02 12:04'))).toEqual({ ...stands, pausedSeconds: 7_200 });
    const [stopped] = await keep.happens('2026-03-02 12:04', clock, 'counter_acted');
    expect(clockReading(stopped!, shanghai('2026-03-09 00:00'))).toEqual({ ...stands, pausedSeconds: 7_200 });
    await expect(keep.pause('2026-03-02 12:05', clock)).rejects.toMatchObject({ code: 'NOT_RUNNING' });
  });

  it('CX-8 is extended to the time that the customer was told before the old one passed, and not afterwards', async () => {
    const clock = await keep.start('2026-03-02 10:00', { unit: 'hours', amount: 4 });
    expect((await keep.extend('2026-03-02 13:59', clock, '2026-03-04 10:00')).dueAt).toEqual(shanghai('2026-03-04 10:00'));
    await fireAt('2026-03-04 09:59');
    expect((await keep.read(clock)).breachedAt).toBeNull();
    await expect(keep.extend('2026-03-04 10:00', clock, '2026-03-05 10:00')).rejects.toMatchObject({ code: 'EXTENDED_TOO_LATE', field: 'toldAt' });
    await fireAt('2026-03-04 10:00');
    expect((await keep.read(clock)).breachedAt).toEqual(shanghai('2026-03-04 10:00'));
  });

  it('moves an extended deadline on by the pauses that come after, not by those before', async () => {
    const clock = await keep.start('2026-03-02 10:00', { unit: 'hours', amount: 4 });
    await keep.pause('2026-03-02 10:30', clock);
    await keep.resume('2026-03-02 11:30', clock);
    expect((await keep.extend('2026-03-02 12:00', clock, '2026-03-03 10:00')).dueAt).toEqual(shanghai('2026-03-03 10:00'));
    await keep.pause('2026-03-02 13:00', clock);
    expect((await keep.resume('2026-03-02 15:00', clock)).dueAt).toEqual(shanghai('2026-03-03 12:00'));
  });

  it('counts from its start anew when its priority changes, and keeps the pauses it has had', async () => {
    const clock = await keep.start('2026-03-02 10:00', { code: 'contacted', unit: 'hours', amount: 2 });
    await keep.pause('2026-03-02 10:30', clock);
    await keep.resume('2026-03-02 11:00', clock);
    const restate = (when: string, amount: number) => world.database.write(keep.at(when), { action: 'test.restate' }, (tx) => restateClocks(tx, {
      subjectType: clock.subjectType, subjectId: clock.subjectId, pack: 'cx_5_a', packVersion: '1', reason: 'urgent',
      specs: [spec({ code: 'contacted', unit: 'hours', amount })],
    }));
    expect(await restate('2026-03-02 11:10', 4)).toMatchObject([{ dueAt: shanghai('2026-03-02 14:30'), pack: 'cx_5_a' }]);
    expect(await restate('2026-03-02 11:20', 1)).toMatchObject([{ dueAt: shanghai('2026-03-02 11:30') }]);
    await fireAt('2026-03-02 11:30');
    expect(await restate('2026-03-02 11:40', 4)).toMatchObject([{ dueAt: shanghai('2026-03-02 14:30'), breachedAt: shanghai('2026-03-02 11:30') }]);
    await fireAt('2026-03-02 14:30');
    expect(await keep.said(clock)).toEqual(['clock.breached']);
  });

  it('runs in cycles: a stopped one starts over, and fires anew', async () => {
    const clock = await keep.start('2026-03-02 10:00', { warnMinutes: 5 });
    await fireAt('2026-03-02 10:10');
    await keep.happens('2026-03-02 10:20', clock, 'counter_acted');
    const restart = (when: string) => world.database.write(keep.at(when), { action: 'test.restart' }, (tx) =>
      restartClocks(tx, { subjectType: 'complaint', subjectId: clock.subjectId, codes: ['counter_acts'], reason: 'reopened' }));
    expect(await restart('2026-03-09 10:00')).toMatchObject([{ cycle: 2, breachedAt: null, dueAt: shanghai('2026-03-09 10:10') }]);
    await expect(restart('2026-03-09 10:01')).rejects.toMatchObject({ code: 'CLOCK_RUNS' });
    await fireAt('2026-03-09 10:10');
    expect((await keep.events(clock)).map(({ cycle, what }) => `${cycle} ${what}`)).toEqual(
      ['1 started', '1 warned', '1 breached', '1 stopped', '2 restarted', '2 warned', '2 breached']);
  });

  it('CX-12 brings a missed clock before shop, floor, supervision and management, each once, and a kept one before nobody', async () => {
    const escalation = (['shop', 'floor', 'supervision', 'management'] as const).map((to, i) => ({ to, afterMinutes: 30 * i }));
    const missed = await keep.start('2026-03-02 10:00', { warnMinutes: 2, escalation });
    const kept = await keep.start('2026-03-02 10:00', { warnMinutes: 2, escalation });
    await keep.happens('2026-03-02 10:07', kept, 'counter_acted');
    for (const when of ['10:07', '10:08', '10:08', '10:10', '10:39', '10:40', '10:40', '12:00', '13:00']) await fireAt(`2026-03-02 ${when}`);
    const steps = ['clock.warned', 'clock.breached', 'clock.escalated shop', 'clock.escalated floor', 'clock.escalated supervision', 'clock.escalated management'];
    expect(await keep.said(missed)).toEqual(steps);
    expect(await keep.said(kept)).toEqual([]);
    expect((await keep.events(missed)).slice(1).map(({ at }) => at)).toEqual(
      ['03-02 10:08', '03-02 10:10', '03-02 10:10', '03-02 10:40', '03-02 11:10', '03-02 11:40']);
  });

  it('shows as the same whether the worker came in time or not before an act', async () => {
    const late = await keep.start('2026-03-02 10:00', { escalation: [{ to: 'shop', afterMinutes: 0 }] });
    await keep.happens('2026-03-02 18:00', late, 'counter_acted');
    expect(await keep.said(late)).toEqual(['clock.breached', 'clock.escalated shop']);
    expect((await keep.read(late)).breachedAt).toEqual(shanghai('2026-03-02 10:10'));
  });

  it('is not found under another id, nor in another network', async () => {
    const other = keeping(await world.neighbour());
    const clock = await keep.start('2026-03-02 10:00');
    await expect(keep.pause('2026-03-02 10:01', { ...clock, id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.pause('2026-03-02 10:01', clock)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
