import { readFileSync } from 'node:fs';
import { Trouble } from './trouble.mjs';

const ROLES = new URL('../../docker/postgres/roles.sql', import.meta.url);

/** Any number, the same for all: roles belong to the whole cluster, and two at once would trip over each other. */
const LOCK = 7_310_425;

/**
 * Makes roles and database where they are missing, sets the passwords, and gives the address for each role.
 * @param {{ adminUrl: string, database: string, passwords: { owner: string, app: string, worker: string }, template?: string }} options
 */
export async function prepareDatabase({ adminUrl, database, passwords, template }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const roles = readFileSync(ROLES, 'utf8');
    await client.query(roles);
    for (const [role, password] of Object.entries(passwords)) {
      await client.query(`ALTER ROLE ${pg.escapeIdentifier(`surety_${role}`)} PASSWORD ${pg.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) {
      const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : '';
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER surety_owner${from}`);
      // Its last part gives the rights on the database, now that there is one.
      await client.query(roles);
    }
  } catch (error) {
    throw new Trouble(
      error.code === '28P01'
        ? 'The database does not take the password in secrets.json; restore that file, or move the data folder away.'
        : `Roles and database could not be made: ${error.message}`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
  const urlOf = (role) => {
    const url = new URL(adminUrl);
    url.username = `surety_${role}`;
    url.password = encodeURIComponent(passwords[role]);
    url.pathname = `/${database}`;
    return url.href;
  };
  return { ownerUrl: urlOf('owner'), appUrl: urlOf('app'), workerUrl: urlOf('worker') };
}
