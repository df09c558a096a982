/** A change to the rows that no act makes, and what it must be reported as. */
export interface PlantedInBooks {
  readonly fault: string;
  readonly breaks: string;
  readonly sql: string;
}

const floorless = `ALTER TABLE account_balance DROP CONSTRAINT below_floor; ALTER TABLE account_line DROP CONSTRAINT line_not_below_floor;`;
const first = (table: string, where = 'true') => `(network_id, id) = (SELECT network_id, id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1)`;
const firstPot = `(network_id, account_id) = (SELECT network_id, account_id FROM fund WHERE kind = 'guarantee_fund' ORDER BY id LIMIT 1)`;

const inLedger: readonly PlantedInBooks[] = [
  {
    fault: 'a balance that was credited and nothing debited', breaks: 'debits equal credits in each network and currency, the floored accounts taken by their stored balances',
    sql: `UPDATE account_balance SET posted_credit_minor = posted_credit_minor + 1 WHERE ${firstPot}`,
  },
  { fault: 'a floored account without a balance row', breaks: 'a floored account has a balance row, and no other has', sql: `DELETE FROM account_balance WHERE ${firstPot}` },
  {
    fault: 'a posted balance moved on both its sides', breaks: 'what is stored as posted is the sum of the transfers',
    sql: `UPDATE account_balance SET posted_credit_minor = posted_credit_minor + 1, posted_debit_minor = posted_debit_minor + 1 WHERE ${firstPot}`,
  },
  {
    fault: 'a held balance that no hold stands behind', breaks: 'what is stored as held is the sum of the standing holds',
    sql: `${floorless} UPDATE account_balance SET pending_debit_minor = pending_debit_minor + 1 WHERE ${firstPot}`,
  },
  {
    fault: 'a receipt that vanished under what was spent of it', breaks: 'no floored account stands below its floor',
    sql: `UPDATE transfer SET amount_minor = 1 WHERE code = 'receipt'`,
  },
  { fault: 'a line that is missing', breaks: 'the lines of an account are numbered from one without gaps up to its last', sql: `DELETE FROM account_line WHERE line = 2` },
  { fault: 'a running balance that jumps', breaks: 'each line stands after the one before it', sql: `UPDATE account_line SET posted_after_minor = posted_after_minor + 1 WHERE line = 2` },
  {
    fault: 'a last line that says something else', breaks: 'the last line of an account says what its balance says',
    sql: `UPDATE account_balance SET last_line = last_line - 1 WHERE ${firstPot}`,
  },
  {
    fault: 'a transfer that stands in no history', breaks: 'each transfer stands once in the history of each floored account that it touches, with its amount and day',
    sql: `UPDATE account_line SET transfer_id = NULL WHERE line = 2`,
  },
  {
    fault: 'a resolution that stands in no history', breaks: 'each hold stands once in the history of its debit account, and once more when it is resolved',
    sql: `UPDATE account_line SET what = 'void' WHERE what = 'capture'`,
  },
  { fault: 'an entry without transfers', breaks: 'each entry has transfers, all of its own cause and day', sql: `UPDATE entry SET cause_id = id WHERE ${first('entry')}` },
  {
    fault: 'a transfer posted twice for its cause', breaks: 'a transfer is posted once for its cause and code, between accounts of its network and currency',
    sql: `ALTER TABLE transfer DROP CONSTRAINT posted_once;
      INSERT INTO transfer SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* FROM transfer t WHERE code = 'draw' LIMIT 1`,
  },
  {
    fault: 'a reversal of more than its transfer', breaks: 'a reversal goes the other way, once, no further, no earlier, and is not reversed itself',
    sql: `UPDATE transfer SET amount_minor = amount_minor + 1 WHERE reverses_id IS NOT NULL`,
  },
  {
    fault: 'a capture of more than its hold', breaks: 'a captured hold became one transfer between its own accounts, of no more than it held',
    sql: `UPDATE hold SET amount_minor = 1 WHERE id IN (SELECT hold_id FROM hold_resolution WHERE outcome = 'captured')`,
  },
];

const inFunds: readonly PlantedInBooks[] = [
  { fault: 'a receipt of another amount', breaks: 'each receipt was posted into its fund once', sql: `UPDATE fund_receipt SET amount_minor = amount_minor + 1 WHERE ${first('fund_receipt')}` },
  { fault: 'a draw that is gone', breaks: 'each draw was posted out of its fund once', sql: `DELETE FROM fund_draw WHERE ${first('fund_draw')}` },
  { fault: 'a release turned into a keeping', breaks: 'each release was posted out of its fund once', sql: `UPDATE fund_release SET outcome = 'kept' WHERE outcome = 'returned'` },
  { fault: 'a late fee that was not paid', breaks: 'a late release posted its fee once, and no other did', sql: `UPDATE fund_release SET late_fee_minor = late_fee_minor + 1` },
  {
    fault: 'a reversal that nobody asked for', breaks: 'a receipt that was taken back was reversed once, and no other was',
    sql: `DELETE FROM receipt_reversal`,
  },
  {
    fault: 'a draw given back that the ledger keeps', breaks: 'a draw that was given back was reversed once, whole, and no other was',
    sql: `INSERT INTO fund_draw_return (network_id, id, draw_id, fund_id, member_id, amount_minor, effective_on)
          SELECT network_id, id, id, fund_id, member_id, amount_minor, drawn_on FROM fund_draw WHERE ${first('fund_draw')}`,
  },
  {
    fault: 'a fund on the account of another', breaks: 'a fund has one account, of its own member, pot and currency',
    sql: `UPDATE fund SET account_id = (SELECT account_id FROM fund WHERE kind = 'bond' ORDER BY id LIMIT 1) WHERE kind = 'guarantee_fund'`,
  },
  { fault: 'a fund hold that is open where its hold is not', breaks: 'a fund hold is closed exactly as its hold was resolved', sql: `UPDATE fund_hold SET outcome = NULL WHERE outcome = 'captured'` },
  {
    fault: 'a fund hold of another amount', breaks: 'a fund hold is one hold of the same amount and expiry on its fund\'s account',
    sql: `UPDATE fund_hold SET amount_minor = amount_minor + 1 WHERE ${first('fund_hold')}`,
  },
  {
    fault: 'custody of less than the pots', breaks: 'custody is what stands in the pots and what was drawn and kept of them',
    sql: `UPDATE fund_draw SET amount_minor = amount_minor + 1 WHERE ${first('fund_draw')}`,
  },
  {
    fault: 'a call met beyond its amount', breaks: 'a call is met by no more than it asks for',
    sql: `ALTER TABLE fund_call DROP CONSTRAINT call_not_overmet; UPDATE fund_call SET met_minor = amount_minor + 1`,
  },
  {
    fault: 'a reminder of another member', breaks: 'a reminder is of a call of its own member',
    sql: `UPDATE call_reminder SET member_id = gen_random_uuid()`,
  },
  {
    fault: 'a call met by less than the receipts after it', breaks: 'each call is met as the receipts after it came, oldest due first',
    sql: `UPDATE fund_call SET met_minor = met_minor - 1 WHERE met_minor > 0`,
  },
];

const inCases: readonly PlantedInBooks[] = [
  {
    fault: 'a compensation that counts as paid and never was', breaks: 'a compensation that was paid was paid once, with its amount, and no other was',
    sql: `UPDATE compensation_request SET state = 'paid' WHERE state = 'proposed'`,
  },
  {
    fault: 'a settled complaint that nothing was paid for', breaks: 'a complaint has one request that was not refused, and is settled once that is paid',
    sql: `UPDATE complaint SET state = 'settled'`,
  },
  {
    fault: 'a receivable that is gone', breaks: 'what was deducted from a member was drawn from it or is owed by it',
    sql: `DELETE FROM receivable_payment; DELETE FROM receivable WHERE ${first('receivable')}`,
  },
  {
    fault: 'a paid compensation that nobody bears', breaks: 'what was paid for a member was drawn from it or is owed by it',
    sql: `DELETE FROM fund_draw WHERE case_type = 'compensation'`,
  },
  {
    fault: 'a mark left on a case that is over', breaks: 'an open complaint or case, a proposed deduction and a debt mark their member\'s funds, as long as they are that',
    sql: `UPDATE case_mark SET lifted_at = NULL`,
  },
  {
    fault: 'money held for a case that was refused', breaks: 'nothing is held for a compensation that is over',
    sql: `UPDATE compensation_request SET state = 'refused' WHERE state = 'proposed'`,
  },
  {
    fault: 'an advance that was recovered twice', breaks: 'advances are what was paid for members less what was recovered or is owed',
    sql: `UPDATE fund_draw SET amount_minor = amount_minor + 1 WHERE case_type = 'compensation'`,
  },
  { fault: 'a deduction without its notice', breaks: 'a deduction that was taken has one notice, and no other has', sql: `DELETE FROM notice WHERE ${first('notice')}` },
  { fault: 'a notice number that is missing', breaks: 'notices of a series are numbered from one without gaps up to the counter', sql: `DELETE FROM notice WHERE number = 1` },
  {
    fault: 'a payment on a receivable that nobody received', breaks: 'what a member owes by its receivables is what its account says',
    sql: `UPDATE receivable SET paid_minor = paid_minor + 1`,
  },
  { fault: 'a receivable of another amount', breaks: 'a receivable was posted once, with its amount, and is not paid beyond it', sql: `UPDATE receivable SET amount_minor = amount_minor + 1` },
  {
    fault: 'a payment on a receivable that is gone', breaks: 'what counts as paid on a receivable is the payments on it, each posted once',
    sql: `DELETE FROM receivable_payment`,
  },
  {
    fault: 'cash that members paid and nobody has', breaks: 'the operator\'s cash is what members paid it less what it paid consumers and for returning late',
    sql: `UPDATE receivable SET paid_minor = paid_minor + 5`,
  },
];

const inRecords: readonly PlantedInBooks[] = [
  { fault: 'an event that was never left', breaks: 'each act left its event once', sql: `DELETE FROM outbox_event WHERE type = 'fund.drawn'` },
  { fault: 'an event told twice', breaks: 'each act left its event once', sql: `UPDATE outbox_event SET type = 'fund.received', payload = (SELECT payload FROM outbox_event WHERE type = 'fund.received' LIMIT 1) WHERE type = 'fund.held'` },
  { fault: 'something consumed that never was an event', breaks: 'what is pending, waits or was consumed is an event', sql: `UPDATE consumed_event SET event_id = gen_random_uuid()` },
  {
    fault: 'an event that is lost on its way', breaks: 'an event with a reaction is in one place: pending, waiting for its turn, or consumed',
    sql: `DELETE FROM outbox_pending`,
  },
  {
    fault: 'a message said twice', breaks: 'an event that was consumed had its effect once, and no other had any',
    sql: `INSERT INTO message_log SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).* FROM message_log m LIMIT 1`,
  },
  {
    fault: 'an event consumed before the one before it', breaks: 'the events of an aggregate were consumed in their order',
    sql: `UPDATE consumed_event c SET recorded_at = c.recorded_at - make_interval(days => e.seq::int)
      FROM outbox_event e WHERE e.network_id = c.network_id AND e.id = c.event_id`,
  },
  { fault: 'an act that is not on record', breaks: 'an answer that is kept for a key is whole, and its act is on record', sql: `DELETE FROM audit_record WHERE action = 'fund.receive'` },
];

/** One fault at least for everything that the audit of the books looks at. */
export const plantedInBooks: readonly PlantedInBooks[] = [...inLedger, ...inFunds, ...inCases, ...inRecords];
