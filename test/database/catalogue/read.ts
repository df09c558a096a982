import type pg from 'pg';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  readonly typeKind: string;
}
export interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  /** `*` for all, `r` for SELECT, `d` for DELETE … */
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}
export interface Grant {
  readonly to: string;
  readonly privilege: string;
  /** Null where it is the whole table's. */
  readonly column: string | null;
}
export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly refTable: string;
  readonly refColumns: readonly string[];
}
export interface Table {
  readonly name: string;
  readonly kind: string;
  readonly owner: string;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  readonly columns: readonly Column[];
  readonly policies: readonly Policy[];
  readonly grants: readonly Grant[];
  /** Primary key, unique constraints, unique and other indexes. */
  readonly indexes: readonly { name: string; columns: readonly string[]; primary: boolean; unique: boolean }[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly { name: string; expression: string }[];
  readonly triggers: readonly string[];
}
export interface Catalogue {
  readonly tables: readonly Table[];
  readonly definerFunctions: readonly string[];
  readonly publicFunctions: readonly string[];
}

/** What pg_catalog says of the schema `public`; nothing here is taken from our own files. */
export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const tables = await client.query<{ table: Table }>(tablesSql);
  const functions = await client.query<{ name: string; definer: boolean; by_public: boolean }>(functionsSql);
  return {
    tables: tables.rows.map((row) => row.table),
    definerFunctions: functions.rows.filter((row) => row.definer).map((row) => row.name),
    publicFunctions: functions.rows.filter((row) => row.by_public).map((row) => row.name),
  };
}

const columnsOf = (keys: string, table: string): string =>
  `(SELECT jsonb_agg(coalesce(a.attname, '(an expression)') ORDER BY k.n) FROM unnest(${keys}) WITH ORDINALITY k (num, n)
    LEFT JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = k.num)`;

const tablesSql = `
  SELECT jsonb_build_object(
    'name', c.relname, 'kind', c.relkind, 'owner', pg_get_userbyid(c.relowner),
    'rowSecurity', c.relrowsecurity, 'forced', c.relforcerowsecurity,
    'columns', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
                      'hasDefault', a.atthasdef, 'typeKind', t.typtype) ORDER BY a.attnum), '[]')
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
    'policies', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd,
                      'roles', (SELECT jsonb_agg(CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r) END) FROM unnest(p.polroles) r),
                      'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
      FROM pg_policy p WHERE p.polrelid = c.oid),
    'grants', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('to', CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee) END,
                      'privilege', g.privilege_type, 'column', g.attname)), '[]')
      FROM (SELECT x.grantee, x.privilege_type, NULL::name AS attname FROM aclexplode(c.relacl) x
            UNION ALL
            SELECT x.grantee, x.privilege_type, a.attname FROM pg_attribute a, aclexplode(a.attacl) x WHERE a.attrelid = c.oid) g
      WHERE g.grantee <> c.relowner),
    'indexes', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', i.relname, 'columns', ${columnsOf('x.indkey::int2[]', 'c.oid')},
                      'primary', x.indisprimary, 'unique', x.indisunique)), '[]')
      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid),
    'foreignKeys', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', k.conname, 'columns', ${columnsOf('k.conkey', 'c.oid')},
                      'refTable', r.relname, 'refColumns', ${columnsOf('k.confkey', 'r.oid')})), '[]')
      FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f'),
    'checks', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', k.conname, 'expression', pg_get_constraintdef(k.oid))), '[]')
      FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'),
    'triggers', (
      SELECT coalesce(jsonb_agg(g.tgname), '[]') FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal)
  ) AS "table"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY c.relname`;

const functionsSql = `
  SELECT p.oid::regprocedure::text AS name, p.prosecdef AS definer, has_function_privilege('surety_app', p.oid, 'EXECUTE') AS by_public
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'`;
