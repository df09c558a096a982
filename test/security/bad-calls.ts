import { newId } from '@app/kernel';
import type { GraphQLSchema } from 'graphql';
import { platformKey, type TestApi } from '../api/support/door.js';
import type { Table } from './role-matrix.js';
import { password, type NetworkStory, type Person } from './neighbours.js';
import { seedsOf } from './seeds.js';
import { atOnce, codesOf, send, type Reply } from './sender.js';
import { at, documentOf, isOperation, slotsOf, withAt, type Given, type Place, type Slot } from './surface.js';

/** What the calls are made with. */
export interface Trying {
  readonly api: TestApi;
  readonly schema: GraphQLSchema;
  readonly story: NetworkStory;
  readonly allowed: Table;
  readonly seeds?: Readonly<Record<string, readonly Given[]>>;
  readonly valuesOf: (slot: Slot, place: Place) => readonly unknown[];
  /** Changes whenever something is written. */
  readonly digest: () => Promise<string>;
}

interface Call {
  readonly place: Place;
  readonly slot: Slot;
  readonly value: unknown;
  readonly given: Given;
  readonly token: string;
}

export interface Tried {
  readonly problems: string[];
  readonly calls: number;
  readonly refused: number;
}

/** Every input of these places with every bad value, one at a time, in calls that are right otherwise. */
export async function tryBadInput(on: Trying, places: readonly Place[]): Promise<Tried> {
  const tried: Tried[] = [];
  for (const place of places) tried.push(await tryPlace(on, place));
  return {
    problems: tried.flatMap(({ problems }) => problems),
    calls: tried.reduce((sum, { calls }) => sum + calls, 0), refused: tried.reduce((sum, { refused }) => sum + refused, 0),
  };
}

async function tryPlace(on: Trying, place: Place): Promise<Tried> {
  const person = callerOf(on, place);
  const base = (on.seeds ?? seedsOf(on.story, person))[place.name]?.[0] ?? {};
  const token = await tokenFor(on, place, person);
  const calls = slotsOf(place.field.args).flatMap((slot) =>
    on.valuesOf(slot, place).map((value): Call => ({ place, slot, value, token, given: withAt(base, slot.path, value) })));
  // Where nothing can be only tried, what is taken is written: there each refusal is looked at by itself.
  const writes = place.owner === 'Mutation' && at(base, ['input', 'validateOnly']) !== true;
  const logged = on.api.lines.length;
  const before = await on.digest();
  const outcomes = await atOnce(calls, (call) => (writes ? alone(on, call) : together(on, call)), writes ? 1 : 4);
  const after = writes ? before : await on.digest();
  const errors = on.api.lines.slice(logged).filter(({ level }) => (level as number) >= 50);
  return {
    problems: [
      ...outcomes.flatMap(({ problems }) => problems), ...errors.map((line) => `${place.name} left an error in the log: ${JSON.stringify(line).slice(0, 300)}`),
      ...(after === before ? [] : [`${place.name} wrote, though all was refused or only tried`]),
    ],
    calls: calls.length, refused: outcomes.filter(({ refused }) => refused).length,
  };
}

interface Outcome {
  readonly problems: readonly string[];
  readonly refused: boolean;
}

/** Tried first; what the trial refuses by the rules is refused in earnest too. */
async function together(on: Trying, call: Call): Promise<Outcome> {
  const tried = await ask(on, call, call.given);
  const refused = codesOf(tried).length > 0;
  const problems = problemsOf(call, tried);
  const trial = at(call.given, ['input', 'validateOnly']) === true && call.slot.path.at(-1) !== 'idempotencyKey';
  if (!refused || !trial || tried.body.errors?.length) return { problems, refused };
  const earnest = await ask(on, call, withAt(withAt(call.given, ['input', 'validateOnly'], false), ['input', 'idempotencyKey'], newId()));
  const done = codesOf(earnest).length === 0 ? [`${nameOf(call)}: refused when tried, done in earnest`] : [];
  return { problems: [...problems, ...problemsOf(call, earnest), ...done], refused };
}

async function alone(on: Trying, call: Call): Promise<Outcome> {
  const before = await on.digest();
  const reply = await ask(on, call, call.given);
  const refused = codesOf(reply).length > 0;
  const wrote = refused && (await on.digest()) !== before ? [`${nameOf(call)} wrote, though it was refused`] : [];
  return { problems: [...problemsOf(call, reply), ...wrote], refused };
}

const ask = ({ api, schema }: Trying, { place, token }: Call, given: Given): Promise<Reply> =>
  send(api.url, token, documentOf(schema, place, given, 0), given);

const faults = ['INTERNAL', 'UNAVAILABLE', 'TIMEOUT', 'OPERATION_OVER', 'UNAUTHENTICATED', 'FORBIDDEN'];

/** Whatever is answered has a code and a sentence, and is no fault of ours. */
function problemsOf(call: Call, { status, body, text }: Reply): string[] {
  const codes = [...(body.errors ?? []).map(({ extensions }) => extensions?.code), ...codesOf({ status, body, text })];
  const wrong = codes.filter((code) => typeof code !== 'string' || !/^[A-Z_]+$/.test(code) || faults.includes(code));
  const bare = (body.errors ?? []).some(({ message, extensions }) => !message || typeof extensions.requestId !== 'string');
  const silent = !body.data && codes.length === 0;
  return status < 500 && wrong.length === 0 && !bare && !silent ? [] : [`${nameOf(call)}: ${status} ${text.slice(0, 300)}`];
}

function nameOf({ place, slot, value }: Call): string {
  return `${place.name} ${slot.path.join('.')} = ${(JSON.stringify(value) ?? 'undefined').slice(0, 80)}`;
}

/** Of those who may, one of the operator's where there is one. */
function callerOf({ story, allowed }: Trying, place: Place): Person {
  const who = allowed[place.name];
  const everybody = [...story.people.values()].filter(({ isKey }) => !isKey).toSorted((a, b) => Number(a.memberId !== null) - Number(b.memberId !== null));
  // A password that was tried too often shuts its person out; nobody else is this one.
  if (who === 'anyone') return story.people.get('rival')!;
  if (who === undefined || !isOperation(place)) return story.people.get('FINANCE')!;
  return everybody.find(({ permissions }) => permissions.has(who)) ?? story.people.get('FINANCE')!;
}

async function tokenFor(on: Trying, place: Place, person: Person): Promise<string> {
  const who = on.allowed[place.name];
  return who === 'platform' ? platformKey : who === 'anyone' ? '' : freshToken(on, person);
}

const halfLifeMs = 300_000;
const renewed = new WeakMap<Person, { readonly token: string; readonly at: number }>();

/** At night the trying outlasts a token, which lives ten minutes. */
async function freshToken({ api, story }: Trying, person: Person): Promise<string> {
  const now = Date.now();
  const known = renewed.get(person) ?? { token: person.token, at: now };
  renewed.set(person, known);
  if (now - known.at < halfLifeMs) return known.token;
  const { body } = await send(api.url, '', 'mutation($i: LogInInput!) { logIn(input: $i) { accessToken } }', { i: { email: person.email, password, networkId: story.networkId } });
  const { accessToken } = body.data!.logIn as { accessToken: string };
  renewed.set(person, { token: accessToken, at: now });
  return accessToken;
}
