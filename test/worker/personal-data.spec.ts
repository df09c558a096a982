import { randomBytes } from 'node:crypto';
import { eraseConsumer, personalKeys, readConsumers, recordConsumer } from '@app/members';
import { keepPersonalData } from '../../apps/worker/src/keep-personal-data.js';
import { World } from '../support/world.js';

let world: World;
let other: World;
const hashKey = randomBytes(32);
const [first, second] = [{ version: 1, key: randomBytes(32) }, { version: 2, key: randomBytes(32) }];
const keys = personalKeys([first], hashKey);
beforeAll(async () => {
  world = await World.make();
  other = await world.neighbour();
});
afterAll(() => world.drop());

const nothing = () => '';
const record = async (at: World, phone: string) =>
  (await recordConsumer(at.database, at.person(), { ...at.key(), person: { name: 'Zhang San', phone } }, keys)).result.consumerId;

describe('The command for personal data', () => {
  it('seals all networks anew with the key that comes first', async () => {
    const [a, b] = [await record(world, '13977770001'), await record(other, '13977770002')];
    const both = personalKeys([second, first], hashKey);
    expect(await keepPersonalData(world.database, both, 'reseal', nothing)).toEqual(['2 rows of personal data are sealed anew with version 2; earlier keys may go.']);
    for (const [at, id] of [[world, a], [other, b]] as const) {
      const seen = await at.database.read(at.person(), (tx) => readConsumers(tx, personalKeys([second], hashKey), [id]));
      expect(seen[0]?.name).toBe('Z**');
    }
    expect(await keepPersonalData(world.database, both, 'reseal', nothing)).toEqual([expect.stringMatching(/^0 rows/)]);
  });

  it('gives the journal of erasures line by line, and erases again what a restore brought back', async () => {
    const id = await record(other, '13977770003');
    const [row] = await world.test.asAdmin('SELECT * FROM personal_data WHERE subject_id = $1', [id]);
    await eraseConsumer(other.database, other.person(), { ...other.key(), consumerId: id });
    const journal = await keepPersonalData(world.database, keys, 'journal', nothing);
    expect(journal.map((line) => JSON.parse(line) as object)).toEqual([{ networkId: other.networkId, subjectId: id, erasedOn: '2026-03-02' }]);
    await world.test.asAdmin(`INSERT INTO personal_data (${Object.keys(row!).join()}) VALUES (${Object.keys(row!).map((_, i) => `$${i + 1}`).join()})`, Object.values(row!));
    expect(await keepPersonalData(world.database, keys, 'erase-again', () => `${journal.join('\n')}\n`)).toEqual(['1 of 1 persons had come back and are erased again.']);
    expect(await world.test.asAdmin('SELECT 1 FROM personal_data WHERE subject_id = $1', [id])).toEqual([]);
  });

  it('says what it can do', async () => {
    await expect(keepPersonalData(world.database, keys, undefined, nothing)).rejects.toThrow('Say reseal, journal or erase-again.');
  });
});
