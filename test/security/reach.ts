import { showId } from '@app/kernel';
import { isRequiredArgument, type GraphQLSchema } from 'graphql';
import type { TestDatabase } from '../support/database.js';
import type { NetworkStory, Person } from './neighbours.js';
import { atOnce, send } from './sender.js';
import { documentOf, type Given, type Place } from './surface.js';

/** What must not stand in an answer: ids and words of somebody else. */
export interface Secrets {
  readonly of: string;
  readonly ids: ReadonlySet<string>;
  readonly words: readonly string[];
}

const depth = 7;

/** Everything that a person reaches by queries, as deep as types lead, every list to its end. */
export async function everythingOf(url: string, schema: GraphQLSchema, queries: readonly Place[], person: Person, seeds: Readonly<Record<string, readonly Given[]>>): Promise<string> {
  const texts = await atOnce(queries.flatMap((place) => callsOf(place, seeds).map((given) => ({ place, given }))), async ({ place, given }) => {
    let text = '';
    for (let after: string | null = null; ;) {
      const page: Given = after === null ? given : { ...given, after };
      const reply = await send(url, person.token, documentOf(schema, place, page, depth), page);
      text += reply.text;
      const { pageInfo } = ((reply.body.data ?? {})[place.field.name] ?? {}) as { pageInfo?: { hasNextPage: boolean; endCursor: string } };
      if (!pageInfo?.hasNextPage) return text;
      after = pageInfo.endCursor;
    }
  });
  return texts.join('\n');
}

/** Lists are asked for whole, without any of their filters; what takes an id, with each that is the caller's own. */
function callsOf({ name, field }: Place, seeds: Readonly<Record<string, readonly Given[]>>): readonly Given[] {
  if (field.args.some(isRequiredArgument)) return seeds[name]!;
  return [field.args.some(({ name: arg }) => arg === 'first') ? { first: 100 } : {}];
}

const shownIds = /\b[a-z]{3}_([0-9a-hjkmnp-tv-z]{26})\b/g;
const uuids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** What of these secrets stands in the text; cursors are opened first, for they hold ids. */
export function leaksIn(text: string, secrets: readonly Secrets[]): string[] {
  const cursors = [...text.matchAll(/ursor":"([\w-]+)"/g)].map(([, cursor]) => Buffer.from(cursor!, 'base64url').toString()).join('\n');
  const found = new Set([...[...text.matchAll(shownIds)].map(([, id]) => id!), ...[...`${cursors}${text}`.matchAll(uuids)].map(([id]) => written(id))]);
  const lower = text.toLowerCase();
  return secrets.flatMap(({ of, ids, words }) => [
    ...[...found].filter((id) => ids.has(id)).map((id) => `the id ${id} of ${of}`),
    ...words.filter((word) => lower.includes(word.toLowerCase())).map((word) => `"${word}" of ${of}`),
  ]);
}

/** An id without the prefix that says what it names. */
const written = (id: string): string => showId('network', id).slice(4);

/** Every id that stands anywhere in a network's rows, and the words that all its texts carry. */
export async function secretsOf(test: TestDatabase, { mark, networkId, mall }: NetworkStory): Promise<Secrets> {
  const uuid = await uuidOf(test, `${mark} Plaza`);
  const ids = new Set<string>([written(uuid)]);
  for (const name of await tablesWith(test, 'network_id')) {
    const rows = await test.asAdmin(`SELECT t::text AS text FROM ${name} t WHERE network_id = $1`, [uuid]);
    for (const { text } of rows) for (const [id] of String(text).matchAll(uuids)) if (!/^0{8}-/.test(id)) ids.add(written(id));
  }
  return { of: mark, ids, words: [mark, `${networkId.slice(-8)}@mall.example`, mall.networkId] };
}

/** The ids of what belongs to one member of a network, and the mark that all its texts carry. */
export async function secretsOfMember(test: TestDatabase, mark: string): Promise<Secrets> {
  const [member] = await test.asAdmin('SELECT id, network_id FROM member WHERE name = $1', [`${mark} trading`]);
  const ids = new Set<string>([written(String(member!.id))]);
  const withIds = await tablesWith(test, 'id');
  for (const name of (await tablesWith(test, 'member_id')).filter((one) => withIds.includes(one))) {
    const rows = await test.asAdmin(`SELECT id FROM ${name} WHERE network_id = $1 AND member_id = $2`, [member!.network_id, member!.id]);
    for (const { id } of rows) ids.add(written(String(id)));
  }
  return { of: mark, ids, words: [mark] };
}

/** A digest of every table's rows of a network, so that a write from outside shows; a key's last use is written beside all calls, now and then. */
export async function booksOf(test: TestDatabase, mark: string): Promise<Record<string, string>> {
  const uuid = await uuidOf(test, `${mark} Plaza`);
  const each = (await tablesWith(test, 'network_id')).map((name) => `
    SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(row, ',' ORDER BY row)), '') AS digest
    FROM (SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM ${name} t WHERE network_id = $1) r`);
  const rows = await test.asAdmin(each.join(' UNION ALL '), [uuid]);
  return Object.fromEntries(rows.map(({ name, digest }) => [String(name), String(digest)]));
}

export const changesOf = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]).map((name) => `rows of ${name} were written`);

async function uuidOf(test: TestDatabase, name: string): Promise<string> {
  return String((await test.asAdmin('SELECT id FROM network WHERE name = $1', [name]))[0]!.id);
}

async function tablesWith(test: TestDatabase, column: string): Promise<string[]> {
  const rows = await test.asAdmin(
    `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = $1 ORDER BY 1`,
    [column]);
  return rows.map(({ relname }) => String(relname));
}
