import { parseId, showId } from '@app/kernel';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { allowedOperations } from './allowed.js';
import { swapIds, unseeded, type Swapped, type Swapping } from './id-swaps.js';
import { neighbours, type Neighbours, type NetworkStory, type Person } from './neighbours.js';
import { past, PlantedResolver } from './planted-resolver.js';
import { booksOf, changesOf, everythingOf, leaksIn, secretsOf, secretsOfMember, type Secrets } from './reach.js';
import { seedsOf } from './seeds.js';
import { idSlotsOf, placesOf, type Place } from './surface.js';

let world: Neighbours;
let schema: GraphQLSchema;
let on: Swapping;
let everyPlace: Place[];
let swapped: Swapped;
let westland: Secrets;
let members: Secrets[];

const planted = ({ field }: Place) => field.name.startsWith('planted');
const named = (name: string) => everyPlace.filter((place) => place.name === name);

beforeAll(async () => {
  world = await neighbours([PlantedResolver]);
  const { api, own, foreign } = world;
  schema = api.app.get(GraphQLSchemaHost, { strict: false }).schema;
  everyPlace = placesOf(schema);
  on = { url: api.url, schema, own, foreign, seeds: seedsOf, allowed: allowedOperations };
  westland = await secretsOf(api.test, foreign);
  members = await Promise.all(['shop', 'rival', 'outlet', 'left', 'breach'].map((name) => secretsOfMember(api.test, `${own.mark} ${name}`)));
  past.exists = async (id) => (await api.test.asAdmin('SELECT 1 FROM fund WHERE id = $1', [id])).length > 0;
  past.own = async (id) => [own.shop.fundId, own.outlet.fundId].some((shown) => parseId(shown)!.id === id);
  past.names = async () => (await api.test.asAdmin('SELECT name FROM member')).map(({ name }) => String(name));
}, 120_000);
afterAll(() => world?.api.close());

/** What a person must not see: the other network, and for a member's people every other member. */
const kept = ({ memberId }: Person, { shop, otherShop, outlet }: NetworkStory): Secrets[] => {
  const mark = [shop, otherShop, outlet].find((one) => one.memberId === memberId)?.mark;
  return memberId ? [westland, ...members.filter(({ of }) => of !== mark)] : [westland];
};

async function reached(person: Person, queries: readonly Place[]): Promise<string> {
  return everythingOf(world.api.url, schema, queries, person, seedsOf(world.own, person));
}

describe('An id', () => {
  it('as an argument of whatever takes one has a seed', () => {
    const { own } = world;
    expect(unseeded(everyPlace.filter((place) => !planted(place)), seedsOf(own, own.people.get('FINANCE')!))).toEqual([]);
    expect(everyPlace.filter((place) => idSlotsOf(place).length > 0).length).toBeGreaterThan(30);
  });

  it('of another network, or of another member, answers to the byte what a missing one does, and an own id does not', async () => {
    const before = await booksOf(world.api.test, world.foreign.mark);
    swapped = await swapIds(on, everyPlace.filter((place) => !planted(place) && idSlotsOf(place).length > 0));
    expect(swapped.problems).toEqual([]);
    expect(changesOf(before, await booksOf(world.api.test, world.foreign.mark))).toEqual([]);
  }, 600_000);

  it('of another network or member stands in no answer that an own id gives', () => {
    expect(swapped.answers.flatMap(({ person, text }) => leaksIn(text, kept(person, world.own)).map((leak) => `${person.name} sees ${leak}`))).toEqual([]);
  });
});

describe('Everything that a caller reaches by any query', () => {
  it('names nothing of another network, and to a member\'s people nothing of another member', async () => {
    const queries = everyPlace.filter((place) => place.owner === 'Query' && !planted(place));
    const leaks: string[] = [];
    let seen = '';
    for (const person of world.own.people.values()) {
      const text = await reached(person, queries);
      seen += text;
      leaks.push(...leaksIn(text, kept(person, world.own)).map((leak) => `${person.name} sees ${leak}`));
    }
    expect(leaks).toEqual([]);
    // That nothing is found proves something only where there was something to find.
    expect(leaksIn(seen, members).length).toBeGreaterThan(50);
    expect(westland.ids.size).toBeGreaterThan(200);
  }, 600_000);
});

describe('The search', () => {
  const seedOfFund = (name: string): Swapping['seeds'] => (story) => ({ [name]: [{ id: story.shop.fundId }] });

  async function withSql<R>(fault: string, repair: string, work: () => Promise<R>): Promise<R> {
    await world.api.test.asAdmin(fault);
    try {
      return await work();
    } finally {
      await world.api.test.asAdmin(repair);
    }
  }

  it('catches a resolver that tells a foreign id from a missing one', async () => {
    const { problems } = await swapIds({ ...on, seeds: seedOfFund('Query.plantedTell'), allowed: { 'Query.plantedTell': 'fund.read' } }, named('Query.plantedTell'));
    expect(problems).toContainEqual(expect.stringMatching(/Query\.plantedTell id by FINANCE: a foreign fund answers .*INVALID_INPUT.*a missing one .*NOT_FOUND/));
  });

  it('catches a field of a type that tells a foreign id from a missing one', async () => {
    const { problems } = await swapIds({ ...on, seeds: seedOfFund('Fund.plantedNote') }, named('Fund.plantedNote'));
    expect(problems).toContainEqual(expect.stringMatching(/Fund\.plantedNote id by FINANCE: a foreign fund answers .*"there"/));
  });

  it('catches an operation, and a field, that has no seed', () => {
    const { own } = world;
    const seeds = seedsOf(own, own.people.get('FINANCE')!);
    expect(unseeded([...named('Query.plantedUnseeded'), ...named('Fund.plantedNote')], seeds)).toEqual([
      'Query.plantedUnseeded has no line in test/security/seeds.ts', 'Fund.plantedNote: no seed of test/security/seeds.ts fills id',
    ]);
    const { 'Mutation.invite': _, ...lacking } = seeds;
    expect(unseeded(everyPlace.filter((place) => !planted(place)), lacking)).toEqual([expect.stringMatching(/^Mutation\.invite has no line/)]);
  });

  it('catches an operation that refuses its own ids too, which would prove nothing', async () => {
    const { problems } = await swapIds({ ...on, seeds: seedOfFund('Query.plantedBlind') }, named('Query.plantedBlind'));
    expect(problems).toContainEqual(expect.stringMatching(/plantedBlind id of a fund by FINANCE: its own id answers NOT_FOUND/));
    expect(problems).toContainEqual(expect.stringMatching(/answers no better than a missing one/));
  });

  it('catches a policy that is dropped, which shows nobody anything', async () => {
    const policy = `CREATE POLICY own_network ON fund USING (network_id = nullif(current_setting('app.network_id', true), '')::uuid)`;
    const { problems } = await withSql('DROP POLICY own_network ON fund', policy, () => swapIds(on, named('Query.fund')));
    expect(problems).toContainEqual(expect.stringMatching(/Query\.fund id of a fund by FINANCE: its own id answers NOT_FOUND/));
  });

  it('catches a policy by which a member sees what is another\'s', async () => {
    const repair = `ALTER POLICY member_sight ON complaint USING (nullif(current_setting('app.member_id', true), '') IS NULL OR member_id = nullif(current_setting('app.member_id', true), '')::uuid)`;
    const shop = world.own.people.get('SHOP')!;
    await withSql('ALTER POLICY member_sight ON complaint USING (true)', repair, async () => {
      expect((await swapIds(on, named('Query.complaint'))).problems).toContainEqual(expect.stringMatching(/Query\.complaint id by SHOP: a foreign complaint answers 200/));
      const leaks = leaksIn(await reached(shop, named('Query.complaints')), kept(shop, world.own));
      expect(leaks).toContainEqual('"Ostmark rival" of Ostmark rival');
      expect(leaks).toContainEqual(`the id ${world.own.otherShop.cases!.openComplaintId.slice(4)} of Ostmark rival`);
    });
    expect(leaksIn(await reached(shop, named('Query.complaints')), kept(shop, world.own))).toEqual([]);
  });

  it('catches a list that names another network, and a cursor that holds its id', async () => {
    const finance = world.own.people.get('FINANCE')!;
    expect(leaksIn(await reached(finance, named('Query.plantedNames')), kept(finance, world.own))).toContainEqual('"Westland" of Westland');
    const cursor = Buffer.from(JSON.stringify(['fund', parseId(world.foreign.shop.fundId)!.id])).toString('base64url');
    expect(leaksIn(`{"endCursor":"${cursor}"}`, [westland])).toHaveLength(1);
    expect(leaksIn(showId('person', parseId(world.foreign.networkId)!.id), [westland])).toHaveLength(1);
  });

  it('catches a row that is written in another network', async () => {
    const { api, foreign } = world;
    const before = await booksOf(api.test, foreign.mark);
    await api.test.asAdmin('UPDATE member SET code = code || $2 WHERE name = $1', [`${foreign.shop.mark} trading`, '!']);
    expect(changesOf(before, await booksOf(api.test, foreign.mark))).toEqual(['rows of member were written']);
  });
});
