import { showId } from '@app/kernel';
import { receiveReceivable } from '@app/recovery';
import { listComplaintsOf, proposeDue } from '@app/sanctions';
import { auditBooks } from '../support/audit-books.js';
import { cny } from '../support/world.js';
import { appeal, byHand, clerk, complain, decide, dueNow, onAppeal, posted, propose, serve, shop, withdrawOne, world, aShopEach } from './office.js';

aShopEach();

describe('A sanction by rule', () => {
  it('SN-1 is due by the third complaint, and not by the second', async () => {
    await complain(2);
    await expect(propose('oral_warning')).rejects.toThrow('sanctions: NOT_DUE');
    await complain(1);
    expect(await dueNow()).toEqual(['oral_warning']);
    const sanction = await propose('oral_warning');
    const counted = await world.database.read(clerk(), (tx) => tx.many(listComplaintsOf, { sanctionIds: [sanction.id] }));
    expect([sanction.rule, sanction.state, counted.length]).toEqual(['SN-1', 'proposed', 3]);
  });

  it('SN-8 is proposed by the system once, however often it looks', async () => {
    await complain(3);
    const look = () => world.database.write(world.person({ personId: null, roles: ['system'] }), { action: 'react.sanctions', request: {} }, (tx) => proposeDue(tx, shop));
    const both = await Promise.all([look(), look()]);
    expect(both.flat().map(({ measure, proposedBy }) => [measure, proposedBy])).toEqual([['oral_warning', null]]);
    expect(await look()).toEqual([]);
    const open = both.flat()[0]!;
    await expect(propose('oral_warning')).rejects.toMatchObject({ code: 'ALREADY_PROPOSED', field: 'measure', details: { sanctionId: showId('sanction', open.id) } });
    await decide(open, clerk(), false);
    await expect(propose('oral_warning')).rejects.toThrow('sanctions: NOT_DUE');
  });

  it('SN-8 is decided by another than its proposer, once, by a numbered notice', async () => {
    await complain(3);
    const proposer = clerk();
    const sanction = await propose('oral_warning', proposer);
    await expect(decide(sanction, proposer)).rejects.toThrow('sanctions: OWN_PROPOSAL');
    const { notice, draws } = await decide(sanction);
    expect(notice).toMatchObject({ series: 'sanction', says: { rule: 'SN-1', measure: 'oral_warning', complaints: '3', appealDays: '15' } });
    expect(draws).toEqual([]);
    await expect(decide({ ...sanction, version: 2 })).rejects.toThrow('sanctions: ALREADY_DECIDED');
    await expect(decide(sanction)).rejects.toThrow('STALE_VERSION');
  });

  it('SN-8 is not confirmed once too many of its complaints were withdrawn, and is where others came instead', async () => {
    await complain(3);
    const sanction = await propose('oral_warning');
    await withdrawOne();
    await expect(decide(sanction)).rejects.toThrow('sanctions: NO_LONGER_DUE');
    await complain(1);
    const { notice } = await decide(sanction);
    expect(notice!.says.counted!.split('\n')).toHaveLength(3);
  });

  it('that is refused has no notice and takes nothing', async () => {
    const sanction = await byHand('QF-8');
    expect(await decide(sanction, clerk(), false)).toMatchObject({ notice: null, draws: [], sanction: { state: 'refused' } });
    expect(await posted('guarantee_fund')).toBe(10_000n);
  });
});

describe('An expulsion', () => {
  async function expelled() {
    await complain(4);
    const ultimatum = await propose('ultimatum');
    await decide(ultimatum);
    await serve(ultimatum.id);
    world.on('2026-04-01');
    await complain(1);
    return decide(await propose('expulsion'));
  }

  it('QF-3 takes the whole deposit and nothing else, and calls nothing', async () => {
    const { draws, calls, receivable, notice } = await expelled();
    expect([draws.map(({ amountMinor }) => amountMinor), calls, receivable]).toEqual([[10_000n], [], null]);
    expect([await posted('deposit'), await posted('guarantee_fund')]).toEqual([0n, 10_000n]);
    expect(notice!.says).toMatchObject({ rule: 'SN-2', amount: '100.00' });
    expect(await dueNow()).toEqual([]);
  });

  it('QF-3 leaves the deposit where the complaint came before the month of the test', async () => {
    await complain(4);
    const ultimatum = await propose('ultimatum');
    await decide(ultimatum);
    await serve(ultimatum.id);
    await complain(1);
    await expect(propose('expulsion')).rejects.toThrow('sanctions: NOT_DUE');
    expect(await posted('deposit')).toBe(10_000n);
  });

  it('that is lifted gives the deposit back from the chosen day', async () => {
    const { sanction } = await expelled();
    await serve(sanction.id);
    world.on('2026-04-08');
    const lifted = await onAppeal(await appeal(sanction.id), true, clerk(), '2026-04-02');
    expect([lifted.sanction.state, lifted.decision.effectiveOn, await posted('deposit')]).toEqual(['lifted', '2026-04-02', 10_000n]);
    expect(await auditBooks((sql) => world.test.asAdmin(sql))).toEqual([]);
  });

  it('is not given back from before the day it was taken', async () => {
    const { sanction } = await expelled();
    await serve(sanction.id);
    const appealed = await appeal(sanction.id);
    await expect(onAppeal(appealed, true, clerk(), '2026-03-31')).rejects.toThrow('ledger: EFFECTIVE_BEFORE_ORIGINAL');
    expect(await posted('deposit')).toBe(0n);
  });
});

describe('The complaint fund', () => {
  it('QF-4 is owed by a day in one payment, and an instalment is refused', async () => {
    await complain(26);
    const { receivable } = await decide(await propose('complaint_fund', clerk(), null));
    expect(receivable).toMatchObject({ amountMinor: 100_000n, dueOn: '2026-03-25', inOnePayment: true });
    const pay = (minor: bigint) => receiveReceivable(world.database, clerk(), {
      ...world.key(), receivableId: receivable!.id, amount: cny(minor), receivedOn: null, reference: `p${minor}`,
    });
    await expect(pay(99_999n)).rejects.toThrow('recovery: NO_INSTALMENTS');
    expect((await pay(100_000n)).result.receivable.paidMinor).toBe(100_000n);
  });

  it('that is lifted after it was paid is paid back, and owed no more', async () => {
    await complain(26);
    const { receivable, sanction } = await decide(await propose('complaint_fund', clerk(), null));
    await receiveReceivable(world.database, clerk(), { ...world.key(), receivableId: receivable!.id, amount: cny(100_000n), receivedOn: null, reference: 'p1' });
    await serve(sanction.id);
    const lifted = await onAppeal(await appeal(sanction.id), true);
    expect(lifted.receivable).toMatchObject({ liftedOn: '2026-03-10' });
    await expect(receiveReceivable(world.database, clerk(), {
      ...world.key(), receivableId: receivable!.id, amount: cny(1n), receivedOn: null, reference: 'p2',
    })).rejects.toThrow('recovery: RECEIVABLE_LIFTED');
    expect(await auditBooks((sql) => world.test.asAdmin(sql))).toEqual([]);
  });
});

