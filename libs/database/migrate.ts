import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dataSource } from './source.js';

// Two processes that migrate at once take turns on this lock.
const turn = 7_203_451;

/** Applies, as the owner, every hand-written migration that is not applied yet; each in its own transaction. */
export async function migrate(options: { url: string; folder: string }): Promise<string[]> {
  const source = dataSource({ url: options.url, poolSize: 2, applicationName: 'surety-migrate' });
  source.setOptions({ migrations: migrationsIn(options.folder), migrationsTableName: 'applied_migration' });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [turn]);
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [turn]).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

/** `0010-ledger.sql` becomes a TypeORM migration, ordered by its number. */
function migrationsIn(folder: string): (new () => MigrationInterface)[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const [number = ''] = file.split('-');
      const sql = readFileSync(path.join(folder, file), 'utf8');
      return class implements MigrationInterface {
        name = `${file.replace(/^\d+-|\.sql$/g, '')}${1_700_000_000_000 + Number.parseInt(number, 10)}`;
        async up(runner: QueryRunner): Promise<void> {
          await runner.query(sql);
        }
        async down(): Promise<void> {
          throw new Error('A migration is not taken back; write the next one.');
        }
      };
    });
}
