import { auditBooks } from '../support/audit-books.js';
import { connect } from '../support/connect.js';
import { divergences, Reached } from '../support/histories.js';
import { chance } from '../support/seed.js';
import { World } from '../support/world.js';
import { histories, outcomes, type Command } from './model/commands.js';
import { PureFunds } from './model/pure-funds.js';
import { RealFunds } from './model/real-funds.js';

const count = Math.floor(Number(process.env.SEQUENCES ?? 300) / 2);
const { seed } = chance('P4 funds');

const shown = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
const parted = (what: string, model: unknown, real: unknown): string | null =>
  shown(model) === shown(real) ? null : `${what}: the model says ${shown(model)}, the funds ${shown(real)}`;

function foresee(commands: readonly Command[]): string[] {
  const model = new PureFunds();
  return commands.map((command) => `${command.do}: ${model.run(command)[0]}`);
}

async function play(world: World, commands: readonly Command[], reached: Reached): Promise<string | null> {
  const model = new PureFunds();
  const real = await RealFunds.open(await world.neighbour());
  for (const [i, command] of commands.entries()) {
    const expected = model.run(command);
    const step = `step ${i}, ${command.do}`;
    const found = parted(step, expected, await real.run(command)) ?? parted(`${step}, coverage`, model.coverage(), await real.coverage());
    if (found) return found;
    reached.add(`${command.do}: ${expected[0]}`);
  }
  for (const pot of model.pots) {
    const found = parted(`history of ${pot.plan.name}`, pot.lines, await real.lines(pot.plan.name));
    if (found) return found;
  }
  return null;
}

describe(`${count} histories of a shop's funds`, () => {
  let world: World;
  beforeAll(async () => { world = await World.make(8); });
  afterAll(async () => { await world?.drop(); });

  it('go as the model says: answers, refusals, coverage, draws, calls, receivables, lines', async () => {
    const reached = new Reached();
    expect(await divergences({ seed, count, commands: histories, outcomes, foresee, play: (commands, also) => play(world, commands, also) }, reached)).toEqual([]);
    process.stdout.write(`P4 funds reached in ${reached.histories} histories: ${reached}\n`);
    expect(reached.missing(outcomes)).toEqual([]);
    const admin = await connect(world.test, 'admin');
    expect(await auditBooks(async (sql) => (await admin.query<Record<string, unknown>>(sql)).rows).finally(() => admin.end())).toEqual([]);
  }, 120_000 + count * 2_000);

  it.each<[string, string, RegExp]>([
    ['a call that is not met by what comes in', `CREATE FUNCTION deaf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.met_minor := OLD.met_minor; RETURN NEW; END $$;
      CREATE TRIGGER deaf BEFORE UPDATE ON fund_call FOR EACH ROW EXECUTE FUNCTION deaf()`, /the model says/],
    ['a mark that no case leaves', `CREATE FUNCTION markless() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.lifted_at := now(); RETURN NEW; END $$;
      CREATE TRIGGER markless BEFORE INSERT ON case_mark FOR EACH ROW EXECUTE FUNCTION markless()`, /the model says \["OPEN_CASES"\]/],
  ])('catches %s', async (_fault, sql, reported) => {
    const faulty = await World.make(8);
    try {
      await faulty.test.asAdmin(sql);
      const found = await divergences({ seed: 1, count: 60, commands: histories, outcomes: [], foresee, play: (commands, also) => play(faulty, commands, also), shortenMs: 500 }, new Reached());
      expect(found).toContainEqual(expect.stringMatching(reported));
    } finally {
      await faulty.drop();
    }
  }, 180_000);
});
