import type pg from 'pg';
import { globalTables, seenByAll, workerAdds, workerReads } from '../database/catalogue/expected.js';
import type { Catalogue, Table } from '../database/catalogue/read.js';
import { insertSql, type Row, type Seeder } from '../support/seed-rows.js';

/** From where a statement is sent: bound to a network, to a member of it, to nothing, or to an empty word. */
interface Stand {
  readonly name: string;
  readonly words: string;
  readonly networkId: string | null;
  readonly memberId?: string;
}

interface Field {
  readonly app: pg.Client;
  readonly admin: pg.Client;
  readonly own: Seeder;
  readonly foreign: Seeder;
}

const denied = '42501';

/** Tries, by raw SQL as the application's role, every verb on every network table from every stand; answers what got through. */
export async function appLeaks(catalogue: Catalogue, field: Field): Promise<string[]> {
  const { own, foreign } = field;
  const within = `SET LOCAL app.network_id = '${own.networkId}'`;
  const stands: Stand[] = [
    { name: 'its own network', words: within, networkId: own.networkId },
    { name: 'a member of its own network', words: `${within}; SET LOCAL app.member_id = '${own.memberId}'`, networkId: own.networkId, memberId: own.memberId },
    { name: 'no network', words: 'SELECT 1', networkId: null },
    { name: 'an empty network', words: `SET LOCAL app.network_id = ''`, networkId: null },
  ];
  const tables = catalogue.tables.filter((table) => !globalTables[table.name]);
  // Made first, since they bring rows of their own along.
  const rows = new Map<string, Row>();
  for (const { name } of tables) rows.set(name, await foreign.values(name));
  const before = await digests(field.admin, tables, foreign.networkId);
  const leaks: string[] = [];
  for (const table of tables) {
    for (const stand of stands) {
      const found = [
        ...await reads(field, table, stand), ...await updates(field, table, stand),
        ...await deletes(field, table, stand), ...await inserts(field, table, stand, rows.get(table.name)!),
      ];
      leaks.push(...found.map((what) => `from ${stand.name}, ${table.name}: ${what}`));
    }
  }
  const after = await digests(field.admin, tables, foreign.networkId);
  return [...leaks, ...tables.filter((table) => before.get(table.name) !== after.get(table.name)).map((table) => `${table.name}: rows of the other network have changed`)];
}

/** The worker's role: nothing but the lists it was given, whatever network it names. */
export async function workerLeaks(catalogue: Catalogue, worker: pg.Client, foreign: Seeder): Promise<string[]> {
  const leaks: string[] = [];
  const words = `SET LOCAL app.network_id = '${foreign.networkId}'`;
  for (const { name, columns } of catalogue.tables) {
    const column = columns[0]!.name;
    const verbs = [
      ...(workerReads[name] ? [] : [`SELECT ${column} FROM ${name}`]),
      ...(name === 'outbox_pending' ? [] : [`DELETE FROM ${name}`]),
      ...(workerAdds[name] ? [] : [`INSERT INTO ${name} (${column}) VALUES (NULL)`]),
      `UPDATE ${name} SET ${column} = ${column}`, `TRUNCATE ${name}`,
    ];
    for (const sql of verbs) {
      const { code } = await sent(worker, words, sql);
      if (code !== denied) leaks.push(`the worker, ${sql}: ${code ?? 'was done'}`);
    }
  }
  return leaks;
}

async function reads({ app, admin, own }: Field, table: Table, stand: Stand): Promise<string[]> {
  const seen = await sent(app, stand.words, `SELECT count(*) FILTER (WHERE network_id IS DISTINCT FROM $1) AS foreign, count(*) AS all FROM ${table.name}`, [stand.networkId]);
  if (seen.code) return seen.code === denied && !granted(table, 'SELECT') ? [] : [`SELECT answers ${seen.code}`];
  const { foreign, all } = seen.rows[0] as { foreign: string; all: string };
  if (foreign !== '0') return [`SELECT sees ${foreign} rows of others`];
  if (stand.memberId) {
    const others = await sent(app, stand.words, `SELECT 1 FROM ${table.name} t WHERE position($1 in to_jsonb(t)::text) = 0`, [stand.memberId]);
    return seenByAll[table.name] || others.count === 0 ? [] : [`SELECT sees ${others.count} rows that do not name the member`];
  }
  // A role that sees nothing at all would pass everything else.
  const mine = stand.networkId && (await admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${table.name} WHERE network_id = $1`, [own.networkId])).rows[0]!.n;
  return mine && mine !== all ? [`SELECT sees ${all} of its own ${mine} rows`] : [];
}

async function updates({ app, own, foreign }: Field, table: Table, stand: Stand): Promise<string[]> {
  const columns = table.columns.filter((column) => granted(table, 'UPDATE', column.name)).map((column) => column.name);
  const problems: string[] = [];
  for (const column of columns) {
    const { count, code } = await sent(app, stand.words, `UPDATE ${table.name} SET ${column} = ${column} WHERE network_id = $1`, [foreign.networkId]);
    if (code || count > 0) problems.push(`UPDATE of ${column} ${code ? `answers ${code}` : `changes ${count} foreign rows`}`);
    if (stand.networkId === null || stand.memberId) continue;
    const mine = await sent(app, stand.words, `UPDATE ${table.name} SET ${column} = ${column} WHERE network_id = $1`, [own.networkId]);
    if (mine.count === 0) problems.push(`UPDATE of ${column} changes none of its own rows`);
  }
  const moved = await sent(app, stand.words, `UPDATE ${table.name} SET network_id = $1`, [foreign.networkId]);
  return moved.code === denied ? problems : [...problems, `UPDATE of network_id ${moved.code ?? `moves ${moved.count} rows`}`];
}

async function deletes({ app, foreign }: Field, table: Table, stand: Stand): Promise<string[]> {
  const { count, code } = await sent(app, stand.words, `DELETE FROM ${table.name} WHERE network_id = $1`, [foreign.networkId]);
  const expected = granted(table, 'DELETE') ? undefined : denied;
  return code === expected && count === 0 ? [] : [`DELETE ${code ?? `takes ${count} foreign rows`}`];
}

async function inserts({ app, own }: Field, table: Table, stand: Stand, row: Row): Promise<string[]> {
  const written = await sent(app, stand.words, insertSql(table.name, row), Object.values(row));
  const problems = written.code === denied ? [] : [`INSERT of a foreign row ${written.code ?? 'is done'}`];
  if (stand.networkId === null || stand.memberId || !granted(table, 'INSERT')) return problems;
  const mine = await own.values(table.name);
  const kept = await sent(app, stand.words, insertSql(table.name, mine), Object.values(mine));
  // A key that is taken is looked at after row security has let the row pass.
  return kept.code && kept.code !== '23505' ? [...problems, `INSERT of its own row answers ${kept.code}`] : problems;
}

const granted = (table: Table, privilege: string, column: string | null = null): boolean =>
  table.grants.some((grant) => grant.to === 'surety_app' && grant.privilege === privilege && (grant.column === null || grant.column === column));

/** In a transaction of its own that commits: what got through would stay. */
async function sent(client: pg.Client, words: string, sql: string, values: unknown[] = []): Promise<{ rows: unknown[]; count: number; code?: string }> {
  await client.query(`BEGIN; ${words}`);
  try {
    const { rows, rowCount } = await client.query(sql, values);
    await client.query('COMMIT');
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    await client.query('ROLLBACK');
    return { rows: [], count: 0, code: (error as { code?: string }).code ?? String(error) };
  }
}

async function digests(admin: pg.Client, tables: readonly Table[], networkId: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await admin.query<{ d: string }>(`SELECT count(*) || md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS d FROM ${name} t WHERE network_id = $1`, [networkId]);
    found.set(name, rows[0]!.d);
  }
  return found;
}
