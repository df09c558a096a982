import { chanceFrom, type Chance } from '../../apps/worker/src/demo/chance.js';

export { chanceFrom, type Chance };

/** A source of chance that replays: prints its seed, and takes it from TEST_SEED. */
export function chance(suite: string): Chance {
  const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${suite}: TEST_SEED=${seed} replays it\n`);
  return chanceFrom(seed);
}
