import { readFileSync } from 'node:fs';
import { client } from '../demo/client.mjs';

const PASSWORD = 'a long enough one';

/**
 * A mall of 500 shops with two funds each and 100,000 receipts: its people by the public API, its books by set-based SQL.
 * @param {{ url: string, platformKey: string, adminUrl: string }} options
 */
export async function seed({ url, platformKey, adminUrl }) {
  const { networkId, invitationCode } = await client(url, platformKey).act('provisionNetwork', 'networkId invitationCode', {
    idempotencyKey: 'bench', name: 'Bench Plaza', currency: 'CNY', zone: 'Asia/Shanghai', sandbox: false, administratorEmail: 'admin@bench.example',
  });
  const admin = await join(url, 'admin@bench.example', invitationCode);
  const { code } = await admin.client.act('invite', 'code', { idempotencyKey: 'finance', email: 'finance@bench.example', roles: ['FINANCE', 'COMPLAINT_DESK'], memberId: null });
  const finance = await join(url, 'finance@bench.example', code);
  const { funds, memberIds, network } = await fillBooks(adminUrl);
  return { networkId: network, shownNetworkId: networkId, personId: finance.personId, logIn: finance.logIn, funds, memberIds };
}

async function join(url, email, code) {
  await client(url).act('acceptInvitation', 'personId', { code, displayName: email, password: PASSWORD });
  /** A token lives ten minutes, so each figure takes its own. */
  const logIn = async () => (await client(url).act('logIn', 'accessToken', { email, password: PASSWORD })).accessToken;
  const token = await logIn();
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  return { client: client(url, token), personId: sub, logIn };
}

async function fillBooks(adminUrl) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(readFileSync(new URL('seed.sql', import.meta.url), 'utf8'));
    await admin.query('VACUUM ANALYZE');
    const { rows } = await admin.query('SELECT network_id, id, member_id FROM fund ORDER BY id');
    return { network: rows[0].network_id, funds: rows.map(({ id }) => id), memberIds: rows.map((row) => row.member_id) };
  } finally {
    await admin.end();
  }
}
