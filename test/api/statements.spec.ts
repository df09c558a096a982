import { roles } from '@app/access';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { formerMember, memberStory, todayOf } from '../security/member-story.js';
import { networkStory, wideApi } from '../security/neighbours.js';
import { oneGoodsRow } from '../security/pack-story.js';
import { awardable } from '../security/sanction-story.js';
import { webhookStory } from '../security/webhook-story.js';
import { cny, type Mall, type Speaker } from '../support/mall.js';
import { chainsOf, reached, rootLists, type Chain } from './support/chains.js';
import { counted } from './support/counted.js';
import type { TestApi } from './support/door.js';
import { PlantedListsResolver } from './support/planted-lists.js';

/** What a chain came to: how many values it leads to, and what was sent for them. */
interface Measured {
  readonly chain: Chain;
  readonly values: number;
  readonly statements: readonly string[];
}

/** Lists that come with the program: they have no rows, and grow by no act. */
const shipped: Readonly<Record<string, string>> = { packKinds: 'kinds of packs, registered at boot', shippedPacks: 'packs of the program' };

let api: TestApi;
let finance: Speaker;
let lists: string[];
let few: ReadonlyMap<string, Measured>;
let many: ReadonlyMap<string, Measured>;

beforeAll(async () => {
  api = await wideApi([PlantedListsResolver]);
  const { mall } = await networkStory(api, 'Ostmark', ['OPERATOR_ADMINISTRATOR', 'FINANCE', 'SHOP']);
  finance = await mall.as('FINANCE');
  // Somebody who sees everything, as none of the API's own ways would make.
  await api.test.asAdmin(`UPDATE log_in_session SET roles = $1 WHERE roles = '{finance}'`, [Object.keys(roles)]);
  await settle();
  const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
  lists = rootLists(schema).map(({ name }) => name).filter((name) => !Object.hasOwn(shipped, name));
  few = await fullest(chainsOf(schema).filter(({ steps }) => !Object.hasOwn(shipped, steps[0]!.name)));
  await grow(mall);
  many = await again(few);
}, 300_000);
afterAll(() => api?.close());

async function measure(chain: Chain, first: number): Promise<Measured> {
  const ask = () => counted(() => finance.ask(chain.query(first)));
  // Twice: what is written now and then beside all requests may fall into one of them, and can only add to it.
  const [{ result, statements }, repeated] = [await ask(), await ask()];
  return { chain, values: reached(result, chain.steps), statements: statements.length <= repeated.statements.length ? statements : repeated.statements };
}

/** Of the ways to each place the first that leads to something; by pages that more rows will fill further. */
async function fullest(chains: readonly Chain[]): Promise<Map<string, Measured>> {
  const best = new Map<string, Measured>();
  for (const chain of chains.toSorted((a, b) => a.steps.length - b.steps.length)) {
    if (!best.get(chain.place)?.values) best.set(chain.place, await measure(chain, 50));
  }
  return best;
}

async function again(before: ReadonlyMap<string, Measured>): Promise<Map<string, Measured>> {
  const after = new Map<string, Measured>();
  for (const [place, { chain }] of before) after.set(place, await measure(chain, 100));
  return after;
}

/** What the stories leave open: a payment on each receivable, a reminder of each call. */
async function settle(): Promise<void> {
  const { receivables } = await finance.ask('{ receivables(first: 100, openOnly: true) { edges { node { id } } } }');
  for (const { node } of receivables.edges) {
    await finance.act('receiveReceivable', 'replayed', { receivableId: node.id, amount: cny('1.00'), reference: `on ${node.id} ${Date.now()}` });
  }
  // As the worker leaves them when time passes.
  await api.test.asAdmin(`
    INSERT INTO call_reminder (network_id, call_id, member_id, kind) SELECT network_id, id, member_id, 'coming_due' FROM fund_call ON CONFLICT DO NOTHING`);
  // As the rooms leave them that serve a consumer.
  await api.test.asAdmin(`
    INSERT INTO consumer_event (network_id, id, consumer_id, member_id, purchase_id, kind, about_id, happened_on)
    SELECT network_id, gen_random_uuid(), consumer_id, member_id, id, 'repair', id, sold_on FROM purchase WHERE consumer_id IS NOT NULL ON CONFLICT DO NOTHING`);
  // As the worker proposes by rule, with the complaints that count.
  await api.test.asAdmin(`
    INSERT INTO sanction_complaint (network_id, sanction_id, complaint_id, member_id)
    SELECT s.network_id, s.id, c.id, s.member_id FROM sanction s JOIN complaint c ON c.network_id = s.network_id AND c.member_id = s.member_id ON CONFLICT DO NOTHING`);
  // As the worker tells people of what happens, and delivers it.
  await api.test.asAdmin(`
    INSERT INTO message_log (network_id, id, recipient_kind, recipient_ref, member_id, code, told_at)
    SELECT network_id, gen_random_uuid(), recipient_kind, recipient_ref, member_id, code, told_at FROM message_log`);
  await api.test.asAdmin(`
    INSERT INTO message_delivery (network_id, id, message_id, member_id, channel, recipient_kind, recipient_ref)
    SELECT network_id, gen_random_uuid(), id, member_id, 'email', recipient_kind, recipient_ref FROM message_log ON CONFLICT DO NOTHING`);
  await api.test.asAdmin(`
    INSERT INTO webhook_attempt (network_id, delivery_id, attempt, attempted_at, status)
    SELECT network_id, id, 1, recorded_at, 200 FROM webhook_delivery ON CONFLICT DO NOTHING`);
}

/** More of everything. */
async function grow(mall: Mall): Promise<void> {
  for (const mark of ['third', 'fourth']) await memberStory(mall, 'SHOP', mark);
  await formerMember(mall, 'left again', false);
  await awardable(mall, 'third praised', await todayOf(mall));
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  await admin.act('createApiKey', 'apiKeyId', { name: 'scale', scopes: ['NETWORK_READ'], expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
  await mall.another('FLOOR');
  await admin.act('publishCalendar', 'calendar { id }', { year: 2032, source: 'Notice.', holidays: ['2032-01-01'], makeUpDays: [], shifts: ['09:00-21:00'] });
  await admin.act('proposePack', 'pack { id }', {
    kind: 'goods', code: 'more-goods', nameZh: '商品', nameEn: 'goods', effectiveFrom: await todayOf(mall), rules: oneGoodsRow, reason: 'More.',
  });
  await finance.ask('mutation($n: ID!) { switchNetwork(input: {networkId: $n}) { sessionId } }', { n: mall.networkId });
  await webhookStory(admin, 'third');
  await settle();
}

const planted = (place: string) => /planted/.test(place);

/** Whatever is asked of the database oftener where there are more rows, and whatever there were not more of. */
function problemsOf(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const [before, after] = [few.get(place)!, many.get(place)!];
    if (before.values === 0 || after.values < 2 || after.values <= before.values) return [`${place}: ${before.values} at first and ${after.values} later prove nothing`];
    const [asked, later] = [before.statements.length, after.statements.length];
    return asked === later ? [] : [`${place}: ${asked} statements for ${before.values}, ${later} for ${after.values}: ${after.chain.query(100)}: ${later > asked ? after.statements.join(', ') : before.statements.join(', ')}`];
  });
}

describe('The statements of a query', () => {
  it('are as many for many rows as for few, in every list and in every field below one', () => {
    expect(problemsOf([...few.keys()].filter((place) => !planted(place)))).toEqual([]);
    expect(few.size).toBeGreaterThan(80);
  });

  it('are counted for every list there is', () => {
    expect(lists.filter((name) => !few.has(`Query.${name}`))).toEqual([]);
    expect(lists.length).toBeGreaterThan(12);
    // The transaction's beginning and end, who calls, and the list itself.
    expect([...few.values()].filter(({ statements }) => statements.length < 4).map(({ chain }) => chain.place)).toEqual(['Query.plantedNothing']);
  });
});

describe('The count of statements', () => {
  it.each([
    ['a field that asks for each row by itself', 'Fund.plantedEach', /^Fund\.plantedEach: (\d+) statements for \d+, (?!\1 )\d+ for \d+/],
    ['a loader that asks for each row by itself', 'Fund.plantedLoop', /^Fund\.plantedLoop: (\d+) statements for \d+, (?!\1 )\d+ for \d+/],
    ['a list of which there is nothing', 'Query.plantedNothing', /^Query\.plantedNothing: 0 at first and 0 later prove nothing/],
  ])('catches %s', (_fault, place, reported) => {
    expect(problemsOf([place])).toEqual([expect.stringMatching(reported)]);
  });
});
