import type { Day } from '@app/kernel';
import { canonicalText, digestOf } from './canonical.js';
import { shippedId } from './shipped-id.js';

/** Where a figure comes from: read in an official text, in a secondary one only, our working value, or our own design. */
export const marks = ['S', '2', 'W', 'D'] as const;
export type Mark = (typeof marks)[number];

/** One line of a pack's rules. */
export interface PackRow {
  /** What it is known by when packs are compared, as a rule the rulebook's id; several rows may have the same. */
  readonly id: string;
  /** The text it was read in, as people cite it: `S2 ㈤`, `1995 Provisions art. 11`. */
  readonly source: string;
  readonly mark: Mark;
}

/** What is wrong with rules, and where: `path` such as `goods.3.packs`, and the id of the row where it has one. */
export interface RuleProblem {
  readonly path: string;
  readonly row: string | null;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Rules as their room knows them, or everything that is wrong with them. */
export type Parsed<Rules> = { readonly rules: Rules; readonly problems?: undefined } | { readonly rules?: undefined; readonly problems: readonly RuleProblem[] };

/** A version of rules that comes with the program; once released it is never changed, a change is the next version. */
export interface ShippedPack<Rules extends object> {
  readonly code: string;
  readonly version: number;
  /** From when it is in force in networks that have no version of their own. */
  readonly effectiveFrom: Day;
  readonly zh: string;
  readonly en: string;
  readonly rules: Rules;
}

/** Another pack that rules name: it must exist when they are published. */
export interface PackReference {
  readonly kind: string;
  readonly code: string;
  readonly path: string;
  readonly row: string;
}

/**
 * A kind of pack, owned by the room that knows what its rules mean and registered by it at boot. Rules are an object of
 * lists of rows, and perhaps a few settings beside them. They travel as JSON: bigints as text, so Money is
 * `{minor: "21000", currency: "CNY"}`; a rate and a day are text already, and every number is whole.
 */
export interface PackKind<Rules extends object> {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  /** Reads JSON into rules; the same rules must come back of what they are written as. See `rulesReader`. */
  parse(rules: unknown): Parsed<Rules>;
  readonly shipped: readonly ShippedPack<Rules>[];
  refersTo?(rules: Rules): readonly PackReference[];
}

const kinds = new Map<string, PackKind<object>>();

/** Makes a kind known, once at boot; refuses to boot on shipped rules that are not as they should be. */
export function registerPackKind<Rules extends object>(kind: PackKind<Rules>): void {
  const known = kinds.get(kind.kind);
  if (known && known !== kind) throw new Error(`Two rooms register packs of the kind ${kind.kind}.`);
  const wrong = shippedProblems(kind);
  if (wrong.length > 0) throw new Error(`Shipped packs of the kind ${kind.kind}: ${wrong.join('; ')}`);
  kinds.set(kind.kind, kind);
}

export const packKinds = (): readonly PackKind<object>[] => [...kinds.values()];

export const packKind = (kind: string): PackKind<object> | null => kinds.get(kind) ?? null;

/** What keeps shipped packs of a kind from being served: rules that do not read back, versions that are out of order. */
export function shippedProblems<Rules extends object>({ kind, parse, shipped }: PackKind<Rules>): string[] {
  return shipped.flatMap((pack, i) => {
    const name = `${pack.code} ${pack.version}`;
    const before = shipped.slice(0, i).filter(({ code }) => code === pack.code).at(-1);
    const read = parse(JSON.parse(canonicalText(pack.rules)));
    return [
      ...(/^[a-z][a-z_]{0,39}$/.test(kind) && codeShape.test(pack.code) ? [] : [`${name} is no code`]),
      ...(!before || (before.version < pack.version && before.effectiveFrom < pack.effectiveFrom) ? [] : [`${name} comes before its forerunner`]),
      ...(read.problems ?? []).map(({ path, en }) => `${name} ${path}: ${en}`),
      ...(read.rules && digestOf(read.rules) !== digestOf(pack.rules) ? [`${name} reads back as something else`] : []),
    ];
  });
}

/** How a pack's code is spelled. */
export const codeShape = /^[a-z][a-z0-9-]{0,59}$/;

/** A shipped pack with the id and digest by which decisions name it. */
export interface ShippedHead {
  readonly id: string;
  readonly digest: string;
  readonly kind: string;
  readonly pack: ShippedPack<object>;
}

const heads = new WeakMap<ShippedPack<object>, ShippedHead>();

/** The shipped packs of a kind, or of all, each with its id. */
export function shippedHeads(kind: string | null = null): ShippedHead[] {
  return packKinds().filter((one) => kind === null || one.kind === kind).flatMap((one) => one.shipped.map((pack) => headOf(one.kind, pack)));
}

function headOf(kind: string, pack: ShippedPack<object>): ShippedHead {
  const known = heads.get(pack);
  if (known) return known;
  const head = { id: shippedId(kind, pack.code, pack.version), digest: digestOf(pack.rules), kind, pack };
  heads.set(pack, head);
  return head;
}
