import { isWithin, rate } from '@app/kernel';
import { field, rulesReader, type RuleProblem } from '@app/policies';
import type { Deadline, Fee, Gives, GuaranteeRules, Lengths, RepairCount, RepairTime, Row, When, Window } from './policy.js';
import {
  bearers, channels, charges, circumstances, defects, delays, flags, goodsCategories, parts, remedies, rights, starts, terms, units, type Flag,
} from './vocabulary.js';

const { factor, flag, listOf, object, oneOf, optional, orNull, setOf, such, text, whole, word } = field;
type RuleField<T> = field.RuleField<T>;

/** How deep alternatives may lie in one another. */
const mostNested = 3;

const n = whole(0, 1_000_000);
const some = <W extends string>(words: readonly W[]) => optional(wordsOf(words));
const wordsOf = <W extends string>(words: readonly W[]) => setOf(oneOf(...words), words.length, 1);
const list = <T>(of: RuleField<T>) => listOf(of, 500, 1);
/** Said or left out: to say that it is not so would be a second spelling. */
const said = optional(such(flag, (is) => is, 'FLAG', '应为 true 或省略', 'must be true, or left out') as RuleField<true>);
const amountText = word(/^(0|[1-9]\d{0,11})\.\d{2}$/, 'AMOUNT', '应为金额文本，如 "210.00"', 'must be an amount as text, such as "210.00"');
const share = such(factor, (one) => isWithin(one, rate('0'), rate('1')), 'RATE', '应在 0 与 1 之间', 'must lie between 0 and 1');
const province = word(/^CN-[A-Z]{2}$/, 'PROVINCE', '应为空或如 CN-ZJ', 'must be null or such as CN-ZJ');

const window = object<Window>({ n, unit: oneOf('days', 'months', 'years', 'km'), of: some(starts) });
const lengths = such(
  object<Lengths>({ days: optional(n), months: optional(n), years: optional(whole(0, 100)), km: optional(n) }),
  (lasts) => Object.keys(lasts).length > 0, 'EMPTY', '应写明期限', 'must state a length',
);

const whenOf = (nested: number): RuleField<When> => object<When>({
  defect: some(defects), quality: optional(flag), part: some(parts), inPeriod: optional(text(60)), outOfPeriod: optional(text(60)),
  within: optional(list(window)), past: optional(list(window)),
  repairs: optional(object<RepairCount>({ atLeast: whole(1, 1_000), same: optional(oneOf('fault', 'part', 'replaced_part')) })),
  inRepair: optional(object<RepairTime>({
    over: n, of: oneOf('one', 'all'), rounding: oneOf('calendar_days', 'started_24_hours'), lateBy: optional(oneOf(...delays)), notCounting: some(delays),
  })),
  hoursUnrepairedOver: optional(n), priceAtLeast: optional(amountText), soldBy: some(channels), circumstance: some(circumstances), noCircumstance: some(circumstances),
  is: optional(object<Partial<Record<Flag, boolean>>>(Object.fromEntries(flags.map((one) => [one, optional(flag)])) as Record<Flag, RuleField<boolean>>)),
  dueBy: optional(list(text(100))), otherwise: said, unruled: said,
  anyOf: optional(nested > 0 ? list(whenOf(nested - 1)) : such(list(() => ({})), () => false, 'DEPTH', '嵌套过深', 'is nested too deep')),
});
const when = whenOf(mostNested);

const by: RuleField<Fee['by']> = (value) => {
  const [of] = field.isObject(value) ? Object.keys(value) : [];
  if (of === 'table') return object<{ table: true }>({ table: said as RuleField<true> })(value);
  return of === 'daily' ? object<{ daily: string }>({ daily: share })(value) : object<{ makersRateAtMost: string }>({ makersRateAtMost: share })(value);
};
const fee = object<Fee>({ rule: text(100), by, from: some(starts), notCountingRepair: said, plusRefurbishing: said });
const deadline = object<Deadline>({
  n, unit: oneOf(...units.filter((unit) => unit !== 'km')),
  from: oneOf('report', 'goods_back', 'acceptance', 'signing', 'repair_done', 'warranty_end', 'each_time', 'arrival'),
});
const times = whole(1, 10);
const gives = such(
  object<Gives>({
    remedy: optional(oneOf(...remedies)), right: optional(oneOf(...rights)), fee: optional(fee), times: optional(times),
    more: optional(object<{ times: number; atLeast: string }>({ times, atLeast: amountText })),
    within: optional(deadline), bearer: optional(oneOf(...bearers)), terms: some(terms), charges: some(charges),
  }),
  ({ remedy, right }) => (remedy === undefined) !== (right === undefined), 'ONE_GIFT', '应给出一项补救或一项权利', 'must give one remedy or one right',
);

/** Reads JSON into the rules of a guarantee pack, or tells every row that is wrong and why. */
export const parseGuaranteePack = rulesReader<GuaranteeRules>({
  province: orNull(province), priceBasis: oneOf('invoice', 'paid'),
  goods: (value) => (value === 'all' ? value : wordsOf(goodsCategories)(value)),
  periods: {
    name: text(60), goods: some(goodsCategories), parts: some(parts), lasts: lengths, lastsForMembers: optional(lengths), from: wordsOf(starts),
    elseDaysFromMaking: optional(n), extendedByRepair: said, restartsOn: some(['exchange', 'part_repaired', 'part_replaced']),
    plus: optional(oneOf('turnoverMonths', 'contractMonths')), whenAtBrand: said,
  },
  rates: { goods: wordsOf(goodsCategories), daily: share },
  rows: { goods: some(goodsCategories), when, gives: optional(list(gives)), denies: some(remedies), save: optional(when) },
}, contradictions);

function contradictions(rules: GuaranteeRules): RuleProblem[] {
  if (rules.rows.length === 0) return [{ path: 'rows', row: null, code: 'LIST', zh: '应至少有一行', en: 'must have a row at least' }];
  return [...rules.rows.flatMap(givesAndDenies), ...strangePeriods(rules)];
}

const givesAndDenies = ({ id, gives: given, denies }: Row, i: number): RuleProblem[] =>
  (given === undefined) !== (denies === undefined) ? [] : [{ path: `rows.${i}`, row: id, code: 'GIVES_OR_DENIES', zh: '应给予或排除', en: 'must either give or deny' }];

/** A period that a row names and the pack does not have would leave its consumers asked for a parameter for ever. */
function strangePeriods({ periods, rows }: GuaranteeRules): RuleProblem[] {
  const known = new Set(periods.map(({ name }) => name));
  const named = ({ inPeriod, outOfPeriod, anyOf = [] }: When): string[] =>
    [...[inPeriod, outOfPeriod].filter((name) => name !== undefined), ...anyOf.flatMap(named)];
  return rows.flatMap(({ id, when: holds, save }, i) => [...named(holds), ...(save ? named(save) : [])].filter((name) => !known.has(name))
    .map((name) => ({ path: `rows.${i}.when`, row: id, code: 'NO_SUCH_PERIOD', zh: `没有名为 ${name} 的期限`, en: `names the period ${name}, which the pack does not have` })));
}
