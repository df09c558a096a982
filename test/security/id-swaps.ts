import { newId, parseId, showId } from '@app/kernel';
import type { GraphQLSchema } from 'graphql';
import { expected, type Table } from './role-matrix.js';
import type { NetworkStory, Person } from './neighbours.js';
import { atOnce, codesOf, send, type Reply } from './sender.js';
import { at, documentOf, idSlotsOf, isOperation, withAt, type Given, type Path, type Place } from './surface.js';

type Seeds = (story: NetworkStory, person: Person) => Readonly<Record<string, readonly Given[]>>;

/** What the swapping of ids is done with. */
export interface Swapping {
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly own: NetworkStory;
  readonly foreign: NetworkStory;
  readonly seeds: Seeds;
  readonly allowed: Table;
}

/** Id arguments that no seed fills: whoever adds one says how it is called rightly. */
export function unseeded(places: readonly Place[], seeds: Readonly<Record<string, readonly Given[]>>): string[] {
  return places.flatMap((place) => {
    if (isOperation(place) && !seeds[place.name]) return [`${place.name} has no line in test/security/seeds.ts`];
    return idSlotsOf(place).filter(({ path }) => !(seeds[place.name] ?? []).some((given) => typeof at(given, path) === 'string'))
      .map(({ path }) => `${place.name}: no seed of test/security/seeds.ts fills ${path.join('.')}`);
  });
}

/** How much of an answer is compared. */
const depth = 2;

/** One id of one call by one caller. */
interface Swap {
  readonly place: Place;
  readonly person: Person;
  readonly given: Given;
  readonly path: Path;
  /** Ids of the same kind that are not this caller's to see. */
  readonly others: readonly string[];
}

export interface Swapped {
  readonly problems: string[];
  /** The answers to the calls with own ids, to be searched for what is not theirs. */
  readonly answers: readonly { readonly person: Person; readonly text: string }[];
}

/** Every id of these places by everybody who may call them, swapped for ids of another network, of another member, and of nothing. */
export async function swapIds(on: Swapping, places: readonly Place[]): Promise<Swapped> {
  const swaps = places.flatMap((place) => callersOf(on, place).flatMap((person) => swapsOf(on, place, person)));
  // A query that is compiled writes the parts of an answer in another order than on its first use.
  const documents = new Map(swaps.map(({ place, given }) => [documentOf(on.schema, place, given, depth), given]));
  for (const [document, given] of documents) for (let i = 0; i < 2; i++) await send(on.url, '', document, given);
  const foreign = await atOnce(swaps, (swap) => foreignProblems(on, swap));
  const own = await atOnce(swaps.map((swap, i) => ({ swap, missing: foreign[i]!.missing })), ({ swap, missing }) => ownProblems(on, swap, missing));
  const felt = new Set(own.filter((one) => one.felt).map((one) => one.slot));
  const unfelt = new Set(own.map((one) => one.slot).filter((slot) => !felt.has(slot)));
  return {
    problems: [
      ...foreign.flatMap((one) => one.problems), ...own.flatMap((one) => one.problems),
      ...[...unfelt].map((slot) => `${slot}: its own id answers no better than a missing one to anybody`),
    ],
    answers: own,
  };
}

/** A field of a type is asked for by who may call the operation that leads to it; whoever may not gets the same no. */
function callersOf({ own, allowed }: Swapping, place: Place): Person[] {
  const everybody = [...own.people.values()].filter(({ name }) => name !== 'rival' && name !== 'colleague');
  const who = allowed[place.name];
  if (!isOperation(place) || who === undefined) return everybody;
  if (who === 'anyone' || who === 'platform') return [{ ...own.people.get('colleague')!, token: '', name: 'nobody' }];
  return everybody.filter((person) => expected(who, { ...person, is: person.isKey ? 'key' : 'person' }) === 'let in');
}

function swapsOf({ own, foreign, seeds }: Swapping, place: Place, person: Person): Swap[] {
  const stranger = foreign.people.get(person.name) ?? foreign.people.get('OPERATOR_ADMINISTRATOR')!;
  const beside = person.memberId ? own.people.get(person.name === 'SHOP' ? 'rival' : 'SHOP')! : own.people.get('rival')!;
  const lines = (story: NetworkStory, of: Person) => seeds(story, of)[place.name] ?? [];
  return lines(own, person).flatMap((given) => idSlotsOf(place).flatMap(({ path }): Swap[] => {
    const id = at(given, path);
    const kind = typeof id === 'string' ? parseId(id)?.kind : undefined;
    if (!kind) return [];
    const among = (all: readonly Given[]) => all.map((one) => at(one, path)).filter((one): one is string => typeof one === 'string' && parseId(one)?.kind === kind);
    // In the own network only what is another member's or another person's is not theirs, and the network itself is everybody's.
    const besides = (person.memberId && kind !== 'network') || kind === 'session' ? among(lines(own, beside)) : [];
    return [{ place, person, given, path, others: [...among(lines(foreign, stranger)), ...besides].filter((one) => one !== id && !isShared(one)) }];
  }));
}

/** What comes with the program is the same in every network, and nobody's: its ids begin with zeros. */
const isShared = (id: string): boolean => parseId(id)!.id.startsWith('00000000-');

const slotOf = ({ place, path }: Swap) => `${place.name} ${path.join('.')}`;
const plain = ({ status, text }: Reply) => `${status} ${text.replace(/"requestId":"[^"]*"/g, '"requestId":""')}`;

async function call({ url, schema }: Swapping, { place, person }: Swap, given: Given): Promise<Reply> {
  return send(url, person.token, documentOf(schema, place, given, depth), given);
}

/** The call in earnest, where the seed only tries it: what is refused then would otherwise have been done. */
function inEarnest(given: Given): Given {
  if (at(given, ['input', 'validateOnly']) !== true) return given;
  return withAt(withAt(given, ['input', 'validateOnly'], false), ['input', 'idempotencyKey'], newId());
}

async function foreignProblems(on: Swapping, swap: Swap): Promise<{ readonly missing: string; readonly problems: string[] }> {
  const { kind } = parseId(at(swap.given, swap.path) as string)!;
  const asked = async (id: string) => plain(await call(on, swap, inEarnest(withAt(swap.given, swap.path, id))));
  const missing = await asked(showId(kind, newId()));
  const problems = swap.others.length > 0 ? [] : [`${slotOf(swap)} by ${swap.person.name}: there is no foreign ${kind} to try it with`];
  for (const id of swap.others) {
    const answer = await asked(id);
    if (answer !== missing) problems.push(`${slotOf(swap)} by ${swap.person.name}: a foreign ${kind} answers ${answer.slice(0, 300)}, a missing one ${missing.slice(0, 300)}`);
  }
  return { missing, problems };
}

interface Felt {
  readonly slot: string;
  readonly person: Person;
  readonly text: string;
  /** The own id answered otherwise than a missing one. */
  readonly felt: boolean;
  readonly problems: string[];
}

const badly = ['NOT_FOUND', 'INVALID_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'INTERNAL'];

async function ownProblems(on: Swapping, swap: Swap, missing: string): Promise<Felt> {
  const { kind } = parseId(at(swap.given, swap.path) as string)!;
  const reply = await call(on, swap, swap.given);
  const slot = `${slotOf(swap)} of a ${kind}`;
  return {
    slot, person: swap.person, text: reply.text, felt: plain(reply) !== missing,
    problems: codesOf(reply).filter((code) => badly.includes(code)).map((code) => `${slot} by ${swap.person.name}: its own id answers ${code}: ${reply.text.slice(0, 400)}`),
  };
}
