import { cny, Mall, type Answered } from '../support/mall.js';

let mall: Mall;
let today: string;
let memberId: string;
beforeAll(async () => {
  mall = await Mall.open();
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  memberId = (await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: 'Shop', code: 'S1' })).member.id;
  today = (await admin.ask('{ network { today } }')).network.today;
});
afterAll(() => mall.api.close());

const dayFrom = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
let phones = 0;
const buyer = async () => (await (await mall.as('COMPLAINT_DESK')).act('recordPurchase', 'purchase { consumer { id } }', {
  memberId, person: { name: 'Zhang San', phone: `1396666000${(phones += 1)}` }, category: 'air_conditioner', model: 'K-1', price: cny('2000.00'), soldOn: today, channel: 'COUNTER',
})).purchase.consumer.id as string;
const plan = async (through = dayFrom(62)) => (await (await mall.as('COMPLAINT_DESK')).act('planCare', 'planned', { through })).planned as unknown as number;
const tasksOf = async (id: string): Promise<Answered> =>
  (await (await mall.as('COMPLAINT_DESK')).ask('query($id: ID!) { consumer(id: $id) { careTasks { id rule dueOn state outcome reasonClass doneOn } } }', { id })).consumer.careTasks;
const node = async (id: string, role: string, of: string | null = null) =>
  (await (await mall.as(role, of)).ask('query($id: ID!) { node(id: $id) { __typename ... on Consumer { id name phone address } } }', { id })).node;
const named = (tasks: Answered, rule: string) => tasks.filter((task: Answered) => task.rule === rule);

describe('Care', () => {
  it('QM-5 is planned as dated tasks for every consumer, once, and listed by what is due', async () => {
    const id = await buyer();
    expect(await plan()).toBeGreaterThan(5);
    expect(await plan()).toBe(0);
    const desk = await mall.as('COMPLAINT_DESK');
    const { careTasks } = await desk.ask('query($d: Day!) { careTasks(first: 100, dueBefore: $d) { edges { node { rule dueOn consumer { id name phone } } } } }', { d: dayFrom(8) });
    expect(careTasks.edges.map(({ node }: Answered) => [node.rule, node.dueOn, node.consumer.name])).toEqual([
      ['thanks_after_purchase', dayFrom(1), 'Z**'], ['follow_up', dayFrom(7), 'Z**'],
    ]);
    expect(named(await tasksOf(id), 'monthly_call').map(({ dueOn }: Answered) => dueOn.slice(8))).toEqual(expect.arrayContaining(['10']));
  });

  it('QM-5 is refused for the past, and beyond what can be foreseen', async () => {
    const desk = await mall.as('COMPLAINT_DESK');
    expect(await desk.refusal('planCare', { through: dayFrom(-1) })).toBe('PLAN_IN_PAST');
    expect(await desk.refusal('planCare', { through: dayFrom(93) })).toBe('PLAN_TOO_FAR');
  });

  it('QM-7 is done with its outcome and the class of a complaint, once, and stands on the consumer\'s file', async () => {
    const id = await buyer();
    await plan();
    const desk = await mall.as('COMPLAINT_DESK');
    const [thanks] = named(await tasksOf(id), 'thanks_after_purchase');
    expect(await desk.refusal('completeCareTask', { careTaskId: thanks!.id, outcome: 'COMPLAINED' })).toBe('REASON_UNCLASSED');
    expect(await desk.refusal('completeCareTask', { careTaskId: thanks!.id, outcome: 'REACHED', reasonClass: 'PRODUCT' })).toBe('REASON_WITHOUT_COMPLAINT');
    await desk.act('completeCareTask', 'careTask { id }', { careTaskId: thanks!.id, outcome: 'COMPLAINED', reasonClass: 'GRUMBLING' });
    expect(await desk.refusal('completeCareTask', { careTaskId: thanks!.id, outcome: 'REACHED' })).toBe('CARE_TASK_NOT_OPEN');
    expect(named(await tasksOf(id), 'thanks_after_purchase')[0]).toMatchObject({ state: 'DONE', outcome: 'COMPLAINED', reasonClass: 'GRUMBLING', doneOn: today });
    const { consumer } = await desk.ask('query($id: ID!) { consumer(id: $id) { serviceHistory { kind happenedOn } } }', { id });
    expect(consumer.serviceHistory).toEqual([{ kind: 'CARE', happenedOn: today }]);
  });

  it('QM-7 does not follow up any more on who handles the product, nor on who asked to be erased', async () => {
    const [id, gone] = [await buyer(), await buyer()];
    await plan();
    const desk = await mall.as('COMPLAINT_DESK');
    const [first] = named(await tasksOf(id), 'follow_up');
    await desk.act('completeCareTask', 'careTask { id }', { careTaskId: first!.id, outcome: 'HANDLES_PRODUCT' });
    expect(new Set(named(await tasksOf(id), 'follow_up').map(({ state }: Answered) => state))).toEqual(new Set(['DONE', 'DROPPED']));
    await (await mall.as('OPERATOR_ADMINISTRATOR')).act('eraseConsumer', 'erasedOn', { consumerId: gone });
    expect(new Set((await tasksOf(gone)).map(({ state }: Answered) => state))).toEqual(new Set(['DROPPED']));
    expect(await plan()).toBe(0);
  });
});

describe('A consumer by node(id)', () => {
  it('is masked as everywhere, for who may see consumers: the operator\'s people, and the shop that sold', async () => {
    const id = await buyer();
    const masked = { __typename: 'Consumer', id, name: 'Z**', phone: expect.stringMatching(/^139\*{4}000\d$/), address: null };
    expect([await node(id, 'COMPLAINT_DESK'), await node(id, 'SHOP', memberId)]).toEqual([masked, masked]);
    const rival = (await (await mall.as('OPERATOR_ADMINISTRATOR')).act('registerMember', 'member { id }', { kind: 'SHOP', name: 'Rival', code: 'S2' })).member.id as string;
    expect([await node(id, 'SHOP', rival), await node(id, 'FINANCE')]).toEqual([null, null]);
  });
});
