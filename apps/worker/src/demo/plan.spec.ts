import { permissionsOf } from '@app/access';
import { day } from '@app/kernel';
import type { Act } from './act.js';
import { courses } from './courses.js';
import { plan } from './plan.js';
import { shops } from './shops.js';
import { acts, type ActName, type Step, type Story } from './story.js';

const today = day('2026-11-22');
const whole = plan({ today });
const stepsOf = (stories: readonly Story[]): Step[] => stories.flatMap(({ steps }) => steps);
const named = (name: ActName): Step[] => stepsOf(whole).filter(({ deed }) => deed[1] === name);
const inputsOf = (name: ActName): unknown[] => named(name).map(({ deed }) => deed[2]);

describe('The half year', () => {
  it('is the same for the same day and seed, and another for another', () => {
    expect(plan({ today })).toEqual(whole);
    expect(plan({ today, seed: 459 })).not.toEqual(whole);
    expect(plan({ today: day('2026-11-23') })).not.toEqual(whole);
  });

  it('has 40 shops with names and codes of their own, and 600 complaints of which no two have one key', () => {
    expect(new Set(shops.map(({ code }) => code)).size).toBe(shops.length);
    expect(new Set(shops.map(({ name }) => name)).size).toBe(shops.length);
    expect(named('register')).toHaveLength(40);
    expect(named('record').length).toBeGreaterThanOrEqual(590);
    expect(named('record').length).toBeLessThanOrEqual(605);
    expect(new Set(whole.map(({ name }) => name)).size).toBe(whole.length);
  });

  it('tells every act there is, and every course', () => {
    expect(Object.keys(acts).filter((name) => named(name as ActName).length === 0)).toEqual([]);
    expect(Math.min(...Object.values(courses).map(({ share }) => share))).toBeGreaterThan(0);
  });

  it('comes to every end, by every channel, with every score', () => {
    const outcomes = inputsOf('close').map((input) => (input as { outcome: string }).outcome);
    expect(new Set(outcomes)).toEqual(new Set(['agreed', 'repaired', 'exchanged', 'refunded', 'rejected', 'referred']));
    const channels = inputsOf('record').map((input) => (input as { channel: string }).channel);
    expect(new Set(channels)).toEqual(new Set(['counter', 'phone', 'online', 'hotline_12315', 'api']));
    const calls = inputsOf('callBack') as { result: string; satisfaction: number | null }[];
    expect(new Set(calls.map(({ satisfaction }) => satisfaction))).toEqual(new Set([1, 2, 3, 4, 5, null]));
    expect(new Set(calls.map(({ result }) => result))).toEqual(new Set(['content', 'not_content', 'not_reached']));
    expect(named('pay').length).toBeGreaterThan(40);
  });

  it('leaves complaints standing at each stage, the most of them of the last days', () => {
    const ends: readonly ActName[] = ['close', 'withdraw', 'unfounded', 'pay'];
    const last = whole.filter(({ name, steps }) => name.startsWith('complaint') && !steps.some(({ deed }) => ends.includes(deed[1]))).map(({ steps }) => steps.at(-1)!.deed[1]);
    expect([...new Set(last)]).toEqual(expect.arrayContaining(['record', 'contact', 'decide', 'handIn', 'propose', 'hold', 'approve', 'pause']));
    expect(last.length).toBeGreaterThan(40);
    expect(last.length).toBeLessThan(120);
  });

  it('goes forward within each story, in the hours of the mall, and ends on the evening before today', () => {
    const [first, last] = [Date.parse('2026-05-14T00:00:00+08:00'), Date.parse('2026-11-21T22:00:00+08:00')];
    for (const { name, steps } of whole) {
      const times = steps.map(({ at }) => at.getTime());
      expect([name, times]).toEqual([name, [...times].sort((a, b) => a - b)]);
      expect([name, times.every((at) => at >= first && at <= last)]).toEqual([name, true]);
    }
  });

  it('has each act done by a role that may', () => {
    const wrong = stepsOf(whole).filter(({ deed: [by, name] }) => !permissionsOf([by]).has((acts[name] as Act<never>).may));
    expect(wrong.map(({ deed: [by, name] }) => `${by} ${name}`)).toEqual([]);
  });

  it('makes a smaller mall of fewer complaints', () => {
    const small = plan({ today, complaints: 60 });
    expect(stepsOf(small).length).toBeLessThan(stepsOf(whole).length / 6);
    expect(small.filter(({ name }) => name.startsWith('shop-')).length).toBe(7);
  });
});
