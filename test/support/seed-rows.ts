import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Catalogue, Column, Table } from '../database/catalogue/read.js';

export type Row = Readonly<Record<string, unknown>>;

let editions = 0;

/** Values that a CHECK wants and that no type tells, and columns that must differ from what a foreign key would give. */
const wanted: Readonly<Record<string, (seeder: Seeder) => unknown>> = {
  'person.email': () => `p${randomBytes(6).toString('hex')}@example.org`,
  'person.password_hash': () => '$argon2id$v=19$x',
  'network.zone': () => 'Asia/Shanghai',
  'pack.version': () => randomInt(1, 1_000_000_000),
  'pack.digest': () => randomBytes(32).toString('hex'),
  // What a decision repeats of its pack: the same of every pack of this network.
  'pack.proposed_by': (seeder) => seeder.networkId,
  'sanction.rule': () => 'SN-7',
  'sanction.measure': () => 'quality_warning',
  'sanction.reason': () => 'Repeated faults.',
  'award.year': () => randomInt(1900, 10_000),
  'pack_decision.pack_id': async (seeder) => (await seeder.another('pack')).id,
  'work_calendar.year': () => 2026,
  'work_calendar.edition': () => { editions += 1; return editions; },
  // About a complaint or a consultation, never both.
  'call_back.consultation_id': () => null,
  'complaint.problem': () => 'broken_sole',
  'complaint_event.code': () => 'recorded',
  // One that is over lets the next be under way.
  'repair_record.returned_on': () => '2026-01-02',
  'file_object.digest': () => randomBytes(32).toString('hex'),
  'message_log.recipient_kind': () => 'role',
  'message_log.recipient_ref': () => 'floor',
  'message_delivery.recipient_kind': () => 'role',
  'message_delivery.recipient_ref': () => 'floor',
  'hold_resolution.outcome': () => 'voided',
  'hold_resolution.captured_minor': () => 0,
  'hold_resolution.transfer_id': () => null,
  'transfer.credit_account_id': async (seeder) => (await seeder.another('account')).id,
  'hold.credit_account_id': async (seeder) => (await seeder.another('account')).id,
};

const byType: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID, text: () => `x${randomBytes(6).toString('hex')}`, 'character(3)': () => 'CNY', bigint: () => 1, integer: () => 1, smallint: () => 1,
  date: () => '2026-01-01', 'timestamp with time zone': () => '2026-01-01T00:00:00Z', boolean: () => false, bytea: () => randomBytes(16), jsonb: () => '{}',
  'text[]': () => ['x'], 'uuid[]': () => [], 'date[]': () => [], 'bigint[]': () => [],
};

/**
 * Fills every table of the catalogue with rows of one network, as the superuser, walking foreign keys by itself. A table
 * that it cannot fill is an error: write the value that its CHECK wants above.
 */
export class Seeder {
  /** The rows of this network by table: the one that foreign keys lead to. */
  readonly rows = new Map<string, Row>();

  private constructor(
    private readonly admin: pg.Client,
    private readonly catalogue: Catalogue,
  ) {}

  /** One row in every table; of the network given, or of a new one. */
  static async fill(admin: pg.Client, catalogue: Catalogue, network?: Row): Promise<Seeder> {
    const seeder = new Seeder(admin, catalogue);
    if (network) seeder.rows.set('network', network);
    for (const table of ['network', 'member']) await seeder.rowOf(table);
    for (const { name, kind } of catalogue.tables) if (kind === 'r' && name !== 'applied_migration') await seeder.rowOf(name);
    return seeder;
  }

  get networkId(): string {
    return String(this.rows.get('network')!.id);
  }

  get memberId(): string {
    return String(this.rows.get('member')!.id);
  }

  /** A second row of a table, that no foreign key leads to. */
  async another(name: string): Promise<Row> {
    return this.insert(name, await this.values(name));
  }

  /** What a further row of this network would hold; it is not written. */
  async values(name: string): Promise<Row> {
    const table = this.table(name);
    const values: Record<string, unknown> = {};
    for (const key of table.foreignKeys.filter((one) => one.refTable !== name)) {
      const parent = await this.rowOf(key.refTable);
      key.columns.forEach((column, i) => { values[column] = parent[key.refColumns[i]!]; });
    }
    for (const column of table.columns) {
      const special = wanted[`${name}.${column.name}`];
      if (special) values[column.name] = await special(this);
      else if (!(column.name in values)) Object.assign(values, this.plain(table, column));
    }
    return values;
  }

  async insert(name: string, values: Row): Promise<Row> {
    const { rows } = await this.admin.query<{ row: Row }>(insertSql(name, values, 'RETURNING to_jsonb(t) AS row'), Object.values(values)).catch((error: Error) => {
      throw new Error(`${name} cannot be seeded (${error.message}); write what it wants in test/support/seed-rows.ts`, { cause: error });
    });
    return rows[0]!.row;
  }

  private async rowOf(name: string): Promise<Row> {
    const found = this.rows.get(name);
    if (found) return found;
    const made = await this.insert(name, await this.values(name));
    this.rows.set(name, made);
    return made;
  }

  private plain(table: Table, column: Column): Row {
    if (column.name === 'network_id') return { network_id: this.networkId };
    if (column.name === 'member_id') return { member_id: this.memberId };
    if (column.hasDefault || !column.notNull) return {};
    const among = amongOf(table, column.name);
    const value = among ?? byType[column.type.replace(/^numeric.*/, 'bigint')];
    if (value === undefined) throw new Error(`${table.name}.${column.name}: no value for the type ${column.type}`);
    const one = typeof value === 'function' ? value() : value;
    return { [column.name]: among && column.type.endsWith('[]') ? [one] : one };
  }

  private table(name: string): Table {
    return this.catalogue.tables.find((table) => table.name === name)!;
  }
}

export function insertSql(table: string, values: Row, after = ''): string {
  const columns = Object.keys(values);
  return `INSERT INTO ${table} AS t (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')}) ${after}`;
}

/** The first of the words that a CHECK allows, or undefined: of a list before that of a comparison with one word. */
function amongOf(table: Table, column: string): string | undefined {
  const lists = [`(?:= ANY \\(ARRAY\\[|<@ ARRAY\\[|<@ '\\{)`, '= '].map((before) => new RegExp(`\\(${column} ${before}'?(\\w+)`));
  return lists.flatMap((listed) => table.checks.flatMap(({ expression }) => listed.exec(expression)?.[1] ?? []))[0];
}
