import { compileWhen, type Check } from './conditions.js';
import type { GuaranteePack, PeriodRow, RateRow, Row } from './policy.js';
import type { Category } from './vocabulary.js';

export interface CompiledRow {
  readonly row: Row;
  readonly check: Check;
  readonly save: Check | null;
}

/** What a pack says of one category, ready to be asked. */
export interface Chapter {
  readonly pack: GuaranteePack;
  readonly denials: readonly CompiledRow[];
  readonly grants: readonly CompiledRow[];
  readonly periods: readonly PeriodRow[];
  readonly rates: readonly RateRow[];
  /** Whether these goods are what the pack is about; one that is about all goods is about none in particular. */
  readonly isAbout: boolean;
}

const chapters = new WeakMap<GuaranteePack, Map<Category, Chapter>>();

/** The pack's chapter on a category, compiled when it is first asked for; a pack is never edited. */
export function chapterOf(pack: GuaranteePack, goods: Category): Chapter {
  let known = chapters.get(pack);
  if (!known) chapters.set(pack, (known = new Map()));
  let chapter = known.get(goods);
  if (!chapter) known.set(goods, (chapter = compile(pack, goods)));
  return chapter;
}

function compile(pack: GuaranteePack, goods: Category): Chapter {
  const spoken = pack.goods === 'all' || pack.goods.includes(goods);
  const about = <R extends { readonly goods?: readonly Category[] }>(rows: readonly R[]): R[] =>
    spoken ? rows.filter((row) => !row.goods || row.goods.includes(goods)) : [];
  const periods: PeriodRow[] = about(pack.periods);
  const compiled = about(pack.rows).map((row): CompiledRow => ({
    row, check: compileWhen(row.when, periods), save: row.save ? compileWhen(row.save, periods) : null,
  }));
  const grants = compiled.filter(({ row }) => !row.denies);
  return { pack, periods, rates: about(pack.rates), denials: compiled.filter(({ row }) => row.denies), grants, isAbout: pack.goods !== 'all' && grants.length > 0 };
}

/** The ids of all that the pack says of these goods, in its order: lengths, rates, exclusions, grants. */
export function rulesAbout(pack: GuaranteePack, goods: Category): string[] {
  const { periods, rates, denials, grants } = chapterOf(pack, goods);
  return [...periods, ...rates, ...denials.map(({ row }) => row), ...grants.map(({ row }) => row)].map(({ id }) => id);
}
