import { addDays, day, newId } from '@app/kernel';
import { balancesAsOf, postEntry, readHistory, readOpenHistory } from '@app/ledger';
import { World, cny } from '../support/world.js';
import { Books } from './books.js';

let world: World;
let books: Books;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.drop());
beforeEach(async () => {
  world.on('2026-03-02');
  books = await Books.open(world);
});

describe('an entry', () => {
  it('moves the same amount on both its sides and answers the balance after it', async () => {
    await books.post(1_000n);
    await books.post(-300n);
    expect(await books.stands()).toEqual([700n, 0n, 700n]);
  });

  it('is posted whole or not at all', async () => {
    await books.post(100n);
    const two = books.write((tx) => postEntry(tx, {
      cause: { type: 'test', id: newId() }, effectiveOn: tx.caller.today,
      transfers: [
        { debit: books.fund, credit: books.bank, amount: cny(60n), code: 'first' },
        { debit: books.fund, credit: books.bank, amount: cny(60n), code: 'second' },
      ],
    }));
    await expect(two).rejects.toMatchObject({ code: 'BELOW_FLOOR' });
    expect(await books.stands()).toEqual([100n, 0n, 100n]);
  });

  it('of the same cause and code is posted once for ever', async () => {
    const causeId = newId();
    await books.post(100n, { causeId });
    await expect(books.post(100n, { causeId })).rejects.toMatchObject({ code: 'ALREADY_POSTED' });
    await books.post(100n, { causeId, code: 'another' });
    expect(await books.stands()).toEqual([200n, 0n, 200n]);
  });

  it('cannot mix two currencies', async () => {
    const mixed = books.write((tx) => postEntry(tx, {
      cause: { type: 'test', id: newId() }, effectiveOn: tx.caller.today,
      transfers: [{ debit: books.bank, credit: books.fund, amount: { minor: 1n, currency: 'USD' }, code: 'test' }],
    }));
    await expect(mixed).rejects.toMatchObject({ constraint: expect.stringContaining('currency') });
  });
});

describe('a hold', () => {
  it('leaves what is posted, and takes from what is available', async () => {
    await books.post(1_000n);
    await books.hold(600n);
    expect(await books.stands()).toEqual([1_000n, 600n, 400n]);
    await expect(books.post(-401n)).rejects.toMatchObject({ code: 'BELOW_FLOOR' });
    await expect(books.hold(401n)).rejects.toMatchObject({ code: 'BELOW_FLOOR' });
    await books.post(-400n);
  });

  it('captured in part returns the rest at once', async () => {
    await books.post(1_000n);
    await books.capture(await books.hold(600n), 250n);
    expect(await books.stands()).toEqual([750n, 0n, 750n]);
  });

  it.each([['voided'], ['expired']] as const)('%s returns all of it, and can never be captured', async (outcome) => {
    await books.post(1_000n);
    const hold = await books.hold(600n);
    await books.release(hold, outcome);
    expect(await books.stands()).toEqual([1_000n, 0n, 1_000n]);
    await expect(books.capture(hold, 1n)).rejects.toMatchObject({ code: 'HOLD_RESOLVED', details: { outcome } });
  });

  it('is captured at most by its amount, once, and not after its time', async () => {
    await books.post(1_000n);
    const hold = await books.hold(600n, new Date('2026-03-03T00:00:00Z'));
    await expect(books.capture(hold, 601n)).rejects.toMatchObject({ code: 'CAPTURE_EXCEEDS_HOLD' });
    await expect(books.capture(hold, 600n, { now: new Date('2026-03-03T00:00:00Z') })).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
    await books.capture(hold, 600n);
    await expect(books.capture(hold, 1n)).rejects.toMatchObject({ code: 'HOLD_RESOLVED' });
  });

  it('that many resolve at once is resolved by one', async () => {
    await books.post(1_000n);
    const hold = await books.hold(600n);
    const tried = await Promise.allSettled(Array.from({ length: 16 }, (_, i) => (i % 2 ? books.capture(hold, 600n) : books.release(hold, 'voided'))));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [posted, held] = await books.stands();
    expect([[1_000n, 0n], [400n, 0n]]).toContainEqual([posted, held]);
  });
});

describe('a reversal', () => {
  it('takes the money back on the day it states, never before its transfer', async () => {
    const transfer = await books.post(500n, { on: day('2026-03-01') });
    await expect(books.reverse(transfer, day('2026-02-28'))).rejects.toMatchObject({ code: 'EFFECTIVE_BEFORE_ORIGINAL' });
    await books.reverse(transfer, day('2026-03-01'));
    expect(await books.stands()).toEqual([0n, 0n, 0n]);
  });

  it('is made once, not of a reversal, and not where it would break the floor', async () => {
    const transfer = await books.post(500n);
    const { transferId } = await books.reverse(transfer);
    await expect(books.reverse(transfer)).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    await expect(books.reverse(transferId)).rejects.toMatchObject({ code: 'REVERSAL_OF_REVERSAL' });
    const spent = await books.post(500n);
    await books.post(-1n);
    await expect(books.reverse(spent)).rejects.toMatchObject({ code: 'BELOW_FLOOR' });
  });

  it('that many make at once is made once', async () => {
    await books.post(5_000n);
    const transfer = await books.post(500n);
    const tried = await Promise.allSettled(Array.from({ length: 16 }, () => books.reverse(transfer)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await books.stands()).toEqual([5_000n, 0n, 5_000n]);
  });
});

describe('a balance as of', () => {
  const asOf = (effectiveOn: string | null, recordedAt: Date | null) => books.write((tx) =>
    balancesAsOf(tx, [books.fund], { effectiveOn: effectiveOn ? day(effectiveOn) : null, recordedAt }).then(([balance]) => balance));
  const clock = async () => (await world.test.asAdmin('SELECT clock_timestamp() AS now'))[0]!.now as Date;

  it('a day and as of an instant are two questions; before the first transfer it is zero', async () => {
    const before = await clock();
    await books.post(100n, { on: day('2026-03-02') });
    const between = await clock();
    // Recorded later, effective earlier.
    await books.post(40n, { on: day('2026-02-20') });
    expect(await asOf('2026-02-19', null)).toEqual(cny(0n));
    expect(await asOf('2026-02-20', null)).toEqual(cny(40n));
    expect(await asOf('2026-03-02', null)).toEqual(cny(140n));
    expect(await asOf(null, before)).toEqual(cny(0n));
    expect(await asOf(null, between)).toEqual(cny(100n));
    expect(await asOf('2026-02-20', between)).toEqual(cny(0n));
    expect(await asOf(null, null)).toEqual(cny(140n));
  });
});

describe('an account history', () => {
  const pages = async (newestFirst: boolean) => {
    const seen: bigint[] = [];
    for (let after: bigint | null = null; ;) {
      const page = await books.write((tx) => tx.many(readHistory, { accountIds: [books.fund.id], after, newestFirst, count: 3 }));
      if (page.length === 0) return seen;
      seen.push(...page.map(({ line }) => line));
      after = page.at(-1)!.line;
    }
  };

  it('is numbered without gaps and paged by its numbers, both ways, while others write', async () => {
    await Promise.all(Array.from({ length: 10 }, () => books.post(100n)));
    const numbers = Array.from({ length: 10 }, (_, i) => BigInt(i + 1));
    expect(await pages(false)).toEqual(numbers);
    expect(await pages(true)).toEqual(numbers.toReversed());
  });

  it('is empty where there is none, before the first line and past the last, and each account has a page of its own', async () => {
    const other = await Books.open(world);
    for (let i = 0; i < 3; i++) await books.post(100n);
    await other.post(100n);
    const untouched = await Books.open(world);
    const accounts = [books.fund.id, other.fund.id, untouched.fund.id, newId()];
    const page = async (after: bigint | null, newestFirst: boolean, count: number) => {
      const lines = await books.write((tx) => tx.many(readHistory, { accountIds: accounts, after, newestFirst, count }));
      return accounts.map((id) => lines.filter((one) => one.accountId === id).map(({ line }) => Number(line)));
    };
    expect(await page(null, false, 2)).toEqual([[1, 2], [1], [], []]);
    expect(await page(null, true, 2)).toEqual([[3, 2], [1], [], []]);
    expect(await page(1n, false, 100)).toEqual([[2, 3], [], [], []]);
    expect(await page(2n, true, 100)).toEqual([[1], [1], [], []]);
    // The last two are the furthest that a cursor can say.
    for (const [after, newestFirst] of [[3n, false], [1n, true], [99n, false], [0n, true], [-5n, true], [10n ** 18n - 1n, false], [1n - 10n ** 18n, true]] as const) {
      expect([after, newestFirst, await page(after, newestFirst, 100)]).toEqual([after, newestFirst, [[], [], [], []]]);
    }
  });

  it('of an account without a floor is numbered and summed from its transfers', async () => {
    const other = await world.neighbour();
    const theirs = await Books.open(other);
    for (const [i, minor] of [100n, 40n, -30n].entries()) await theirs.post(minor, { on: addDays(day('2026-03-02'), -i) });
    const lines = await theirs.write((tx) => tx.many(readOpenHistory, { accountIds: [theirs.bank.id], after: null, newestFirst: false, count: 10 }));
    expect(lines.map(({ line, postedMinor, postedAfterMinor }) => [line, postedMinor, postedAfterMinor])).toEqual([[1n, 100n, 100n], [2n, 40n, 140n], [3n, -30n, 110n]]);
    const page = async (after: bigint | null, newestFirst: boolean, count: number) => {
      const accountIds = [theirs.bank.id, theirs.fund.id];
      const found = await theirs.write((tx) => tx.many(readOpenHistory, { accountIds, after, newestFirst, count }));
      return accountIds.map((id) => found.filter((one) => one.accountId === id).map(({ line, postedAfterMinor }) => [Number(line), Number(postedAfterMinor)]));
    };
    expect(await page(3n, true, 1)).toEqual([[[2, 140]], [[2, 140]]]);
    expect(await page(null, true, 2)).toEqual([[[3, 110], [2, 140]], [[3, 110], [2, 140]]]);
    expect(await page(1n, false, 1)).toEqual([[[2, 140]], [[2, 140]]]);
    for (const [after, newestFirst] of [[3n, false], [1n, true], [10n ** 18n - 1n, false], [1n - 10n ** 18n, true]] as const) expect(await page(after, newestFirst, 100)).toEqual([[], []]);
  });
});
