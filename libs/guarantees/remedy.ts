import { addDays, addMonths, type Day } from '@app/kernel';
import { amountsOf } from './amounts.js';
import { bestOf, conflictsOver } from './better-option.js';
import { chapterOf, isAbout, type Chapter, type CompiledRow } from './compile-pack.js';
import type { SoFar } from './conditions.js';
import type { Considered, Due, MissingFact, RemedyDecision, RemedyOption, RightGiven } from './decision.js';
import type { FactName, RemedyFacts } from './facts.js';
import type { Deadline, Gives, GuaranteePack } from './policy.js';
import type { Failed } from './verdict.js';
import { remedies, type Remedy } from './vocabulary.js';

const nothing: readonly never[] = [];

/** What two sides agree on, and what the consumer pays, is no guarantee. */
const covers = (remedy: Remedy): boolean => remedy !== 'agreement' && remedy !== 'paid_repair';

interface Denied {
  readonly rule: string;
  readonly pack: string;
  readonly remedy: Remedy;
}

/** What is gathered while the packs are read, one row after the other. */
class Reading implements SoFar {
  readonly options: RemedyOption[] = [];
  readonly rights: RightGiven[] = [];
  readonly considered: Considered[] = [];
  readonly denied: Denied[] = [];
  readonly given = new Set<string>();
  readonly waiting = new Map<string, readonly FactName[]>();
  packGave = false;
  packWaits: readonly FactName[] = [];
  ruledElsewhere = false;
  /** Whether a remedy, and not a right alone, waits for facts. */
  remedyWaits = false;
  private withheld = new Map<Remedy, FactName[]>();

  constructor(private readonly facts: RemedyFacts) {}

  read(chapter: Chapter, ruledElsewhere: boolean): void {
    this.packGave = false;
    this.packWaits = [];
    this.ruledElsewhere = ruledElsewhere;
    this.withheld = new Map();
    for (const row of chapter.denials) this.deny(row, chapter);
    for (const row of chapter.grants) this.grant(row, chapter);
  }

  private deny({ row, check, save }: CompiledRow, { pack }: Chapter): void {
    const verdict = check(this.facts, this);
    if (verdict.is === 'failed') return this.passOver(row.id, pack.code, verdict.failed);
    const saved = save?.(this.facts, this);
    if (saved?.is === 'held') return this.passOver(row.id, pack.code, { condition: 'save', wanted: 'not so', found: 'so' });
    const missing = [...(verdict.is === 'unknown' ? verdict.missing : []), ...(saved?.is === 'unknown' ? saved.missing : [])];
    for (const remedy of row.denies!) {
      if (missing.length === 0) this.denied.push({ rule: row.id, pack: pack.code, remedy });
      else this.withheld.set(remedy, [...(this.withheld.get(remedy) ?? []), ...missing]);
    }
    if (missing.length > 0) this.wait(row.id, missing);
    else this.packGave = true;
  }

  private grant({ row, check }: CompiledRow, chapter: Chapter): void {
    const { pack } = chapter;
    const verdict = check(this.facts, this);
    if (verdict.is === 'failed') return this.passOver(row.id, pack.code, verdict.failed);
    if (verdict.is === 'unknown') {
      this.remedyWaits ||= row.gives!.some((gives) => gives.remedy && covers(gives.remedy));
      return this.wait(row.id, verdict.missing);
    }
    for (const gives of row.gives ?? []) this.give(row.id, gives, chapter);
  }

  private give(rule: string, gives: Gives, { pack, rates }: Chapter): void {
    // Written out, field by field: this is where a decision spends its time.
    const { right, remedy, bearer = null, terms = nothing, charges = nothing } = gives;
    const within = gives.within ? dueOf(gives.within, this.facts) : null;
    if (right) return void this.rights.push({ right, rules: [rule], pack: pack.code, packVersion: pack.version, within, bearer, terms });
    const denied = this.denied.length > 0 ? this.denied.find((one) => one.pack === pack.code && one.remedy === remedy) : undefined;
    if (denied) return this.passOver(rule, pack.code, { condition: 'denied', wanted: remedy!, found: denied.rule });
    const withheld = this.withheld.get(remedy!);
    this.remedyWaits ||= covers(remedy!) && withheld !== undefined;
    if (withheld) return this.wait(rule, withheld);
    const amounts = amountsOf(gives, rule, pack, rates, this.facts);
    this.remedyWaits ||= covers(remedy!) && 'missing' in amounts;
    if ('missing' in amounts) return this.wait(rule, amounts.missing);
    this.given.add(rule);
    this.packGave = true;
    const { fee, refund, lines } = amounts;
    this.options.push({ remedy: remedy!, rules: [rule], pack: pack.code, packVersion: pack.version, within, bearer, terms, fee, refund, charges, lines });
  }

  private passOver(rule: string, pack: string, { condition, wanted, found }: Failed): void {
    this.considered.push({ rule, pack, condition, wanted, found });
  }

  private wait(rule: string, missing: readonly FactName[]): void {
    const before = this.waiting.get(rule);
    this.waiting.set(rule, before ? [...before, ...missing] : missing);
    this.packWaits = [...this.packWaits, ...missing];
  }
}

/** The day where the rule alone can tell it: working days need a calendar, hours a clock, a later start its event. */
function dueOf(within: Deadline, facts: RemedyFacts): Due {
  const { n, unit } = within;
  const start: Day | null = within.from === 'report' ? facts.reportedOn : within.from === 'acceptance' ? facts.acceptedOn : null;
  const { from } = within;
  if (start === null) return { n, unit, from, dueOn: null };
  if (unit === 'days') return { n, unit, from, dueOn: n === 0 ? start : addDays(start, n) };
  return { n, unit, from, dueOn: unit === 'months' ? addMonths(start, n) : unit === 'years' ? addMonths(start, n * 12) : null };
}

/**
 * What these packs give for these facts. Pure: the same facts and packs always come to the same decision, in the same
 * order. A pack that is added never takes from the consumer what another gives.
 */
export function remedyFor(packs: readonly GuaranteePack[], facts: RemedyFacts): RemedyDecision {
  const reading = new Reading(facts);
  const about = packs.filter((pack) => isAbout(pack, facts.goods));
  for (const pack of packs) reading.read(chapterOf(pack, facts.goods), about.some((other) => other !== pack));
  const byRemedy = grouped(reading.options);
  const options = byRemedy.map(bestOf);
  const missing = missingOf(reading.waiting);
  const granted = options.filter(({ remedy }) => covers(remedy));
  const covered = granted.length > 0 ? 'covered' : reading.remedyWaits ? 'undecided' : 'not_covered';
  return {
    covered, options, missing, rights: reading.rights, considered: reading.considered,
    because: [...new Set(covered === 'covered' ? granted.flatMap(({ rules }) => rules) : reading.denied.map(({ rule }) => rule))],
    conflicts: options.flatMap((best, i) => conflictsOver(best, byRemedy[i]!, denialsOf(reading.denied, best.remedy))),
    packs: packs.map(({ code, version }) => ({ code, version })),
  };
}

/** In the order of the vocabulary. */
function grouped(options: readonly RemedyOption[]): RemedyOption[][] {
  const groups = new Map<Remedy, RemedyOption[]>();
  for (const option of options) {
    const group = groups.get(option.remedy);
    if (group) group.push(option);
    else groups.set(option.remedy, [option]);
  }
  return remedies.flatMap((remedy) => (groups.has(remedy) ? [groups.get(remedy)!] : []));
}

const denialsOf = (denied: readonly Denied[], remedy: Remedy) =>
  denied.filter((one) => one.remedy === remedy).map(({ pack, rule }) => ({ pack, rules: [rule] }));

function missingOf(waiting: ReadonlyMap<string, readonly FactName[]>): MissingFact[] {
  const rulesOf = new Map<FactName, Set<string>>();
  for (const [rule, facts] of waiting) for (const fact of facts) rulesOf.set(fact, (rulesOf.get(fact) ?? new Set()).add(rule));
  return [...rulesOf].map(([fact, rules]) => ({ fact, rules: [...rules] }));
}
