import { statement, type NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { openAccount, postEntry, type Account, type AccountKind } from '@app/ledger';
import { cny, World } from '../support/world.js';

const pot: AccountKind = { kind: 'guarantee_fund', side: 'credit', floored: true, per: 'member' };
const writes = 120;

type Prepare = (tx: NetworkTx, from: Account, to: Account) => Promise<unknown>;

const lockOne = statement<{ accountId: string }, { accountId: string }>('planted.lock-one', `
  SELECT account_id FROM account_balance, pg_sleep(0.02) WHERE network_id = $network AND account_id = $accountId FOR UPDATE OF account_balance
`);

/** Moves money to and fro between two accounts, sixteen at once, and answers what had to be run again, or failed. */
async function crossing(prepare: Prepare, count: number): Promise<string[]> {
  const world = await World.make(16);
  try {
    const members = [await world.member(), await world.member()];
    const [a, b] = await world.database.write(world.person(), { action: 'test.open' }, async (tx) =>
      [await openAccount(tx, pot, members[0]!.id, 'CNY'), await openAccount(tx, pot, members[1]!.id, 'CNY')] as const);
    await world.test.asAdmin('ALTER TABLE account_balance DROP CONSTRAINT below_floor');
    await world.test.asAdmin('ALTER TABLE account_line DROP CONSTRAINT line_not_below_floor');
    let runs = 0;
    let failed = 0;
    const move = (from: Account, to: Account) => world.database.write(world.person(), { action: 'test.move' }, async (tx) => {
      runs += 1;
      await prepare(tx, from, to);
      await postEntry(tx, {
        cause: { type: 'test', id: newId() }, effectiveOn: tx.caller.today,
        transfers: [{ debit: from, credit: to, amount: cny(1n), code: 'there' }, { debit: from, credit: to, amount: cny(2n), code: 'and-more' }],
      });
    }).catch(() => { failed += 1; });
    await Promise.all(Array.from({ length: count }, (_, i) => (i % 2 ? move(a, b) : move(b, a))));
    return [...(runs > count ? [`${runs - count} had to be run again`] : []), ...(failed > 0 ? [`${failed} failed`] : [])];
  } finally {
    await world.drop();
  }
}

describe('Money that crosses between two accounts', () => {
  it('never deadlocks: whoever posts locks in account order', async () => {
    expect(await crossing(async () => undefined, writes)).toEqual([]);
  });

  it('catches a lock that is taken in the order of the transfer', async () => {
    const unordered: Prepare = async (tx, from, to) => {
      for (const { id: accountId } of [from, to]) await tx.one(lockOne, { accountId });
    };
    expect(await crossing(unordered, 16)).toContainEqual(expect.stringMatching(/^\d+ had to be run again$/));
  }, 60_000);
});
