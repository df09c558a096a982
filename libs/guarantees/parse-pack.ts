import { problem, amountText, dailyRate, fields, flag, isObject, listOf, oneOf, onlyTrue, province, setOf, text, whole, type RuleProblem, type Shape } from './shapes.js';
import type { GuaranteePack } from './policy.js';
import {
  bearers, channels, charges, circumstances, defects, delays, flags, goodsCategories, parts, remedies, rights, starts, terms, units,
} from './vocabulary.js';

/** A pack without its name and number: what is published, adopted and changed. */
export type GuaranteeRules = Pick<GuaranteePack, 'province' | 'priceBasis' | 'goods' | 'periods' | 'rates' | 'rows'>;

export type ParsedRules = { readonly rules: GuaranteeRules; readonly problems?: undefined } | { readonly rules?: undefined; readonly problems: readonly RuleProblem[] };

const sourced = { id: text(100), source: text(200), mark: oneOf(['S', '2', 'W', 'D']) };
const n = whole(0, 1_000_000);
const goods = setOf(goodsCategories);
const from = setOf(starts);
const lengths = fields({ 'days?': n, 'months?': n, 'years?': whole(0, 100), 'km?': n }, (value, path, row) =>
  Object.keys(value as object).length > 0 ? [] : problem('EMPTY', '应写明期限', 'must state a length')(value, path, row));
const window = fields({ n, unit: oneOf(['days', 'months', 'years', 'km']), 'of?': from });

const when: Shape = (value, path, row) => fields({
  'defect?': setOf(defects), 'quality?': flag, 'part?': setOf(parts), 'inPeriod?': text(60), 'outOfPeriod?': text(60),
  'within?': listOf(window, 1), 'past?': listOf(window, 1),
  'repairs?': fields({ atLeast: whole(1, 1_000), 'same?': oneOf(['fault', 'part', 'replaced_part']) }),
  'inRepair?': fields({
    over: n, of: oneOf(['one', 'all']), rounding: oneOf(['calendar_days', 'started_24_hours']), 'lateBy?': oneOf(delays), 'notCounting?': setOf(delays),
  }),
  'hoursUnrepairedOver?': n, 'priceAtLeast?': amountText, 'soldBy?': setOf(channels), 'circumstance?': setOf(circumstances), 'noCircumstance?': setOf(circumstances),
  'is?': fields(Object.fromEntries(flags.map((one) => [`${one}?`, flag]))), 'dueBy?': listOf(text(100), 1), 'otherwise?': onlyTrue, 'unruled?': onlyTrue,
  'anyOf?': listOf(when, 1),
})(value, path, row);

const by: Shape = (value, path, row) => {
  const word = isObject(value) ? Object.keys(value)[0] : undefined;
  if (word === 'table') return fields({ table: onlyTrue })(value, path, row);
  return fields(word === 'daily' ? { daily: dailyRate } : { makersRateAtMost: dailyRate })(value, path, row);
};
const fee = fields({ rule: text(100), by, 'from?': from, 'notCountingRepair?': onlyTrue, 'plusRefurbishing?': onlyTrue });
const deadline = fields({
  n, unit: oneOf(units.filter((unit) => unit !== 'km')),
  from: oneOf(['report', 'goods_back', 'acceptance', 'signing', 'repair_done', 'warranty_end', 'each_time', 'arrival']),
});
const gives = fields({
  'remedy?': oneOf(remedies), 'right?': oneOf(rights), 'fee?': fee, 'times?': whole(1, 10), 'more?': fields({ times: whole(1, 10), atLeast: amountText }),
  'within?': deadline, 'bearer?': oneOf(bearers), 'terms?': setOf(terms), 'charges?': setOf(charges),
}, (value, path, row) => ('remedy' in (value as object)) === ('right' in (value as object)) ? problem('ONE_GIFT', '应给出一项补救或一项权利', 'must give one remedy or one right')(value, path, row) : []);

const pack = fields({
  province, priceBasis: oneOf(['invoice', 'paid']), goods: (value, path, row) => (value === 'all' ? [] : goods(value, path, row)),
  periods: listOf(fields({
    ...sourced, name: text(60), 'goods?': goods, 'parts?': setOf(parts), lasts: lengths, 'lastsForMembers?': lengths, from, 'elseDaysFromMaking?': n,
    'extendedByRepair?': onlyTrue, 'restartsOn?': setOf(['exchange', 'part_repaired', 'part_replaced']), 'plus?': oneOf(['turnoverMonths', 'contractMonths']),
    'whenAtBrand?': onlyTrue,
  })),
  rates: listOf(fields({ ...sourced, goods, daily: dailyRate })),
  rows: listOf(fields({ ...sourced, 'goods?': goods, when, 'gives?': listOf(gives, 1), 'denies?': setOf(remedies), 'save?': when }, (value, path, row) =>
    ('gives' in (value as object)) === ('denies' in (value as object)) ? problem('GIVES_OR_DENIES', '应给予或排除', 'must either give or deny')(value, path, row) : []), 1),
}, (value) => strangePeriods(value as GuaranteeRules));

/** A period that a row names and the pack does not have would leave its consumers asked for a parameter for ever. */
function strangePeriods({ periods, rows }: GuaranteeRules): RuleProblem[] {
  const known = new Set(periods.map(({ name }) => name));
  const named = ({ inPeriod, outOfPeriod, anyOf = [] }: GuaranteeRules['rows'][number]['when']): string[] =>
    [...[inPeriod, outOfPeriod].filter((name) => name !== undefined), ...anyOf.flatMap(named)];
  return rows.flatMap((row, i) => [...named(row.when), ...(row.save ? named(row.save) : [])].filter((name) => !known.has(name))
    .flatMap((name) => problem('NO_SUCH_PERIOD', `没有名为 ${name} 的期限`, `names the period ${name}, which the pack does not have`)(row, `rows.${i}.when`, row.id)));
}

/** Reads JSON into the rules of a guarantee pack, or tells every row that is wrong and why. */
export function parseGuaranteePack(given: unknown): ParsedRules {
  const problems = pack(given, '', null);
  return problems.length > 0 ? { problems } : { rules: given as GuaranteeRules };
}

/** The part of a shipped pack that is its rules. */
export const rulesOf = ({ province: where, priceBasis, goods: about, periods, rates, rows }: GuaranteePack): GuaranteeRules =>
  ({ province: where, priceBasis, goods: about, periods, rates, rows });
