import fastify from 'fastify';
import type { PoolClient } from 'pg';
import { listOfMemberInState } from '../../libs/complaints/complaint-list.sql.js';
import { showId } from '../../libs/kernel/ids.js';
import { readMembers } from '../../libs/members/member.sql.js';
import { barePool, networkId, prepared } from './bare.js';

type Row = Readonly<Record<string, string>> & { readonly received_at: Date };

const pageSize = 20;
const pool = barePool();

/** The desk's page by the same two statements, and nothing of what is around them. */
async function pageOf(client: PoolClient, { memberId, dueBefore }: { memberId: string; dueBefore: string }) {
  const which = {
    memberId, state: 'open', throughMs: BigInt(Date.parse(dueBefore)) - 1n, afterMs: 0n, after: '00000000-0000-0000-0000-000000000000', count: pageSize + 1,
  };
  const found = (await client.query<Row>(prepared(listOfMemberInState, which))).rows;
  const complaints = found.slice(0, pageSize);
  const members = (await client.query<Row>(prepared(readMembers, { memberIds: complaints.map((one) => one.member_id!) }))).rows;
  const nameOf = new Map(members.map((member) => [member.id, member.name]));
  const edges = complaints.map((one) => ({
    node: {
      id: showId('complaint', one.id!), number: one.number, state: one.state!.toUpperCase(), priority: one.priority!.toUpperCase(), receivedAt: one.received_at,
      nextDueAt: new Date(Number(one.next_due_ms)), shop: { name: nameOf.get(one.member_id) },
    },
  }));
  return { data: { complaints: { edges, pageInfo: { hasNextPage: found.length > pageSize, endCursor: complaints.at(-1)?.id ?? null } } } };
}

const server = fastify({ logger: { level: 'info' } });
server.get('/readyz', async () => ({ ok: true }));
server.post<{ Body: { memberId: string; dueBefore: string } }>('/page', async ({ body }) => {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL app.network_id = '${networkId}'`);
    const page = await pageOf(client, body);
    await client.query('ROLLBACK');
    return page;
  } finally {
    client.release();
  }
});
process.once('SIGTERM', () => void server.close().then(() => pool.end()).then(() => process.exit(0)));
await server.listen({ port: Number(process.env.PORT), host: process.env.HOST });
