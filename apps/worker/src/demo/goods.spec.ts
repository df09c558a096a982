import { factsOf, guaranteePacks, remedyFor, type Category } from '@app/guarantees';
import { addDays, day, money } from '@app/kernel';
import { goodsKind } from '@app/policies';
import { faults, lookedAt } from './goods.js';

const reportedOn = day('2026-09-10');

const shippedFor = (goods: Category) => goodsKind.shipped[0]!.rules.goods.find(({ category }) => category === goods)!.packs
  .map((code) => guaranteePacks.find((pack) => pack.code === code)!).filter(({ province }) => province === null);

describe('What the demonstration says that the rules give', () => {
  it.each(Object.values(faults).flat())('holds: $gives for $category, $defect', ({ category, defect, price: [low], within, gives }) => {
    for (const since of [0, within - 1]) {
      const facts = factsOf({
        ...lookedAt, goods: category, price: money(BigInt(low) * 100n, 'CNY'), soldOn: addDays(reportedOn, -since), reportedOn, defect, voucher: true, card: true, repairs: [],
      });
      const offered = remedyFor(shippedFor(category), facts).options.map(({ remedy }) => remedy);
      expect(offered).toEqual(expect.arrayContaining(gives === 'repair' ? ['repair'] : ['exchange', 'refund']));
    }
  });
});
