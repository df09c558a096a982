import { receiveFund, reverseReceipt } from '@app/funds';
import { day } from '@app/kernel';
import { World, cny } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

describe('a receipt', () => {
  it('refuses a day before the agreement, beyond the back-dating limit and in the future, and a reference used twice', async () => {
    const shop = await world.member();
    await world.agreement(shop.id, [{}], '2026-02-20');
    const fund = await world.fund(shop.id);
    const on = (date: string) => receiveFund(world.database, world.person(), {
      ...world.key(), fundId: fund.id, amount: cny(1n), receivedOn: day(date), reference: 'r',
    });
    await expect(on('2026-02-19')).rejects.toMatchObject({ code: 'BEFORE_AGREEMENT' });
    await expect(on('2026-01-29')).rejects.toMatchObject({ code: 'DAY_TOO_EARLY' });
    await expect(on('2026-03-03')).rejects.toMatchObject({ code: 'DAY_TOO_LATE' });
    await on('2026-03-01');
    await expect(on('2026-03-02')).rejects.toMatchObject({ code: 'RECEIPT_RECORDED' });
    expect((await world.fund(shop.id)).postedMinor).toBe(1n);
  });

  it('reverses a receipt once, never before it, and only while its money is there', async () => {
    const shop = await world.member();
    await world.agreement(shop.id, [{ requiredMinor: 0n }]);
    const fund = await world.fund(shop.id);
    const { receiptId } = (await receiveFund(world.database, world.person(), {
      ...world.key(), fundId: fund.id, amount: cny(100n), receivedOn: null, reference: 'r',
    })).result;
    const reverse = (on: string) => reverseReceipt(world.database, world.person(), {
      ...world.key(), receiptId, effectiveOn: day(on), reason: 'Wrong shop.',
    });
    await expect(reverse('2026-03-01')).rejects.toMatchObject({ code: 'EFFECTIVE_BEFORE_ORIGINAL' });
    await reverse('2026-03-02');
    await expect(reverse('2026-03-02')).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    expect((await world.fund(shop.id)).postedMinor).toBe(0n);
  });
});
