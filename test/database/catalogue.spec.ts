import type pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { connect, takenBack } from '../support/connect.js';
import { entityProblems } from './catalogue/entities.js';
import { crossIndexes, deletable, globalTables, mutable, seenByAll, workerAdds, workerReads } from './catalogue/expected.js';
import { plantedFaults } from './catalogue/planted.js';
import { readCatalogue, type Catalogue } from './catalogue/read.js';
import { refusedConstraints } from './catalogue/refused-constraints.js';
import { violationsOf } from './catalogue/violations.js';

let own: TestDatabase;
let admin: pg.Client;
let catalogue: Catalogue;

beforeAll(async () => {
  own = await cloneDatabase(1);
  admin = await connect(own, 'admin');
  catalogue = await readCatalogue(admin);
});
afterAll(async () => {
  await admin?.end();
  await own?.drop();
});

describe('The catalogue', () => {
  it('has tables to speak of', () => {
    expect(catalogue.tables.length).toBeGreaterThan(20);
  });

  it('keeps every network to itself: row security, policies, keys and grants', () => {
    expect(violationsOf(catalogue)).toEqual([]);
  });

  it('lists no exception for what is gone', () => {
    const indexes = new Set(catalogue.tables.flatMap((table) => table.indexes.map((index) => index.name)));
    const tables = new Set(catalogue.tables.map((table) => table.name));
    const listed = [globalTables, mutable, deletable, workerReads, workerAdds, seenByAll].flatMap((list) => Object.keys(list));
    expect(Object.keys(crossIndexes).filter((name) => !indexes.has(name))).toEqual([]);
    expect(listed.filter((name) => !tables.has(name))).toEqual([]);
  });

  it('knows every constraint that a room turns into a refusal', () => {
    const known = new Set(catalogue.tables.flatMap((table) => [...table.indexes, ...table.checks, ...table.foreignKeys].map((one) => one.name)));
    expect(refusedConstraints().length).toBeGreaterThan(5);
    expect(refusedConstraints().filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it('equals the mapping of every entity, column by column', async () => {
    const { problems, mapped } = await entityProblems(own.appUrl, catalogue);
    expect(mapped).toBeGreaterThan(3);
    expect(problems).toEqual([]);
  });
});

describe('The catalogue lint', () => {
  it.each(plantedFaults)('catches %s', async (_fault, sql, reported) => {
    const found = await takenBack(admin, async () => {
      await admin.query(sql);
      // As the owner would have made it: a table of the superuser would be reported for that alone.
      await admin.query(`DO $$ BEGIN IF to_regclass('surprise') IS NOT NULL THEN ALTER TABLE surprise OWNER TO surety_owner; END IF; END $$`);
      return violationsOf(await readCatalogue(admin));
    });
    expect(found).toContainEqual(expect.stringMatching(reported));
  });

  it.each([
    ['a column that is not mapped', 'ALTER TABLE member ADD nickname text'],
    ['a mapped column that is gone', 'ALTER TABLE member DROP code'],
    ['a column that may be missing and is not mapped so', 'ALTER TABLE member ALTER name DROP NOT NULL'],
    ['a column of another type', 'ALTER TABLE agreement ALTER version TYPE bigint'],
  ])('catches %s', async (_fault, sql) => {
    const changed = await takenBack(admin, async () => {
      await admin.query(sql);
      return readCatalogue(admin);
    });
    expect((await entityProblems(own.appUrl, changed)).problems).not.toEqual([]);
  });
});
