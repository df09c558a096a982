import fastify from 'fastify';
import type { PoolClient } from 'pg';
import { listFunds } from '../../libs/funds/fund.sql.js';
import { readHistory } from '../../libs/ledger/history.sql.js';
import { readMembers } from '../../libs/members/member.sql.js';
import { showId } from '../../libs/kernel/ids.js';
import { barePool, networkId, prepared } from './bare.js';

/** Rows as the wire brings them: text, but for instants. */
type Row = Readonly<Record<string, string>> & { readonly recorded_at: Date };

const pageSize = 20;
const pool = barePool();
const today = new Date().toISOString().slice(0, 10);

const amount = (minor: string) => {
  const digits = minor.padStart(3, '0');
  return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
};

async function pageAfter(client: PoolClient, after: string) {
  const which = { today: today as never, memberId: null, kind: null, shortOnly: false, after, count: pageSize + 1 };
  const found = (await client.query<Row>(prepared(listFunds, which))).rows;
  const funds = found.slice(0, pageSize);
  const members = (await client.query<Row>(prepared(readMembers, { memberIds: funds.map((fund) => fund.member_id!) }))).rows;
  const asked = { accountIds: funds.map((fund) => fund.account_id!), after: null, newestFirst: true, count: 3 };
  const lines = (await client.query<Row>(prepared(readHistory, asked))).rows;

  const nameOf = new Map(members.map((member) => [member.id, member.name]));
  const linesOf = new Map<string, object[]>(funds.map((fund) => [fund.account_id!, []]));
  for (const line of lines) {
    linesOf.get(line.account_id!)!.push({
      line: line.line, what: line.what!.toUpperCase(), code: line.code, posted: amount(line.posted_minor!), postedAfter: amount(line.posted_after_minor!),
      effectiveOn: line.effective_on, recordedAt: line.recorded_at,
    });
  }
  const edges = funds.map((fund) => ({
    node: {
      id: showId('fund', fund.id!), kind: fund.kind!.toUpperCase(), required: amount(fund.required_minor!), posted: amount(fund.posted_minor!),
      held: amount(fund.held_minor!), available: amount(String(BigInt(fund.posted_minor!) - BigInt(fund.held_minor!))), called: amount(fund.called_minor!),
      member: { name: nameOf.get(fund.member_id) }, lastLines: linesOf.get(fund.account_id!),
    },
  }));
  return { data: { funds: { edges, pageInfo: { hasNextPage: found.length > pageSize, endCursor: funds.at(-1)?.id ?? null } } } };
}

const server = fastify({ logger: { level: 'info' } });
server.get('/readyz', async () => ({ ok: true }));
server.post<{ Body: { after: string } }>('/page', async ({ body }) => {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL app.network_id = '${networkId}'`);
    const page = await pageAfter(client, body.after);
    await client.query('ROLLBACK');
    return page;
  } finally {
    client.release();
  }
});
process.once('SIGTERM', () => void server.close().then(() => pool.end()).then(() => process.exit(0)));
await server.listen({ port: Number(process.env.PORT), host: process.env.HOST });
