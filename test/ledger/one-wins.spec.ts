import type { Database, NetworkTx } from '@app/database';
import { statement } from '@app/database';
import { newId, Refusal } from '@app/kernel';
import { custody, openAccount, postEntry, type Account } from '@app/ledger';
import { cny, World } from '../support/world.js';

const racers = 64;
const balance = 100_000n;
const pot = { kind: 'guarantee_fund', side: 'credit', floored: true, per: 'member' } as const;

interface Course {
  readonly world: World;
  readonly databases: readonly Database[];
  readonly from: Account;
  readonly to: Account;
}
type Withdraw = (tx: NetworkTx, course: Course) => Promise<unknown>;

const rightly: Withdraw = (tx, { from, to }) => postEntry(tx, {
  cause: { type: 'withdrawal', id: newId() }, effectiveOn: tx.caller.today,
  transfers: [{ debit: from, credit: to, amount: cny(balance), code: 'withdrawal' }],
});

async function course(fault?: string): Promise<Course> {
  const world = await World.make();
  if (fault) await world.test.asAdmin(fault);
  const { id: memberId } = await world.member();
  const accounts = await world.database.write(world.person(), { action: 'test.receive' }, async (tx) => {
    const from = await openAccount(tx, pot, memberId, 'CNY');
    const to = await openAccount(tx, custody, null, 'CNY');
    await postEntry(tx, {
      cause: { type: 'receipt', id: newId() }, effectiveOn: tx.caller.today,
      transfers: [{ debit: to, credit: from, amount: cny(balance), code: 'receipt' }],
    });
    return { from, to };
  });
  return { world, databases: [world.database, await world.test.another()], ...accounts };
}

/** Lets all withdraw the whole balance at once, and answers what did not come out as it must. */
async function raceProblems(on: Course, withdraw: Withdraw): Promise<string[]> {
  const outcomes = await Promise.allSettled(Array.from({ length: racers }, (_, i) =>
    on.databases[i % on.databases.length]!.write(on.world.person(), { action: 'test.withdraw' }, (tx) => withdraw(tx, on))));
  const won = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
  const strange = outcomes.flatMap((outcome) => outcome.status === 'rejected' && !(outcome.reason instanceof Refusal && outcome.reason.code === 'BELOW_FLOOR')
    ? [String(outcome.reason)] : []);
  return [
    ...(won === 1 ? [] : [`${won} of ${racers} won`]),
    ...strange.map((reason) => `one was told ${reason}`),
    ...await bookProblems(on),
  ];
}

/** What the books say, recomputed from the transfers alone. */
async function bookProblems({ world, from }: Course): Promise<string[]> {
  const [books] = await world.test.asAdmin(`
    SELECT b.posted_credit_minor - b.posted_debit_minor AS stored,
           (SELECT coalesce(sum(CASE WHEN credit_account_id = $1 THEN amount_minor ELSE -amount_minor END), 0) FROM transfer
            WHERE $1 IN (debit_account_id, credit_account_id)) AS recomputed,
           (SELECT count(*) FROM transfer) AS transfers,
           (SELECT count(*) FROM entry e WHERE NOT EXISTS (SELECT FROM transfer t WHERE t.network_id = e.network_id AND t.entry_id = e.id)) AS bare_entries,
           b.last_line, (SELECT array_agg(line ORDER BY line)::text FROM account_line WHERE account_id = $1) AS lines,
           (SELECT posted_after_minor FROM account_line WHERE account_id = $1 ORDER BY line DESC LIMIT 1) AS last_after
    FROM account_balance b WHERE b.account_id = $1`, [from.id]);
  const expected = { stored: '0', recomputed: '0', transfers: '2', bare_entries: '0', last_line: '2', lines: '{1,2}', last_after: '0' };
  return Object.entries(expected).filter(([name, value]) => String(books![name]) !== value).map(([name, value]) => `${name} is ${String(books![name])}, not ${value}`);
}

describe(`${racers} withdrawals of the whole balance at once, over two pools`, () => {
  it('let exactly one win, and leave books that balance to the fen', async () => {
    const on = await course();
    try {
      expect(await raceProblems(on, rightly)).toEqual([]);
    } finally {
      await on.world.drop();
    }
  });
});

const withoutFloor = `
  ALTER TABLE account_balance DROP CONSTRAINT below_floor;
  ALTER TABLE account_line DROP CONSTRAINT line_not_below_floor`;

/** Reads the balance without a lock, takes a moment to decide, and writes what it thinks the balance is now. */
const readAvailable = statement<{ accountId: string }, { credit: bigint; debit: bigint; line: bigint }>('planted.read-available', `
  SELECT posted_credit_minor AS credit, posted_debit_minor AS debit, last_line AS line FROM account_balance, pg_sleep(0.05)
  WHERE network_id = $network AND account_id = $accountId
`);
const writeDebit = statement<{ accountId: string; debit: bigint; line: bigint }>('planted.write-debit', `
  UPDATE account_balance SET posted_debit_minor = $debit, last_line = $line WHERE network_id = $network AND account_id = $accountId
`);
const writeTransfer = statement<{ entryId: string; id: string; from: string; to: string; minor: bigint; causeId: string; on: string }>('planted.write-transfer', `
  WITH made AS (INSERT INTO entry (network_id, id, cause_type, cause_id, effective_on) VALUES ($network, $entryId, 'withdrawal', $causeId, $on::date))
  INSERT INTO transfer (network_id, id, entry_id, debit_account_id, credit_account_id, amount_minor, currency, code, cause_type, cause_id, effective_on)
  VALUES ($network, $id, $entryId, $from, $to, $minor, 'CNY', 'withdrawal', 'withdrawal', $causeId, $on::date)
`);

const readModifyWrite: Withdraw = async (tx, { from, to }) => {
  const { credit, debit, line } = await tx.one(readAvailable, { accountId: from.id });
  if (credit - debit < balance) throw new Refusal('ledger', 'BELOW_FLOOR', { zh: '', en: '' });
  await tx.run(writeTransfer, { entryId: newId(), id: newId(), from: from.id, to: to.id, minor: balance, causeId: newId(), on: tx.caller.today });
  await tx.run(writeDebit, { accountId: from.id, debit: debit + balance, line: line + 1n });
};

describe('The race', () => {
  it.each([
    ['a floor that is gone', withoutFloor, rightly, /^64 of 64 won$/],
    ['a balance that is read, changed and written', withoutFloor, readModifyWrite, /^([2-9]|\d\d) of 64 won$/],
  ])('catches %s', async (_fault, sql, withdraw, reported) => {
    const on = await course(sql);
    try {
      expect(await raceProblems(on, withdraw)).toContainEqual(expect.stringMatching(reported));
    } finally {
      await on.world.drop();
    }
  });
});
