import type { TestDatabase } from '../support/database.js';
import { connect } from '../support/connect.js';

/** Left by refusals too, on purpose: that somebody tried. */
const recordsOfRefusals = ['audit_record', 'credential_throttle'];

/** Tells whether anything was written in between, again and again: kept connection and plan make each look cheap. */
export async function digestOf(test: TestDatabase): Promise<{ readonly now: () => Promise<string>; readonly end: () => Promise<void> }> {
  const client = await connect(test, 'admin');
  const { rows } = await client.query<{ relname: string }>(`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`);
  // But for a key's last use, which is written beside all calls, now and then.
  const each = rows.filter(({ relname }) => !recordsOfRefusals.includes(relname)).map(({ relname: name }) => `
    SELECT '${name}' || count(*) || coalesce(md5(string_agg(row, ',' ORDER BY row)), '') AS digest FROM (SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM ${name} t) r`);
  // Several workers of PostgreSQL may read so many tables, and answer them in any order.
  const text = `SELECT string_agg(digest, ' ' ORDER BY digest) AS digest FROM (${each.join(' UNION ALL ')}) d`;
  return {
    now: async () => (await client.query<{ digest: string }>({ name: 'digest', text })).rows[0]!.digest,
    end: () => client.end(),
  };
}
