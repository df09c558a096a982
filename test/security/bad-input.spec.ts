import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { chance } from '../support/seed.js';
import type { TestApi } from '../api/support/door.js';
import { allowedOperations } from './allowed.js';
import { tryBadInput, type Trying } from './bad-calls.js';
import { valuesFor } from './bad-values.js';
import { digestOf } from './digest.js';
import { networkStory, wideApi, type NetworkStory } from './neighbours.js';
import { past, PlantedResolver } from './planted-resolver.js';
import { seedsOf } from './seeds.js';
import { codesOf, send } from './sender.js';
import { at, documentOf, isOperation, placesOf, slotsOf, withAt, type Place } from './surface.js';

// At night every input meets every bad value there is, and many by chance; otherwise the worst, and one of the rest and one by chance.
const length = process.env.TEST_LENGTH === 'night' ? 60 : 1;

/** Inputs of one class that nearly every operation has. */
const everywhere = ['idempotencyKey', 'validateOnly'];

let api: TestApi;
let story: NetworkStory;
let schema: GraphQLSchema;
let on: Trying;
let everyPlace: Place[];
let digest: Awaited<ReturnType<typeof digestOf>>;

beforeAll(async () => {
  api = await wideApi([PlantedResolver]);
  story = await networkStory(api, 'Ostmark');
  schema = api.app.get(GraphQLSchemaHost, { strict: false }).schema;
  everyPlace = placesOf(schema);
  const { seed } = chance('P15');
  digest = await digestOf(api.test);
  on = { api, schema, story, allowed: allowedOperations, digest: digest.now, valuesOf: ({ type, path }) => valuesFor(type, seed, everywhere.includes(String(path.at(-1))) ? Math.ceil(length / 4) : length) };
}, 120_000);
afterAll(async () => {
  await digest?.end();
  await api?.close();
});

const planted = ({ field }: Place) => field.name.startsWith('planted');
const named = (name: string) => everyPlace.filter((place) => place.name === name);

describe('Bad input', () => {
  it('has a right call beside it for every operation: each input that there is stands in a seed', () => {
    const seeds = seedsOf(story, story.people.get('FINANCE')!);
    const optional = ['after', 'idempotencyKey', 'validateOnly'];
    const lacking = everyPlace.filter((place) => isOperation(place) && !planted(place)).flatMap((place) => slotsOf(place.field.args)
      .filter(({ path }) => !optional.includes(String(path.at(-1))) && !(seeds[place.name] ?? []).some((given) => at(given, path) !== undefined))
      .map(({ path }) => `${place.name} ${path.join('.')}`));
    expect(lacking).toEqual([]);
  });

  it('is answered by a clear code, in every input of every operation; nothing is written, and nothing logged as an error', async () => {
    const { problems, calls, refused } = await tryBadInput(on, everyPlace.filter((place) => !planted(place)));
    process.stdout.write(`P15: ${calls} calls, ${refused} refused\n`);
    expect(problems).toEqual([]);
    expect(calls).toBeGreaterThan(1_000);
    // Which harmless values are among those drawn is chance; the worst, half of all, are mostly refused.
    expect(refused / calls).toBeGreaterThan(1 / 3);
  }, 3_600_000);

  it('that once was a fault of ours is the caller\'s: NUL, half a character, a loader\'s argument, more wrong values than are counted', async () => {
    const { token } = story.people.get('OPERATOR_ADMINISTRATOR')!;
    const register = 'mutation($input: RegisterMemberInput!) { registerMember(input: $input) { errors { code field } } }';
    for (const name of ['a\0b', '\ud800', 'x\udfff']) {
      const reply = await send(api.url, token, register, { input: { kind: 'SHOP', code: 'c', name, validateOnly: true } });
      expect(reply.body.data).toEqual({ registerMember: { errors: [{ code: 'INVALID_INPUT', field: 'name' }] } });
    }
    for (const last of [-1, 0, 21]) {
      expect((await send(api.url, token, `{ funds { edges { node { lastLines(last: ${last}) { line } } } } }`)).text).toContain('INVALID_INPUT');
    }
    const roles = Array.from({ length: 100 }, () => 'X');
    const many = await send(api.url, token, 'mutation($input: InviteInput!) { invite(input: $input) { code } }', { input: { email: 'a@b.example', roles, validateOnly: true } });
    expect([many.status, ...new Set(codesOf(many))]).toEqual([400, 'BAD_REQUEST']);
  });

  it('of a megabyte is refused before it is read, in every operation', async () => {
    const big = 'x'.repeat(1_000_000);
    for (const place of everyPlace.filter((one) => isOperation(one) && !planted(one) && one.field.args.length > 0)) {
      const { path } = slotsOf(place.field.args).at(-1)!;
      const given = withAt({}, path, big);
      const reply = await send(api.url, story.people.get('FINANCE')!.token, documentOf(schema, place, given, 0), given);
      expect([place.name, reply.status, codesOf(reply)]).toEqual([place.name, 413, ['BODY_TOO_LARGE']]);
    }
  }, 30_000);
});

describe('The trying of it', () => {
  const one = { 'Query.plantedText': [{ text: 'fine' }] };
  const trying = (value: unknown): Trying => ({ ...on, seeds: one, allowed: { 'Query.plantedText': 'fund.read' }, valuesOf: () => [value] });

  it('finds nothing where nothing is wrong', async () => {
    expect(await tryBadInput(trying('fine'), named('Query.plantedText'))).toEqual({ problems: [], calls: 1, refused: 0 });
    expect(await tryBadInput(trying(7), named('Query.plantedText'))).toEqual({ problems: [], calls: 1, refused: 1 });
  });

  it('catches an operation that fails on a value, and what it leaves in the log', async () => {
    const { problems } = await tryBadInput(trying('a\0b'), named('Query.plantedText'));
    expect(problems[0]).toMatch(/Query\.plantedText text = "a\\u0000b": 200 .*INTERNAL/);
    expect(problems.slice(1)).toEqual(problems.slice(1).map(() => expect.stringMatching(/Query\.plantedText left an error in the log/)));
    expect(problems.length).toBeGreaterThan(1);
  });

  it('catches an operation that writes before it refuses', async () => {
    past.write = async () => void (await api.test.asAdmin(`UPDATE member SET code = code || '!' WHERE name = $1`, [`${story.shop.mark} trading`]));
    const { problems } = await tryBadInput(trying('write'), named('Query.plantedText'));
    expect(problems).toEqual(['Query.plantedText wrote, though all was refused or only tried']);
  });

  it('catches an operation that answers without a code', async () => {
    const { problems } = await tryBadInput(trying('bare'), named('Query.plantedText'));
    expect(problems).toContainEqual(expect.stringMatching(/Query\.plantedText text = "bare"/));
  });

  it('catches an input that stands in no seed', () => {
    const { 'Mutation.logIn': [given] } = seedsOf(story, story.people.get('FINANCE')!) as { 'Mutation.logIn': [Record<string, object>] };
    expect(slotsOf(named('Mutation.logIn')[0]!.field.args).filter(({ path }) => at({ input: { ...given.input, email: undefined } as never }, path) === undefined))
      .toEqual([expect.objectContaining({ path: ['input', 'email'] })]);
  });
});
