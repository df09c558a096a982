/** What the desk asks: one shop's open complaints that are due before a time, what is due next first. */
export const DESK = `query Desk($memberId: ID, $dueBefore: DateTime) {
  complaints(first: 20, memberId: $memberId, state: OPEN, dueBefore: $dueBefore) {
    edges { node { id number state priority receivedAt nextDueAt shop { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * 100,000 open complaints over all the shops, due one after the other for ten weeks, written by the superuser with triggers off.
 * @param {string} adminUrl
 * @returns {Promise<{ memberIds: string[], dueBefore: string }>} the shops, and a time by which about half of them are due
 */
export async function fillDesk(adminUrl) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`
      SET session_replication_role = replica;
      INSERT INTO complaint (network_id, id, number, member_id, category, price_minor, currency, sold_on, returned_on, defect, problem, demand, has_voucher, shop_present,
                             summary, state, received_at, received_on, next_due_ms, recorded_by)
      SELECT m.network_id, gen_random_uuid(), 'B' || m.code || '-' || n, m.id, 'leather_shoes', 45800, 'CNY', current_date - 9, current_date - 1, 'broken_sole', 'broken_sole',
             'refund', true, true, 'Broken.', 'open', now() - interval '1 day', current_date - 1,
             (extract(epoch FROM now()) * 1000)::bigint + (n * 500 + hashtext(m.code) % 500) * 60000, m.id
      FROM member m, generate_series(1, (100000 / (SELECT count(*) FROM member WHERE kind = 'shop'))::integer) AS n WHERE m.kind = 'shop'`);
    await admin.query('VACUUM ANALYZE complaint');
    const { rows } = await admin.query(`SELECT id FROM member WHERE kind = 'shop' ORDER BY id`);
    return { memberIds: rows.map(({ id }) => id), dueBefore: new Date(Date.now() + 35 * 86_400_000).toISOString() };
  } finally {
    await admin.end();
  }
}
