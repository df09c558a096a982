import { bans, wallClocks } from './architecture/bans.js';
import { floorRules } from './architecture/floors.js';
import { kindRules, longFiles, roomProblems, rooms } from './architecture/kinds.js';
import { source, sourcesIn, type Rule } from './architecture/source.js';
import {
  acrossNetworks, declaredStatements, plantedStatements, statementProblems, statementRules,
} from './architecture/statements.js';
import { countsNotMoney, wording } from './architecture/wording.js';

const house = sourcesIn('apps', 'libs', 'test', 'migrations');
const rules: readonly Rule[] = [...floorRules, ...kindRules, ...bans, ...wording, ...statementRules];

const line = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);

describe('The house', () => {
  it.each(rules)('$name', (rule) => {
    expect(house.flatMap((file) => rule.check(file))).toEqual([]);
  });

  it('gives each room its index and a README of 40 lines at most', () => {
    expect(roomProblems(rooms())).toEqual([]);
  });
});

describe('The exceptions', () => {
  const written = { wallClocks, countsNotMoney, longFiles };
  it.each(Object.entries(written).flatMap(([list, files]) => Object.entries(files).map(([file, reason]) => ({ list, file, reason }))))(
    'in $list still stand: $file, $reason', ({ file }) => {
      expect(house.map((one) => one.path)).toContain(file);
    });
});

describe('Statements', () => {
  it('are all found: as many as the sources declare', async () => {
    const written = house.filter((file) => /^(libs|apps)\/.*\.sql\.ts$/.test(file.path))
      .reduce((sum, file) => sum + (file.text.match(/= statement[<(]/g)?.length ?? 0), 0);
    expect((await declaredStatements()).length).toBe(written);
    expect(written).toBeGreaterThan(50);
  });

  it('are named after their room, and name the network of every table of a network', async () => {
    const problems = (await declaredStatements()).flatMap(({ file, statement }) =>
      statementProblems(file.split('/')[1]!, statement).map((problem) => `${file}: ${problem}`));
    expect(problems).toEqual([]);
  });

  it('cross networks only where it is written why', async () => {
    const names = new Set((await declaredStatements()).map(({ statement }) => statement.name));
    expect(Object.keys(acrossNetworks).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(plantedStatements)('catches a statement that %s', (_why, statement) => {
    expect(statementProblems('funds', statement)).not.toEqual([]);
  });

  it.each([
    ['an insert that locks and returns', { name: 'funds.x', text: 'INSERT INTO fund AS f (network_id, id) SELECT $1, $2 FROM fund_call c WHERE c.network_id = $1 ON CONFLICT (network_id, id) DO UPDATE SET id = f.id', parameters: ['network', 'id'] }],
    ['a read of global tables', { name: 'funds.x', text: 'SELECT extract(epoch FROM s.expires_at) FROM log_in_session s JOIN person p ON p.id = s.person_id', parameters: [] }],
    ['a read through a WITH', { name: 'funds.x', text: 'WITH f AS MATERIALIZED (SELECT id FROM fund WHERE network_id = $1 ORDER BY id FOR NO KEY UPDATE) SELECT f.id FROM f WHERE f.id IS DISTINCT FROM $2', parameters: ['network', 'id'] }],
  ])('lets pass %s', (_what, statement) => {
    expect(statementProblems('funds', statement)).toEqual([]);
  });
});

describe('The guardian itself', () => {
  const planted = rules.flatMap((rule) => rule.planted.map((fault) => ({ rule, name: rule.name, path: fault[0], text: line(fault[1]), fault })));
  it.each(planted)('catches what breaks "$name" in $path: $text', ({ rule, fault }) => {
    expect(rule.check(source(fault))).not.toEqual([]);
  });

  const kept = rules.flatMap((rule) => (rule.kept ?? []).map((fine) => ({ rule, name: rule.name, path: fine[0], text: line(fine[1]), fine })));
  it.each(kept)('lets pass what keeps "$name" in $path: $text', ({ rule, fine }) => {
    expect(rule.check(source(fine))).toEqual([]);
  });

  it('says in every ban what to write instead', () => {
    const silent = planted.flatMap(({ rule, fault }) => rule.check(source(fault))).filter((message) => !message.includes(' → '));
    expect(silent).toEqual([]);
  });

  it.each([
    ['a room without README', { name: 'x', files: ['index.ts'], readme: null }],
    ['a room without index', { name: 'x', files: [], readme: 'x' }],
    ['a README of 41 lines', { name: 'x', files: ['index.ts'], readme: 'x\n'.repeat(41) }],
    ['a file of another kind', { name: 'x', files: ['index.ts', 'rules.json'], readme: 'x' }],
  ])('catches %s', (_what, room) => {
    expect(roomProblems([room])).not.toEqual([]);
  });
});
