-- The books of the one network that the bench has: 500 shops, two funds each, 100 receipts on each fund. Written by the
-- superuser with triggers off, since every row refers to one made here.
SET session_replication_role = replica;

INSERT INTO member (network_id, id, kind, name, code)
SELECT network.id, gen_random_uuid(), 'shop', 'Shop ' || n, 'S-' || n FROM network, generate_series(1, 500) AS n;

INSERT INTO agreement (network_id, id, member_id, number, starts_on)
SELECT network_id, gen_random_uuid(), id, 'AG-' || code, current_date - 300 FROM member;

INSERT INTO fund_terms (network_id, agreement_id, kind, member_id, required_minor, currency, uses, draw_order, top_up_days,
                        tail_days, return_days, late_return_daily_rate, kept_on_serious_breach)
SELECT network_id, id, pot.kind, member_id, 500000, 'CNY', '{compensation}', pot.turn, 15, 90, 30, 0.0005, false
FROM agreement, (VALUES ('guarantee_fund', 0), ('deposit', 1)) AS pot (kind, turn);

INSERT INTO account (network_id, id, kind, member_id, currency, side, floored)
SELECT id, gen_random_uuid(), 'custody', NULL::uuid, currency, 'debit', false FROM network
UNION ALL
SELECT network_id, gen_random_uuid(), kind, member_id, 'CNY', 'credit', true FROM fund_terms;

INSERT INTO fund (network_id, id, member_id, kind, currency, account_id)
SELECT network_id, gen_random_uuid(), member_id, kind, currency, id FROM account WHERE floored;

INSERT INTO account_balance (network_id, account_id, member_id, side, posted_credit_minor, last_line)
SELECT network_id, id, member_id, side, 100 * 2500, 100 FROM account WHERE floored;

CREATE TEMPORARY TABLE receipt AS
SELECT f.network_id, f.id AS fund_id, f.member_id, f.account_id, n, gen_random_uuid() AS id, gen_random_uuid() AS entry_id,
       gen_random_uuid() AS transfer_id, current_date - 250 + 2 * n AS received_on
FROM fund f, generate_series(1, 100) AS n;

INSERT INTO entry (network_id, id, cause_type, cause_id, effective_on, recorded_at)
SELECT network_id, entry_id, 'fund_receipt', id, received_on, received_on + interval '10 hours' FROM receipt ORDER BY n;

INSERT INTO transfer (network_id, id, entry_id, debit_account_id, credit_account_id, amount_minor, currency, code, cause_type, cause_id, effective_on, recorded_at)
SELECT r.network_id, r.transfer_id, r.entry_id, c.id, r.account_id, 2500, 'CNY', 'receipt', 'fund_receipt', r.id, r.received_on, r.received_on + interval '10 hours'
FROM receipt r JOIN account c ON c.network_id = r.network_id AND c.kind = 'custody' ORDER BY r.n;

INSERT INTO account_line (network_id, account_id, line, member_id, what, code, cause_type, cause_id, transfer_id,
                          posted_minor, held_minor, posted_after_minor, held_after_minor, effective_on, recorded_at)
SELECT network_id, account_id, n, member_id, 'transfer', 'receipt', 'fund_receipt', id, transfer_id,
       2500, 0, 2500 * n, 0, received_on, received_on + interval '10 hours'
FROM receipt ORDER BY n;

INSERT INTO fund_receipt (network_id, id, fund_id, member_id, amount_minor, received_on, reference, transfer_id)
SELECT network_id, id, fund_id, member_id, 2500, received_on, 'seed-' || n, transfer_id FROM receipt ORDER BY n;

SET session_replication_role = origin;
