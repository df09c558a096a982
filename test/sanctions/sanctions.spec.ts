import { recordComplaint } from '@app/complaints';
import { receiveFund } from '@app/funds';
import { day, type Caller } from '@app/kernel';
import { listNoticesOfCases, serveNotice } from '@app/notices';
import { receiveReceivable } from '@app/recovery';
import {
  appealSanction, decideAppeal, decideSanction, grantAward, listComplaintsOf, listDecisions, loadDue, proposeByHand, proposeDue, proposeSanction, readSanctions,
  type Measure, type Sanction,
} from '@app/sanctions';
import { auditBooks } from '../support/audit-books.js';
import { cny, World } from '../support/world.js';

let world: World;
let shop: string;

beforeAll(async () => { world = await World.make(); });
afterAll(() => world.drop());
beforeEach(async () => {
  world.on('2026-03-10');
  shop = await shopWith(10_000n);
});

async function shopWith(minor: bigint): Promise<string> {
  const { id } = await world.member();
  await world.agreement(id, [
    { kind: 'guarantee_fund', uses: ['compensation', 'penalty'], requiredMinor: 0n }, { kind: 'deposit', uses: ['penalty'], requiredMinor: 5_000n },
  ]);
  for (const kind of ['guarantee_fund', 'deposit'] as const) {
    const fund = await world.fund(id, kind);
    await receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(minor), receivedOn: null, reference: kind });
  }
  return id;
}

async function complain(times: number): Promise<void> {
  const on = world.person().today;
  for (let i = 0; i < times; i++) {
    await recordComplaint(world.database, world.person(), {
      ...world.key(), memberId: shop, category: 'leather_shoes', price: cny(45_800n), soldOn: on, returnedOn: on, defect: 'broken_sole', hasVoucher: true,
      shopPresent: true, summary: 'Sole broke.',
    });
  }
}

const clerk = () => world.person();
const shopkeeper = (memberId = shop) => world.person({ memberId });
const propose = async (measure: Measure, by: Caller = clerk(), problem: string | null = 'broken_sole') =>
  (await proposeSanction(world.database, by, { ...world.key(), memberId: shop, measure, problem })).result.sanction;
const byHand = async (rule: string, more: object = {}, by = clerk()) => (await proposeByHand(world.database, by, {
  ...world.key(), memberId: shop, rule, reason: 'As the record says.', staffCode: 'A-17', amount: null, noticeWorkingDays: null, approved: null, isPublic: false, ...more,
})).result.sanction;
const decide = async ({ id, version }: Sanction, by: Caller = clerk(), confirm = true) =>
  (await decideSanction(world.database, by, { ...world.key(), sanctionId: id, version, confirm, reason: 'So it was.' })).result;
const serve = async (sanctionId: string) => {
  const [notice] = await world.database.read(clerk(), (tx) => tx.many(listNoticesOfCases, { caseType: 'sanction', caseIds: [sanctionId] }));
  await serveNotice(world.database, clerk(), { ...world.key(), noticeId: notice!.id, servedOn: null });
};
const appeal = async (sanctionId: string, by = shopkeeper()) =>
  (await appealSanction(world.database, by, { ...world.key(), sanctionId, reason: 'It was the maker.' })).result.sanction;
const onAppeal = async ({ id, version }: Sanction, lift: boolean, by = clerk(), effectiveOn: string | null = null) =>
  (await decideAppeal(world.database, by, { ...world.key(), sanctionId: id, version, lift, effectiveOn: effectiveOn === null ? null : day(effectiveOn), reason: 'On reflection.' })).result;
const posted = async (kind: 'deposit' | 'guarantee_fund') => (await world.fund(shop, kind)).postedMinor;
const dueNow = async () => (await world.database.read(clerk(), (tx) => loadDue(tx, shop))).due.map(({ measure }) => measure);

describe('A sanction by rule', () => {
  it('SN-1 is due by the third complaint, and not by the second', async () => {
    await complain(2);
    await expect(propose('oral_warning')).rejects.toThrow('sanctions: NOT_DUE');
    await complain(1);
    expect(await dueNow()).toEqual(['oral_warning']);
    const sanction = await propose('oral_warning');
    const counted = await world.database.read(clerk(), (tx) => tx.many(listComplaintsOf, { sanctionIds: [sanction.id] }));
    expect([sanction.rule, sanction.state, counted.length]).toEqual(['SN-1', 'proposed', 3]);
    await expect(propose('oral_warning')).rejects.toThrow('sanctions: NOT_DUE');
  });

  it('SN-8 is proposed by the system once, however often it looks', async () => {
    await complain(3);
    const look = () => world.database.write(world.person({ personId: null, roles: ['system'] }), { action: 'react.sanctions', request: {} }, (tx) => proposeDue(tx, shop));
    const both = await Promise.all([look(), look()]);
    expect(both.flat().map(({ measure, proposedBy }) => [measure, proposedBy])).toEqual([['oral_warning', null]]);
    expect(await look()).toEqual([]);
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
    expect((await auditBooks((sql) => world.test.asAdmin(sql))).filter(Boolean)).toEqual([]);
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
    expect((await auditBooks((sql) => world.test.asAdmin(sql))).filter(Boolean)).toEqual([]);
  });
});

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
    expect((await auditBooks((sql) => world.test.asAdmin(sql))).filter(Boolean)).toEqual([]);
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
