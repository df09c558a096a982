import type pg from 'pg';
import { readCatalogue, type Catalogue } from '../database/catalogue/read.js';
import { globalTables } from '../database/catalogue/expected.js';
import { connect } from '../support/connect.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { Seeder } from '../support/seed-rows.js';
import { appLeaks, workerLeaks } from './raw-attacks.js';

/** A database with two networks, and two members' rows in every table of each. */
interface Battlefield {
  readonly test: TestDatabase;
  readonly admin: pg.Client;
  readonly app: pg.Client;
  readonly catalogue: Catalogue;
  readonly own: Seeder;
  readonly foreign: Seeder;
  end(): Promise<void>;
}

async function battlefield(fault?: string): Promise<Battlefield> {
  const test = await cloneDatabase(1);
  const admin = await connect(test, 'admin');
  if (fault) await admin.query(fault);
  const catalogue = await readCatalogue(admin);
  const app = await connect(test, 'app');
  const own = await Seeder.fill(admin, catalogue);
  await Seeder.fill(admin, catalogue, own.rows.get('network'));
  const foreign = await Seeder.fill(admin, catalogue);
  const end = async () => {
    await admin.end();
    await app.end();
    await test.drop();
  };
  return { test, admin, app, catalogue, own, foreign, end };
}

describe('Raw SQL', () => {
  let field: Battlefield;
  beforeAll(async () => { field = await battlefield(); });
  afterAll(async () => { await field?.end(); });

  it('finds rows of both networks in every table', async () => {
    const tables = field.catalogue.tables.filter((table) => !globalTables[table.name]).map((table) => table.name);
    expect(tables.length).toBeGreaterThan(20);
    for (const name of tables) {
      const { rows } = await field.admin.query<{ n: string }>(`SELECT count(DISTINCT network_id) AS n FROM ${name}`);
      expect([name, rows[0]!.n]).toEqual([name, '2']);
    }
  });

  it('of the application sees, changes and writes no row of another network, with each verb on each table', async () => {
    expect(await appLeaks(field.catalogue, field)).toEqual([]);
  }, 120_000);

  it('of the worker does nothing but read its lists', async () => {
    const worker = await connect(field.test, 'worker');
    try {
      expect(await workerLeaks(field.catalogue, worker, field.foreign)).toEqual([]);
    } finally {
      await worker.end();
    }
  });
});

describe('The attacks', () => {
  it.each([
    ['a policy that is gone, while the worker\'s stands for all', 'fund_hold', 'DROP POLICY own_network ON fund_hold; ALTER POLICY worker_lists ON fund_hold TO PUBLIC', /fund_hold: SELECT sees \d+ rows of others/],
    ['a dropped policy, which shows nothing at all', 'fund', 'DROP POLICY own_network ON fund', /fund: SELECT sees 0 of its own/],
    ['USING (true)', 'complaint', 'ALTER POLICY own_network ON complaint USING (true)', /from its own network, complaint: SELECT sees \d+ rows of others/],
    ['USING (true) WITH CHECK (true)', 'complaint', 'ALTER POLICY own_network ON complaint USING (true) WITH CHECK (true)', /complaint: UPDATE of state changes \d+ foreign rows/],
    ['WITH CHECK (true)', 'transfer', 'ALTER POLICY own_network ON transfer WITH CHECK (true)', /transfer: INSERT of a foreign row is done/],
    ['row security that is off', 'entry', 'ALTER TABLE entry DISABLE ROW LEVEL SECURITY', /from no network, entry: SELECT sees \d+ rows of others/],
    ['a member who sees what is not its own', 'receivable', 'ALTER POLICY member_sight ON receivable USING (true)', /a member of its own network, receivable: SELECT sees \d+ rows that do not name the member/],
    ['a network that may be changed', 'fund', 'GRANT UPDATE (network_id) ON fund TO surety_app; ALTER POLICY own_network ON fund WITH CHECK (true)', /fund: UPDATE of network_id/],
    ['DELETE granted without a policy that holds', 'notice', 'GRANT DELETE ON notice TO surety_app; ALTER POLICY own_network ON notice USING (true)', /notice: DELETE takes \d+ foreign rows/],
  ])('catches %s', async (_fault, name, sql, reported) => {
    const field = await battlefield(sql);
    try {
      const tables = field.catalogue.tables.filter((table) => table.name === name);
      expect(await appLeaks({ ...field.catalogue, tables }, field)).toContainEqual(expect.stringMatching(reported));
    } finally {
      await field.end();
    }
  });

  it('catches a worker that reads the books', async () => {
    const field = await battlefield('GRANT SELECT ON transfer TO surety_worker');
    const worker = await connect(field.test, 'worker');
    try {
      expect(await workerLeaks(field.catalogue, worker, field.foreign)).toEqual([expect.stringMatching(/SELECT network_id FROM transfer/)]);
    } finally {
      await worker.end();
      await field.end();
    }
  });
});
