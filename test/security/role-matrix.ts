import type { Permission } from '@app/access';
import { getNamedType, isLeafType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { allowedFields, allowedOperations, type Who } from './allowed.js';
import { atOnce, send, type Reply } from './sender.js';
import { documentOf, hollow, isOperation, placesOf, stepsTo, type Given, type Place } from './surface.js';

/** Whoever asks, with what the rulebook lets them do. */
export interface Asker {
  readonly name: string;
  readonly token: string;
  readonly permissions: ReadonlySet<string>;
  readonly is: 'person' | 'key' | 'nobody' | 'platform';
}

type Verdict = 'let in' | 'FORBIDDEN' | 'UNAUTHENTICATED';

/** What the rulebook says of one caller and one operation. */
export function expected(who: Who, { is, permissions }: Asker): Verdict {
  if (who === 'anyone') return 'let in';
  if (who === 'platform') return is === 'platform' ? 'let in' : is === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  // The platform's key is nobody's: it is good for the platform's own operations and for nothing else.
  if (is === 'nobody' || is === 'platform') return 'UNAUTHENTICATED';
  if (who === 'signed in') return is === 'person' ? 'let in' : 'FORBIDDEN';
  return permissions.has(who) ? 'let in' : 'FORBIDDEN';
}

/** Operations without a line in the table, and lines without an operation. */
export function unlisted(names: readonly string[], table: Readonly<Record<string, unknown>>): string[] {
  return [
    ...names.filter((name) => !Object.hasOwn(table, name)).map((name) => `${name} has no line in test/security/allowed.ts`),
    ...Object.keys(table).filter((name) => !names.includes(name)).map((name) => `${name} of test/security/allowed.ts is nowhere`),
  ];
}

interface Target {
  readonly url: string;
  readonly schema: GraphQLSchema;
}
export type Table = Readonly<Record<string, Who>>;

/** Every operation by every one of these, and where the API let in or kept out somebody whom the table does not. */
export async function mismatches(target: Target, askers: readonly Asker[], table: Table): Promise<string[]> {
  const places = placesOf(target.schema).filter((place) => isOperation(place) && Object.hasOwn(table, place.name));
  const calls = askers.flatMap((asker) => places.map((place) => ({ asker, place })));
  const run = ({ asker, place }: (typeof calls)[number]) => wrongOf(target, asker, place, table);
  // A mutation that takes nothing ends the session that it is called in, so it is the last.
  const ends = ({ place }: (typeof calls)[number]) => place.owner === 'Mutation' && place.field.args.length === 0;
  const during = await atOnce(calls.filter((call) => !ends(call)), run);
  return [...during, ...(await atOnce(calls.filter(ends), run))].flat();
}

async function wrongOf({ url, schema }: Target, asker: Asker, place: Place, table: Table): Promise<string[]> {
  const given = hollow(place.field.args);
  const verdict = verdictOf(await send(url, asker.token, documentOf(schema, place, given, 0), given));
  const right = expected(table[place.name]!, asker);
  return verdict === right ? [] : [`${place.name} by ${asker.name}: ${verdict}, not ${right}`];
}

function verdictOf(reply: Reply): string {
  const no = codesOf(reply).find((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED');
  return reply.status >= 500 ? String(reply.status) : (no ?? 'let in');
}

/** How one field is asked for: the document, what it needs, and what lets one as far as its parent. */
export interface FieldQuestion {
  readonly name: string;
  readonly parents: readonly Permission[];
  readonly document: string;
  readonly given: Given;
}

/** The shortest question for a field; of a payload, its own mutation with these inputs. */
export function fieldQuestion(schema: GraphQLSchema, name: string, seeds: Readonly<Record<string, readonly Given[]>>): FieldQuestion {
  const [owner, field] = name.split('.') as [string, string];
  const of = schema.getType(owner) as GraphQLObjectType;
  const asked = isLeafType(getNamedType(of.getFields()[field]!.type)) ? field : `${field} { __typename }`;
  const mutation = Object.values(schema.getMutationType()?.getFields() ?? {}).find(({ type }) => String(type).replaceAll('!', '') === owner);
  if (mutation) {
    const given = seeds[`Mutation.${mutation.name}`]![0]!;
    const document = `mutation($input: ${String(mutation.args[0]!.type)}) { ${mutation.name}(input: $input) { ${asked} } }`;
    return { name, parents: [allowedOperations[`Mutation.${mutation.name}`] as Permission], document, given };
  }
  const steps = stepsTo(schema, owner);
  const document = steps.reduceRight((text, step) => `${step.field} { ${text} }`, asked);
  const needed = steps.map((step) => `${step.type}.${step.field}`).map((one): string | undefined => allowedOperations[one] ?? allowedFields[one]);
  return { name, parents: needed.filter((one) => one && one !== 'parent') as Permission[], document: `{ ${document} }`, given: {} };
}

/** Asks for a field with just what shows its parent, then with its own permission besides. */
export async function fieldMismatches(
  question: FieldQuestion, ask: (scopes: readonly Permission[], question: FieldQuestion) => Promise<Reply>, table = allowedFields,
): Promise<string[]> {
  const { name, parents } = question;
  const allowed = table[name]!;
  const own = allowed === 'parent' || parents.includes(allowed) ? [] : [allowed];
  const without = codesOf(await ask(parents, question));
  const within = codesOf(await ask([...parents, ...own], question));
  const wanted = own.map(() => 'FORBIDDEN');
  return [
    ...(String(without) === String(wanted) ? [] : [`${name} with ${parents.join(', ')} alone: ${String(without) || 'shown'}, not ${String(wanted) || 'shown'}`]),
    ...(within.length === 0 ? [] : [`${name} with ${allowed}: ${String(within)}, not shown`]),
  ];
}

const codesOf = (reply: Reply): string[] => (reply.body.errors ?? []).map(({ extensions }) => extensions.code);
