import { extendClock, pauseClock, readClocks, resumeClock, startClocks, stopClocks, type Clock, type ClockSpec, type ExtendClock } from '@app/clocks';
import { dayOf, newId, type Caller } from '@app/kernel';
import type { World } from '../support/world.js';

/** An instant on the clock on the wall in Shanghai. */
export const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);

/** A shop's clock of ten minutes, unless said otherwise. */
export const spec = (given: Partial<ClockSpec> = {}): ClockSpec => ({
  code: 'counter_acts', rule: 'CX-1', party: 'shop', unit: 'minutes', amount: 10, warnMinutes: 0, escalation: [], stopEvent: 'counter_acted',
  pauseReasons: ['customer_owes_information'], ...given,
});

/** People who keep clocks in a world, at a moment of their choosing. */
export function keeping(world: World) {
  const at = (text: string): Caller => {
    const now = shanghai(text);
    return world.person({ now, today: dayOf(now, 'Asia/Shanghai') });
  };
  const pack = { pack: 'mall_counter', packVersion: '1' };
  return {
    at,
    /** Starts one clock of that spec on a subject of its own. */
    start: async (when: string, given: Partial<ClockSpec> = {}, of: { subjectId?: string; memberId?: string | null; startedAt?: Date } = {}): Promise<Clock> => {
      const [clock] = await world.database.write(at(when), { action: 'test.start' }, (tx) =>
        startClocks(tx, { subjectType: 'complaint', subjectId: newId(), memberId: null, ...pack, specs: [spec(given)], ...of }));
      return clock!;
    },
    happens: (when: string, { subjectType, subjectId }: Clock, event: string) =>
      world.database.write(at(when), { action: 'test.stop' }, (tx) => stopClocks(tx, { subjectType, subjectId, event })),
    pause: (when: string, { id: clockId }: Clock) => world.database.write(at(when), { action: 'test.pause' }, (tx) =>
      pauseClock(tx, { clockId, reason: 'customer_owes_information', evidence: 'asked for the invoice, note 7' })),
    resume: (when: string, { id: clockId }: Clock) => world.database.write(at(when), { action: 'test.resume' }, (tx) => resumeClock(tx, { clockId })),
    extend: (when: string, { id: clockId }: Clock, newDue: string, given: Partial<ExtendClock> = {}) =>
      world.database.write(at(when), { action: 'test.extend' }, (tx) => extendClock(tx, {
        clockId, ground: 'cannot_be_kept', reason: 'The maker must look at it.', newDueAt: shanghai(newDue), toldAt: null, announcedAt: null,
        substitute: null, evidence: 'call of the desk', ...given,
      })),
    read: async ({ id }: Clock): Promise<Clock> => (await world.database.read(world.person(), (tx) => tx.one(readClocks, { clockIds: [id] }))),
    events: async ({ id }: Clock) => (await world.test.asAdmin(
      `SELECT n, cycle, what, step, to_char(at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS at FROM clock_event WHERE clock_id = $1 ORDER BY n`, [id])) as
      unknown as { n: number; cycle: number; what: string; step: string; at: string }[],
    /** What the outbox says of a clock. */
    said: async ({ id }: Clock) => (await world.test.asAdmin(
      `SELECT type, payload->>'step' AS step FROM outbox_event WHERE payload->>'clockId' = $1 ORDER BY seq`, [id])).map(({ type, step }) => (step ? `${String(type)} ${String(step)}` : type)),
  };
}
