import type { Caller } from '@app/kernel';
import { grantAward, listDecisions, readSanctions } from '@app/sanctions';
import { auditBooks } from '../support/audit-books.js';
import { appeal, byHand, clerk, complain, decide, onAppeal, posted, serve, shop, shopkeeper, world, aShopEach } from './office.js';

aShopEach();

describe('A sanction by hand', () => {
  it('SN-6 goes up the ladder by what stands, and not by what was refused', async () => {
    await decide(await byHand('SN-6'), clerk(), false);
    const steps: string[] = [];
    for (let i = 0; i < 3; i++) {
      const sanction = await byHand('SN-6');
      steps.push(sanction.measure);
      await decide(sanction);
    }
    expect(steps).toEqual(['staff_warning', 'staff_penalty', 'staff_dismissal']);
    expect((await byHand('SN-6', { staffCode: 'B-2' })).measure).toBe('staff_warning');
  });

  it('QF-9 owes what the funds lack, and lifted owes nothing', async () => {
    const sanction = await byHand('QF-9', { staffCode: null, noticeWorkingDays: 5, approved: true });
    const { draws, receivable } = await decide(sanction);
    expect([draws.length, receivable!.amountMinor]).toEqual([2, 4_980_000n]);
    await serve(sanction.id);
    await onAppeal(await appeal(sanction.id), true);
    expect([await posted('deposit'), await posted('guarantee_fund')]).toEqual([10_000n, 10_000n]);
    expect(await auditBooks((sql) => world.test.asAdmin(sql))).toEqual([]);
  });

  it('SN-7 may be shown to all where the operator chooses', async () => {
    expect((await byHand('SN-7', { staffCode: null, isPublic: true })).isPublic).toBe(true);
    await expect(byHand('SN-1')).rejects.toThrow('sanctions: UNKNOWN_RULE');
  });
});

describe('An appeal', () => {
  const fined = async (proposer = clerk(), decider = clerk()) => (await decide(await byHand('QF-8', {}, proposer), decider)).sanction;

  it('SN-8 is the member\'s own, once, and within fifteen days of service', async () => {
    const { id } = await fined();
    await expect(appeal(id)).rejects.toThrow('sanctions: NOT_SERVED');
    await serve(id);
    await expect(appeal(id, shopkeeper((await world.member()).id))).rejects.toThrow('kernel: NOT_FOUND');
    world.on('2026-03-25');
    expect((await appeal(id)).state).toBe('appealed');
    await expect(appeal(id)).rejects.toThrow('sanctions: ALREADY_APPEALED');
  });

  it('SN-8 on the sixteenth day is refused', async () => {
    const { id } = await fined();
    await serve(id);
    world.on('2026-03-26');
    await expect(appeal(id)).rejects.toThrow('sanctions: APPEAL_TOO_LATE');
  });

  it('SN-8 is decided by neither proposer nor decider; upheld, the money stays', async () => {
    const [proposer, decider] = [clerk(), clerk()];
    const { id } = await fined(proposer, decider);
    await serve(id);
    const appealed = await appeal(id);
    await expect(onAppeal(appealed, true, proposer)).rejects.toThrow('sanctions: OWN_PROPOSAL');
    await expect(onAppeal(appealed, true, decider)).rejects.toThrow('sanctions: OWN_DECISION');
    await expect(onAppeal(appealed, false, clerk(), '2026-03-10')).rejects.toThrow('sanctions: EFFECTIVE_DAY_UNASKED');
    expect((await onAppeal(appealed, false)).sanction.state).toBe('upheld');
    expect(await posted('guarantee_fund')).toBe(8_000n);
    const decisions = await world.database.read(clerk(), (tx) => tx.many(listDecisions, { sanctionIds: [id] }));
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['confirmed', 'upheld']);
  });

  it('is seen by its own member alone', async () => {
    const { id } = await fined();
    const seen = (by: Caller) => world.database.read(by, (tx) => tx.many(readSanctions, { sanctionIds: [id] }));
    expect([(await seen(shopkeeper())).length, (await seen(shopkeeper((await world.member()).id))).length]).toEqual([1, 0]);
  });
});

describe('The award of a year', () => {
  const grant = (year: number) => grantAward(world.database, clerk(), { ...world.key(), memberId: shop, year });

  it('SN-4 is granted once the year is over, and once', async () => {
    await expect(grant(2026)).rejects.toThrow('sanctions: AWARD_NOT_EARNED');
    world.on('2027-01-01');
    expect((await grant(2026)).result.award).toMatchObject({ plaque: '全年无顾客投诉', year: 2026 });
    await expect(grant(2026)).rejects.toThrow('sanctions: ALREADY_AWARDED');
  });

  it('SN-4 is not granted where one complaint counted', async () => {
    await complain(1);
    world.on('2027-01-01');
    await expect(grant(2026)).rejects.toThrow('sanctions: AWARD_NOT_EARNED');
  });
});
