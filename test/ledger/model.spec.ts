import { connect } from '../support/connect.js';
import { auditLedger } from '../support/audit-books.js';
import { divergences, Reached } from '../support/histories.js';
import { chance } from '../support/seed.js';
import { World } from '../support/world.js';
import { histories, outcomes, type Command } from './model/commands.js';
import { PureLedger } from './model/pure-ledger.js';
import { RealLedger } from './model/real-ledger.js';

const count = Math.ceil(Number(process.env.SEQUENCES ?? 300) / 2);
const { seed } = chance('P4 ledger');

const shown = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
const parted = (what: string, model: unknown, real: unknown): string | null =>
  shown(model) === shown(real) ? null : `${what}: the model says ${shown(model)}, the ledger ${shown(real)}`;

function foresee(commands: readonly Command[]): string[] {
  const model = new PureLedger();
  return commands.map((command) => `${command.do}: ${model.run(command)}`);
}

async function play(world: World, commands: readonly Command[], reached: Reached): Promise<string | null> {
  const model = new PureLedger();
  const real = await RealLedger.open(await world.neighbour());
  for (const [i, command] of commands.entries()) {
    const expected = model.run(command);
    const step = `step ${i}, ${command.do}`;
    const found = parted(step, expected, await real.run(command))
      ?? parted(`${step}, balances`, { a: model.balanceOf('a'), b: model.balanceOf('b') }, await real.balances());
    if (found) return found;
    reached.add(`${command.do}: ${expected}`);
  }
  for (const name of ['a', 'b'] as const) {
    const found = parted(`history of ${name}`, model.lines[name], await real.lines(name));
    if (found) return found;
  }
  for (const name of ['a', 'b', 'bank'] as const) {
    for (const day of [-6, -2, 0, 3, 5]) {
      const found = parted(`${name} as of day ${day}`, model.asOf(name, day), await real.asOf(name, day));
      if (found) return found;
    }
  }
  return null;
}

describe(`${count} histories of the ledger`, () => {
  let world: World;
  beforeAll(async () => { world = await World.make(8); });
  afterAll(async () => { await world?.drop(); });

  it('go as the model says: answers, refusals, balances, lines, balances as of a day', async () => {
    const reached = new Reached();
    expect(await divergences({ seed, count, commands: histories, outcomes, foresee, play: (commands, also) => play(world, commands, also) }, reached)).toEqual([]);
    process.stdout.write(`P4 ledger reached in ${reached.histories} histories: ${reached}\n`);
    expect(reached.missing(outcomes)).toEqual([]);
    const admin = await connect(world.test, 'admin');
    expect(await auditLedger(async (sql) => (await admin.query<Record<string, unknown>>(sql)).rows).finally(() => admin.end())).toEqual([]);
  }, 120_000 + count * 1_000);

  it.each<[string, string, RegExp]>([
    ['a floor that is gone', 'ALTER TABLE account_balance DROP CONSTRAINT below_floor; ALTER TABLE account_line DROP CONSTRAINT line_not_below_floor', /the model says "BELOW_FLOOR"/],
    ['a cause that may post twice', 'ALTER TABLE transfer DROP CONSTRAINT posted_once', /the model says "ALREADY_POSTED"/],
    ['a balance that forgets a fen', `CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.posted_debit_minor := NEW.posted_debit_minor + (NEW.last_line % 7 = 6)::int; RETURN NEW; END $$;
      CREATE TRIGGER forget BEFORE UPDATE ON account_balance FOR EACH ROW EXECUTE FUNCTION forget()`, /balances: the model says|the model says "done", the ledger "BELOW_FLOOR"|history of/],
  ])('catches %s', async (_fault, sql, reported) => {
    const faulty = await World.make(8);
    try {
      await faulty.test.asAdmin(sql);
      const found = await divergences({ seed: 1, count: 30, commands: histories, outcomes: [], foresee, play: (commands, also) => play(faulty, commands, also), shortenMs: 500 }, new Reached());
      expect(found).toContainEqual(expect.stringMatching(reported));
    } finally {
      await faulty.drop();
    }
  }, 120_000);
});
