import type { DataSource } from 'typeorm';

interface Standing {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owned: string;
  readonly fsync: string;
  readonly commit: string;
  readonly version: string;
}

/** Refuses to serve on a connection that could step around row security, or that does not keep what it acknowledged. */
export async function checkBoot(source: DataSource): Promise<void> {
  const [found] = (await source.query(`
    SELECT current_user AS role, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
           (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND pg_has_role(current_user, c.relowner, 'USAGE'))::text AS owned,
           current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
           current_setting('server_version_num') AS version
    FROM pg_roles r WHERE r.rolname = current_user`)) as Standing[];
  if (!found) throw new Error('The database does not know its own role.');
  const problems = [
    found.superuser && `the role ${found.role} is a superuser`,
    found.bypasses && `the role ${found.role} bypasses row security`,
    found.owned !== '0' && `the role ${found.role} owns tables`,
    found.fsync !== 'on' && process.env.ALLOW_UNSAFE_FSYNC !== 'yes' && 'fsync is off',
    !['on', 'remote_apply', 'remote_write'].includes(found.commit) && `synchronous_commit is ${found.commit}`,
    BigInt(found.version) < 150_000n && 'PostgreSQL is older than 15',
  ].filter(Boolean);
  if (problems.length > 0) throw new Error(`The database is not fit to serve on: ${problems.join('; ')}.`);
}
