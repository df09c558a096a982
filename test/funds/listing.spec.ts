import { countFunds, listFunds, receiveFund, type Fund, type PotKind } from '@app/funds';
import { World, cny, type Day } from '../support/world.js';

let world: World;
let ids: string[];
let shops: readonly string[];
const required = 100_000n;

beforeAll(async () => {
  world = await World.make();
  const made: string[] = [];
  for (let i = 0; i < 6; i++) {
    const { id } = await world.member();
    made.push(id);
    await world.agreement(id, [{ kind: 'guarantee_fund', requiredMinor: required }, { kind: 'deposit', requiredMinor: required, uses: ['dues'] }]);
  }
  shops = made;
  const all = await page({ count: 100 });
  ids = all.map(({ id }) => id);
  // Every second in the order of the list is full, and the last two.
  for (const [i, fund] of all.entries()) if (i % 2 === 0 || i > 9) await fill(fund);
}, 60_000);
afterAll(() => world?.drop());

interface Asked {
  readonly memberId?: string | null;
  readonly kind?: PotKind | null;
  readonly shortOnly?: boolean;
  readonly after?: string | null;
  readonly count: number;
}

const page = ({ memberId = null, kind = null, shortOnly = false, after = null, count }: Asked): Promise<Fund[]> =>
  world.database.read(world.person(), (tx) => tx.many(listFunds, { today: tx.caller.today, memberId, kind, shortOnly, after, count }));

const fill = (fund: Fund) => receiveFund(world.database, world.person(), {
  ...world.key(), fundId: fund.id, amount: cny(required), receivedOn: '2026-03-02' as Day, reference: fund.id,
});

/** All pages of so many, one after the other by their last id. */
async function through(asked: Omit<Asked, 'count' | 'after'>, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const rows = await page({ ...asked, after, count });
    seen.push(...rows.map(({ id }) => id));
    if (rows.length < count) return seen;
    after = rows.at(-1)!.id;
  }
}

const short = () => ids.filter((_, i) => i % 2 === 1 && i <= 9);

describe('The list of funds', () => {
  it('has each fund once, in the order of its ids, whatever the size of the page', async () => {
    expect(ids).toHaveLength(12);
    expect(ids).toEqual(ids.toSorted());
    for (const count of [1, 5, 12, 13]) expect(await through({}, count)).toEqual(ids);
  });

  it('of short ones fills its pages past those that are full, to the last', async () => {
    for (const count of [1, 2, 5, 100]) expect([count, await through({ shortOnly: true }, count)]).toEqual([count, short()]);
    expect(await page({ shortOnly: true, after: ids[9]!, count: 5 })).toEqual([]);
    expect(await page({ after: ids.at(-1)!, count: 5 })).toEqual([]);
  });

  it('of one member, or of one kind, holds those alone, and short ones of them', async () => {
    const ofAll = await page({ count: 100 });
    for (const memberId of shops) {
      const own = ofAll.filter((fund) => fund.memberId === memberId).map(({ id }) => id);
      expect(own).toHaveLength(2);
      expect(await through({ memberId }, 1)).toEqual(own);
      expect(await through({ memberId, shortOnly: true }, 1)).toEqual(own.filter((id) => short().includes(id)));
      expect((await page({ memberId, after: own[0]!, count: 9 })).map(({ id }) => id)).toEqual(own.slice(1));
    }
    const deposits = ofAll.filter(({ kind }) => kind === 'deposit').map(({ id }) => id);
    expect(await through({ kind: 'deposit' }, 2)).toEqual(deposits);
    expect(await through({ kind: 'deposit', shortOnly: true }, 2)).toEqual(deposits.filter((id) => short().includes(id)));
    expect(await page({ kind: 'bond', count: 9 })).toEqual([]);
  });

  it('is counted as it is paged', async () => {
    for (const asked of [{}, { shortOnly: true }, { memberId: shops[0]! }, { kind: 'deposit' as const, shortOnly: true }, { memberId: shops[1]!, shortOnly: true }]) {
      const { count } = await world.database.read(world.person(), (tx) => tx.one(countFunds, {
        today: tx.caller.today, memberId: null, kind: null, shortOnly: false, ...asked,
      }));
      expect(Number(count)).toBe((await through(asked, 4)).length);
    }
  });
});
