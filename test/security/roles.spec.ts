import { permissions, roles, type Permission } from '@app/access';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { allowKey } from '../../apps/api/src/door/allow.js';
import { resolverMethods, type ResolverMethod } from '../../apps/api/src/door/resolvers.js';
import { allowedFields, allowedNodes, allowedOperations, type Who } from './allowed.js';
import { networkStory, rescope, wideApi, type NetworkStory, type Person } from './neighbours.js';
import type { TestApi } from '../api/support/door.js';
import { chance } from '../support/seed.js';
import { fieldMismatches, fieldQuestion, mismatches, unlisted, type Asker, type FieldQuestion } from './role-matrix.js';
import { platformKey, seedsOf } from './seeds.js';
import { send } from './sender.js';
import { isOperation, placesOf } from './surface.js';

let api: TestApi;
let own: NetworkStory;
let schema: GraphQLSchema;
let methods: ResolverMethod[];
let askers: Asker[];
let keyName: string;
let key: Person;

beforeAll(async () => {
  api = await wideApi();
  own = await networkStory(api, 'Ostmark');
  schema = api.app.get(GraphQLSchemaHost, { strict: false }).schema;
  methods = resolverMethods(api.app.get(ModulesContainer));
  key = own.people.get('API_KEY')!;
  keyName = `key of ${own.networkId}`;
  askers = [
    ...Object.entries(roles).filter(([, { of }]) => of !== 'nobody').map(([name, { may }]): Asker =>
      ({ name, token: own.people.get(name.toUpperCase())!.token, permissions: new Set(may), is: 'person' })),
    { name: 'nobody', token: '', permissions: new Set(), is: 'nobody' },
    { name: 'the platform', token: platformKey, permissions: new Set(), is: 'platform' },
  ];
}, 120_000);
afterAll(() => api?.close());

const keyed = async (scopes: readonly Permission[]): Promise<Asker> => {
  await rescope(api, keyName, scopes);
  return { name: `a key with ${scopes.join(', ')}`, token: key.token, permissions: new Set(scopes), is: 'key' };
};
const target = () => ({ url: api.url, schema });
const operations = () => placesOf(schema).filter(isOperation).map(({ name }) => name);
const askField = async (scopes: readonly Permission[], { document, given }: FieldQuestion) =>
  send(api.url, (await keyed(scopes)).token, document, given);
const questionOf = (name: string) => fieldQuestion(schema, name, seedsOf(own, own.people.get('FINANCE')!));

describe('Who may', () => {
  it('is written down for every operation, every field loaded for itself, and every kind of node', () => {
    const fields = methods.filter(({ kind }) => kind === 'field').map(({ type, field }) => `${type}.${field}`);
    const nodes = schema.getPossibleTypes(schema.getType('Node') as never).filter(isObjectType).map(({ name }) => name);
    expect([...unlisted(operations(), allowedOperations), ...unlisted(fields, allowedFields), ...unlisted(nodes, allowedNodes)]).toEqual([]);
  });

  it('find things by node(id) is whom the table says, kind by kind', async () => {
    const wrong: string[] = [];
    for (const { name, token, permissions: may, is } of askers.filter((asker) => asker.is === 'person')) {
      for (const given of seedsOf(own, own.people.get(name.toUpperCase())!)['Query.node']!) {
        const { node } = (await send(api.url, token, 'query($id: ID!) { node(id: $id) { __typename } }', given)).body.data as { node: { __typename: string } | null };
        const kind = node?.__typename;
        const right = (prefix: string) => Object.entries(allowedNodes).find(([type]) => prefixes[type] === prefix)![1];
        if (Boolean(kind) !== may.has(right(String(given.id).slice(0, 3)))) wrong.push(`${String(given.id)} by ${name} (${is}): ${kind ?? 'null'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('see a field is whom the table says, with the permission of its parent and with its own', async () => {
    const wrong: string[] = [];
    for (const name of Object.keys(allowedFields)) wrong.push(...(await fieldMismatches(questionOf(name), askField)));
    expect(wrong).toEqual([]);
  });

  it('is let in as an API key with each scope alone: by its own operations and others by chance, all of them at night', async () => {
    const dice = chance('P9');
    const strange = (who: Who, scope: string) => who === scope || process.env.TEST_LENGTH === 'night' || dice.below(8) === 0;
    const wrong: string[] = [];
    for (const scope of permissions) {
      const some = Object.entries(allowedOperations).filter(([, who]) => strange(who, scope));
      wrong.push(...(await mismatches(target(), [await keyed([scope])], Object.fromEntries(some))));
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is let in by an operation as an API key holds its own scope: all the others together open none', async () => {
    const wrong: string[] = [];
    for (const who of new Set(Object.values(allowedOperations))) {
      const ofIt = Object.fromEntries(Object.entries(allowedOperations).filter(([, other]) => other === who));
      wrong.push(...(await mismatches(target(), [await keyed(permissions.filter((scope) => scope !== who))], ofIt)));
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  // The last, for it ends every session.
  it('is let in by every operation, as each role, as nobody and as the platform', async () => {
    expect(await mismatches(target(), askers, allowedOperations)).toEqual([]);
  }, 60_000);
});

const prefixes: Readonly<Record<string, string>> = {
  Account: 'acc', Agreement: 'agr', Clock: 'clk', CompensationRequest: 'cpn', Complaint: 'cmp', Consumer: 'csm', File: 'fil', Fund: 'fnd', Member: 'mbr',
  Network: 'net', Pack: 'pck', Sanction: 'snc',
};

describe('The matrix', () => {
  /** Says something else of who may, on the method that runs, while the work runs. */
  async function saying<R>(name: string, other: unknown, work: () => Promise<R>): Promise<R> {
    const { method } = methods.find(({ type, field }) => `${type}.${field}` === name)!;
    const said: unknown = Reflect.getMetadata(allowKey, method);
    Reflect.defineMetadata(allowKey, other, method);
    try {
      return await work();
    } finally {
      Reflect.defineMetadata(allowKey, said, method);
    }
  }
  const only = (name: string) => ({ [name]: allowedOperations[name]! });

  it.each([
    ['an operation that anybody may call', 'Query.funds', { who: 'anyone' }, /Query\.funds by a key with network\.read: (let in|UNAUTHENTICATED), not FORBIDDEN/],
    ['an operation whose permission became a lesser one', 'Mutation.callFund', { who: 'permitted', permission: 'network.read' }, /Mutation\.callFund by a key with network\.read: let in/],
    ['a permission taken from who needs it', 'Query.network', { who: 'permitted', permission: 'audit.read' }, /Query\.network by a key with network\.read: FORBIDDEN, not let in/],
    ['the platform\'s operation opened to a key', 'Mutation.provisionNetwork', { who: 'permitted', permission: 'network.read' }, /Mutation\.provisionNetwork by a key with network\.read: let in, not FORBIDDEN/],
    ['an operation without a permission', 'Query.network', undefined, /Query\.network by a key with network\.read: FORBIDDEN/],
  ])('catches %s', async (_fault, name, allowance, reported) => {
    const asker = await keyed(['network.read']);
    const wrong = await saying(name, allowance, () => mismatches(target(), [asker], only(name)));
    expect(wrong).toEqual([expect.stringMatching(reported)]);
  });

  it('catches an operation that is nowhere in the table, and a line that is of no operation', () => {
    expect(unlisted([...operations(), 'Query.secrets'], allowedOperations)).toEqual([expect.stringMatching(/^Query\.secrets has no line/)]);
    expect(unlisted(operations().slice(1), allowedOperations)).toEqual([expect.stringMatching(/is nowhere$/)]);
  });

  it('catches a field that is shown to who may not see it, and one that is not shown to who may', async () => {
    const table = { ...allowedFields, 'Fund.calls': 'audit.read', 'Fund.member': 'parent' } as const;
    expect(await fieldMismatches(questionOf('Fund.calls'), askField, table)).toEqual([expect.stringMatching(/^Fund\.calls with fund\.read alone: shown, not FORBIDDEN/)]);
    expect(await fieldMismatches(questionOf('Fund.member'), askField, table)).toContainEqual(expect.stringMatching(/FORBIDDEN, not shown$/));
  });
});
