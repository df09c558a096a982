import { countedComplaints, withdrawComplaint } from '@app/complaints';
import { receiveFund } from '@app/funds';
import { day, type Caller } from '@app/kernel';
import { listNoticesOfCases, serveNotice } from '@app/notices';
import { appealSanction, decideAppeal, decideSanction, loadDue, proposeByHand, proposeSanction, type Measure, type Sanction } from '@app/sanctions';
import { taken } from '../complaints/desk.js';
import { cny, World } from '../support/world.js';

/** The world of the suite that asked for it, and the shop of the test that runs. */
export let world: World;
export let shop: string;

/** Gives a suite its world, and each of its tests a shop of its own on 10 March. */
export function aShopEach(): void {
  beforeAll(async () => { world = await World.make(); });
  afterAll(() => world.drop());
  beforeEach(async () => {
    world.on('2026-03-10');
    shop = await shopWith(10_000n);
  });
}

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

export async function complain(times: number): Promise<void> {
  const on = world.person().today;
  for (let i = 0; i < times; i++) {
    await taken(world, shop, { soldOn: on, returnedOn: on });
  }
}

/** The consumer who came first takes the complaint back. */
export async function withdrawOne(): Promise<void> {
  const { today } = clerk();
  const [first] = await world.database.read(clerk(), (tx) => tx.many(countedComplaints, { memberId: shop, problem: null, from: today, through: today }));
  await withdrawComplaint(world.database, clerk(), { ...world.key(), complaintId: first!.id, reason: 'It was my own fault.' });
}

export const clerk = () => world.person();
export const shopkeeper = (memberId = shop) => world.person({ memberId });
export const propose = async (measure: Measure, by: Caller = clerk(), problem: string | null = 'broken_sole') =>
  (await proposeSanction(world.database, by, { ...world.key(), memberId: shop, measure, problem })).result.sanction;
export const byHand = async (rule: string, more: object = {}, by = clerk()) => (await proposeByHand(world.database, by, {
  ...world.key(), memberId: shop, rule, reason: 'As the record says.', staffCode: 'A-17', amount: null, noticeWorkingDays: null, approved: null, isPublic: false, ...more,
})).result.sanction;
export const decide = async ({ id, version }: Sanction, by: Caller = clerk(), confirm = true) =>
  (await decideSanction(world.database, by, { ...world.key(), sanctionId: id, version, confirm, reason: 'So it was.' })).result;
export const serve = async (sanctionId: string) => {
  const [notice] = await world.database.read(clerk(), (tx) => tx.many(listNoticesOfCases, { caseType: 'sanction', caseIds: [sanctionId] }));
  await serveNotice(world.database, clerk(), { ...world.key(), noticeId: notice!.id, servedOn: null });
};
export const appeal = async (sanctionId: string, by = shopkeeper()) =>
  (await appealSanction(world.database, by, { ...world.key(), sanctionId, reason: 'It was the maker.' })).result.sanction;
export const onAppeal = async ({ id, version }: Sanction, lift: boolean, by = clerk(), effectiveOn: string | null = null) =>
  (await decideAppeal(world.database, by, { ...world.key(), sanctionId: id, version, lift, effectiveOn: effectiveOn === null ? null : day(effectiveOn), reason: 'On reflection.' })).result;
export const posted = async (kind: 'deposit' | 'guarantee_fund') => (await world.fund(shop, kind)).postedMinor;
export const dueNow = async () => (await world.database.read(clerk(), (tx) => loadDue(tx, shop))).due.map(({ measure }) => measure);
