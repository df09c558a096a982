import { roles } from '@app/access';
import { newId } from '@app/kernel';
import { grow } from '../../apps/worker/src/demo/grow.js';
import { schedule } from '../../apps/worker/src/schedule.js';
import { tellPast } from '../../apps/worker/src/tell-past.js';
import { auditBooks } from '../support/audit-books.js';
import { World } from '../support/world.js';
import { handsOf, type TestHands } from './support/hands.js';

const complaints = process.env.TEST_LENGTH === 'night' ? 600 : 60;
const never = new AbortController().signal;

let world: World;
let hands: TestHands;

const growing = (ending = never) =>
  grow({ database: hands.database, worklist: hands.worklist, keys: world.intake, clock: hands.clock, complaints }, world.networkId, ending);
const rows = (sql: string) => world.test.asAdmin(sql);

/** How much there is of everything but what tells of tries: a second play tries and is told that it is done. */
async function counts(): Promise<Record<string, unknown>> {
  const tables = await rows(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'audit_record' ORDER BY 1`);
  const counted = await Promise.all(tables.map(async ({ name }) => [name, (await rows(`SELECT count(*)::int AS n FROM ${String(name)}`))[0]!.n] as const));
  return Object.fromEntries(counted);
}

beforeAll(async () => {
  world = await World.make();
  hands = await handsOf(world);
  hands.at = new Date('2026-11-22T03:00:00Z');
  for (const role of Object.keys(roles).filter((name) => roles[name as keyof typeof roles].of === 'operator')) {
    const personId = newId();
    await world.test.asAdmin(`INSERT INTO person (id, email, display_name, password_hash) VALUES ($1, $2, 'X', '$argon2id$')`, [personId, `${role}@people.example`]);
    await world.test.asAdmin('INSERT INTO membership (network_id, id, person_id, roles) VALUES ($1, $2, $3, $4)', [world.networkId, newId(), personId, [role]]);
  }
}, 60_000);
afterAll(async () => {
  await hands?.close();
  await world?.drop();
});

describe('The half year of the demonstration', () => {
  it('is told to its end through a breaking off in the middle, and the rules refuse nothing of it', async () => {
    const breaking = new AbortController();
    const first = growing(breaking.signal);
    while (Number((await rows('SELECT count(*) AS n FROM complaint'))[0]!.n) < complaints / 3);
    breaking.abort();
    expect(await first).toEqual({ grown: 'broken off', refused: [] });
    // Another day: what has begun keeps its own.
    hands.at = new Date('2026-11-23T03:00:00Z');
    expect(await growing()).toEqual({ grown: 'grown', refused: [] });
    const ends = await rows('SELECT DISTINCT coalesce(outcome, state) AS end FROM complaint ORDER BY 1');
    expect(ends.map(({ end }) => end)).toEqual([
      'agreed', 'compensated', 'decided', 'exchanged', 'merged', 'open', 'referred', 'refunded', 'rejected', 'repaired', 'unfounded', 'withdrawn']);
    const fired = await rows('SELECT DISTINCT what FROM clock_event ORDER BY 1');
    expect(fired.map(({ what }) => what)).toEqual(['breached', 'escalated', 'extended', 'paused', 'restarted', 'restated', 'resumed', 'started', 'stopped', 'warned']);
  }, 900_000);

  it('happened in its own time, up to the evening before, and no clock that was stopped in time is missed', async () => {
    const [{ first, last }] = await rows(`SELECT min(received_on)::text AS first, max(received_on)::text AS last FROM complaint`) as [{ first: string; last: string }];
    expect([first >= '2026-05-24', last <= '2026-11-21']).toEqual([true, true]);
    expect(await rows(`SELECT id FROM clock WHERE breached_at IS NOT NULL AND breached_at > coalesce(stopped_at, now())`)).toEqual([]);
    const [share] = await rows(`SELECT count(*) FILTER (WHERE breached_at IS NULL)::float / count(*) AS kept FROM clock`);
    expect(share!.kept).toBeGreaterThan(0.5);
  });

  it('leaves books that are right, with advances drawn, owed and paid back', async () => {
    expect(await auditBooks(world.test.asAdmin)).toEqual([]);
    const [money] = await rows(`
      SELECT (SELECT count(*) FROM fund_draw)::int AS draws, (SELECT count(*) FROM fund_receipt)::int AS receipts,
             (SELECT count(*) FROM compensation_request WHERE state = 'paid')::int AS paid, (SELECT count(*) FROM deduction WHERE state = 'taken')::int AS taken`);
    for (const [what, count] of Object.entries(money!)) expect([what, Number(count) > 0]).toEqual([what, true]);
  });

  it('is done by different people: nobody decides or pays what they proposed', async () => {
    expect(await rows('SELECT id FROM compensation_request WHERE decided_by IN (proposed_by, paid_by)')).toEqual([]);
    const [doers] = await rows('SELECT count(DISTINCT person_id)::int AS n FROM audit_record');
    expect(doers!.n).toBeGreaterThanOrEqual(7);
  });

  it('is not told again, neither by its last word nor act by act', async () => {
    const before = await counts();
    expect(await growing()).toEqual({ grown: 'stood', refused: [] });
    await rows(`UPDATE member SET code = 'elsewhere' WHERE code = 'A2-07'`);
    expect((await growing()).grown).toBe('grown');
    expect(await counts()).toEqual(before);
  }, 300_000);

  it('names nobody outside of what is sealed', async () => {
    const found: string[] = [];
    for (const { name } of await rows(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`)) {
      const [hit] = await rows(`SELECT count(*)::int AS n FROM ${String(name)} t WHERE t::text ~ '1990000[0-9]{4}'`);
      if (hit!.n) found.push(String(name));
    }
    expect(found).toEqual([]);
    const [sealed] = await rows('SELECT count(*)::int AS n FROM personal_data');
    expect(sealed!.n).toBeGreaterThan(complaints / 2);
  });
});

describe('While the past of a network is told', () => {
  it('the worker lets nothing of it fall due, and everything right after', async () => {
    hands.at = new Date('2026-11-26T03:00:00Z');
    const due = async () => Number((await world.test.asAdmin('SELECT count(*) AS n FROM clock WHERE next_fire_at < $1', [hands.at]))[0]!.n);
    const before = await due();
    expect(before).toBeGreaterThan(0);
    const clocks = schedule(1_000, undefined as never).find(({ name }) => name === 'clocks')!;
    await tellPast(hands.worklist, world.networkId, never, async () => {
      await clocks.run(hands, never);
      expect(await due()).toBe(before);
      expect(await growing()).toEqual({ grown: 'elsewhere', refused: [] });
    });
    await clocks.run(hands, never);
    expect(await due()).toBe(0);
  });
});
