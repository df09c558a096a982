import { addMonths, daysBetween, formatAmount, parseAmount } from '@app/kernel';
import type { FactName, RemedyFacts } from './facts.js';
import { inPeriod } from './period.js';
import type { PeriodRow, When, Window } from './policy.js';
import { repairsCounted, timeInRepair } from './repair-history.js';
import { startingDay } from './starting-day.js';
import { allOf, anyOf, failedBy, held, unknown, type Verdict } from './verdict.js';
import type { Flag } from './vocabulary.js';

/** What a condition may look at besides the facts: what was given so far, and by whom else the goods are ruled. */
export interface SoFar {
  /** Rules of any pack that gave something, and those that wait for facts. */
  readonly given: ReadonlySet<string>;
  readonly waiting: ReadonlyMap<string, readonly FactName[]>;
  /** Whether this pack gave something, and which facts it waits for. */
  readonly packGave: boolean;
  readonly packWaits: readonly FactName[];
  readonly ruledElsewhere: boolean;
}

export type Check = (facts: RemedyFacts, soFar: SoFar) => Verdict;

type Periods = readonly PeriodRow[];
type Word = keyof When;
type Reading<W extends Word> = (wanted: NonNullable<When[W]>, periods: Periods) => Check;

const oneOf = <F extends 'defect' | 'part' | 'soldBy'>(fact: F): ((wanted: readonly string[]) => Check) => (wanted) => {
  const said = wanted.join(', ');
  return (facts) => {
    const value = facts[fact];
    if (value === null) return unknown(fact);
    return wanted.includes(value) ? held : failedBy(fact, said, value);
  };
};

const periodChecks = new WeakMap<Periods, Map<string, Check>>();

/** One check for all rows that name a period: a decision asks for it many times, of the same facts. */
function periodCheck(name: string, periods: Periods): Check {
  let known = periodChecks.get(periods);
  if (!known) periodChecks.set(periods, (known = new Map()));
  const rows = periods.filter((row) => row.name === name);
  const check = known.get(name) ?? lastRemembered((facts) => inPeriod(rows, facts));
  known.set(name, check);
  return check;
}

function lastRemembered(decide: (facts: RemedyFacts) => Verdict): Check {
  let last: WeakRef<RemedyFacts> | null = null;
  let verdict: Verdict = held;
  return (facts) => {
    if (last?.deref() === facts) return verdict;
    verdict = decide(facts);
    last = new WeakRef(facts);
    return verdict;
  };
}

/** What each word of a condition asks; the vocabulary of packs is these words and no other. */
const words: { readonly [W in Word]-?: Reading<W> } = {
  defect: oneOf('defect'),
  part: oneOf('part'),
  soldBy: oneOf('soldBy'),
  quality: (wanted) => ({ defect }) => {
    if (defect === null) return unknown('defect');
    return (defect !== 'none' && defect !== 'displeases') === wanted ? held : failedBy('quality problem', String(wanted), defect);
  },
  inPeriod: (name, periods) => periodCheck(name, periods),
  outOfPeriod: (name, periods) => {
    const runs = periodCheck(name, periods);
    return (facts, soFar) => {
      const verdict = runs(facts, soFar);
      if (verdict.is === 'held') return failedBy('out of period', name, 'in period');
      return verdict.is === 'failed' ? held : verdict;
    };
  },
  within: (windows) => (facts) => allOf(windows.map((window) => inWindow(window, facts))),
  past: (windows) => (facts) => allOf(windows.map((window) => {
    const verdict = inWindow(window, facts);
    if (verdict.is === 'held') return failedBy('past', `${window.n} ${window.unit}`, 'not yet');
    return verdict.is === 'failed' ? held : verdict;
  })),
  repairs: (wanted) => (facts) => repairsCounted(wanted, facts),
  inRepair: (wanted) => (facts) => timeInRepair(wanted, facts),
  hoursUnrepairedOver: (most) => ({ hoursUnrepaired }) => {
    if (hoursUnrepaired === null) return unknown('hoursUnrepaired');
    return hoursUnrepaired > most ? held : failedBy('hours unrepaired', `over ${most}`, String(hoursUnrepaired));
  },
  priceAtLeast: (text) => {
    const least = parseAmount(text, 'CNY');
    return ({ price }) => (price.minor >= least.minor ? held : failedBy('price', `at least ${text}`, formatAmount(price)));
  },
  circumstance: (wanted) => ({ circumstances }) => {
    if (circumstances === null) return unknown('circumstances');
    return circumstances.some((one) => wanted.includes(one)) ? held : failedBy('circumstances', wanted.join(', '), circumstances.join(', ') || 'none');
  },
  is: (wanted) => {
    const flags = Object.entries(wanted) as [Flag, boolean][];
    return (facts) => allOf(flags.map(([flag, value]) => {
      const known = facts[flag];
      return known === null ? unknown(flag) : known === value ? held : failedBy(flag, String(value), String(known));
    }));
  },
  noCircumstance: (unwanted) => ({ circumstances }) => {
    if (circumstances === null) return unknown('circumstances');
    const found = circumstances.filter((one) => unwanted.includes(one));
    return found.length === 0 ? held : failedBy('circumstances', `none of ${unwanted.join(', ')}`, found.join(', '));
  },
  dueBy: (rules) => (_facts, { given, waiting }) => {
    if (rules.some((rule) => given.has(rule))) return held;
    const missing = rules.flatMap((rule) => waiting.get(rule) ?? []);
    return missing.length > 0 ? unknown(...missing) : failedBy('due', rules.join(', '), 'by none');
  },
  otherwise: () => (_facts, { packGave, packWaits }) =>
    packGave ? failedBy('otherwise', 'no other rule', 'another rule gives') : packWaits.length > 0 ? unknown(...packWaits) : held,
  unruled: () => (_facts, { ruledElsewhere }) => (ruledElsewhere ? failedBy('unruled', 'no other pack', 'another pack rules these goods') : held),
  anyOf: (branches, periods) => {
    const checks = branches.map((branch) => compileWhen(branch, periods));
    return (facts, soFar) => anyOf(checks.map((check) => check(facts, soFar)));
  },
};

export const conditionWords: readonly string[] = Object.keys(words);

function inWindow({ n, unit, of = ['sale'] }: Window, facts: RemedyFacts): Verdict {
  if (unit === 'km') return facts.km === null ? unknown('km') : facts.km <= n ? held : failedBy('within', `${n} km`, `${facts.km} km`);
  const start = startingDay(of, facts);
  if ('missing' in start) return unknown(start.missing);
  const elapsed = daysBetween(start.day, facts.reportedOn);
  const inTime = unit === 'days' ? elapsed <= n : facts.reportedOn <= addMonths(start.day, unit === 'months' ? n : n * 12);
  return inTime ? held : failedBy('within', `${n} ${unit}`, `day ${elapsed}`);
}

/** All named conditions as one check, made once. */
export function compileWhen(when: When, periods: Periods): Check {
  const checks = (Object.keys(when) as Word[]).map((word) => (words[word] as Reading<Word>)(when[word]!, periods));
  const [only] = checks;
  if (checks.length === 1) return only!;
  return (facts, soFar) => {
    let missing: FactName[] | null = null;
    for (const check of checks) {
      const verdict = check(facts, soFar);
      if (verdict.is === 'failed') return verdict;
      if (verdict.is === 'unknown') (missing ??= []).push(...verdict.missing);
    }
    return missing ? { is: 'unknown', missing } : held;
  };
}
