import pg from 'pg';
import type { Statement } from '../../libs/database/statement.js';

/** The same connections that the API has, of a role that no policy binds. */
export function barePool(): pg.Pool {
  return new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE), types });
}

export const networkId = process.env.NETWORK_ID!;

// Text as it comes, except instants, which the answers show in a form of their own.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number) => (oid === 1184 ? pg.types.getTypeParser(oid as never) : String)) as pg.CustomTypesConfig['getTypeParser'],
};

/** One of our statements as it is sent: prepared under its name, its values in their order. */
export function prepared<P, R>({ name, text, parameters }: Statement<P, R>, params: P): pg.QueryConfig {
  const given = { ...params, network: networkId } as Record<string, unknown>;
  return { name, text, values: parameters.map((parameter) => given[parameter]) };
}
