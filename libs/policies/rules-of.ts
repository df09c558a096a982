import type { Tx } from '@app/database';
import { digestOf } from './canonical.js';
import { packKind } from './pack-kind.js';
import type { Pack } from './pack.sql.js';
import { rulesByIds } from './pack.sql.js';
import { refuse } from './refusals.js';
import { shippedById } from './shipped-pack.js';

const mostKept = 500;
// By content, so that it can be of no wrong network: rules of one digest are the same rules wherever they are in force.
const read = new Map<string, object>();

/** The rules of packs, read by their kind's parser, in the order of the packs; each content is read once a process. */
export async function rulesOf(tx: Tx, packs: readonly Pick<Pack, 'id' | 'kind' | 'digest'>[]): Promise<(object | null)[]> {
  const missing = packs.filter((pack) => !shippedById(pack.id) && !read.has(keyOf(pack)));
  const rows = missing.length > 0 ? await tx.many(rulesByIds, { packIds: missing.map(({ id }) => id) }) : [];
  const fresh = new Map(rows.map((row) => [keyOf(row), parsed(row)]));
  const found = packs.map((pack) => shippedById(pack.id)?.pack.rules ?? read.get(keyOf(pack)) ?? fresh.get(keyOf(pack)) ?? null);
  for (const [key, rules] of fresh) keep(key, rules);
  return found;
}

const keyOf = ({ kind, digest }: { kind: string; digest: string }): string => `${kind} ${digest}`;

/**
 * Validated when it is loaded too: what is stored and what was approved must be the same. What an earlier program let
 * through and this one does not is nobody's fault; it is refused by name, so that its network puts another version forward.
 */
function parsed({ id, kind, code, version, digest, rules: stored }: Pick<Pack, 'id' | 'kind' | 'code' | 'version' | 'digest'> & { rules: unknown }): object {
  const { rules, problems } = packKind(kind)?.parse(stored) ?? {};
  if (!rules) {
    const { path, zh, en } = problems?.[0] ?? { path: kind, zh: '不是本程序的规则包类别', en: 'is no kind of this program' };
    throw refuse('PACK_UNREADABLE', { kind, code, version, path, zh, en });
  }
  if (digestOf(rules) !== digest) throw new Error(`The rules of the pack ${id} are not those of its digest.`);
  return frozen(rules);
}

function keep(key: string, rules: object): void {
  const oldest = read.size >= mostKept ? read.keys().next().value : undefined;
  if (oldest !== undefined) read.delete(oldest);
  read.set(key, rules);
}

/** All who decide by these rules share them. */
function frozen<T extends object>(value: T): T {
  for (const item of Object.values(value)) if (item && typeof item === 'object') frozen(item as object);
  return Object.freeze(value);
}
