import type { Day, Money } from '@app/kernel';
import type { FactName } from './facts.js';
import type { Deadline } from './policy.js';
import type { Bearer, Charge, Remedy, Right, Term } from './vocabulary.js';
import type { Failed } from './verdict.js';

/** One step of an amount: the rule that said it, what it came to, and how. */
export interface ExplainedLine {
  readonly rule: string;
  readonly amount: string;
  readonly formula: string;
}

/** A deadline by the rule; its day is null where only a calendar or a clock can tell it, or where its start is to come. */
export interface Due extends Deadline {
  readonly dueOn: Day | null;
}

interface Given {
  /** The rules that give the same. */
  readonly rules: readonly string[];
  readonly pack: string;
  readonly packVersion: number;
  readonly within: Due | null;
  readonly bearer: Bearer | null;
  readonly terms: readonly Term[];
}

/** A remedy that the consumer may choose. */
export interface RemedyOption extends Given {
  readonly remedy: Remedy;
  /** What the consumer pays, or what was kept of the refund. */
  readonly fee: Money;
  /** What the consumer gets back; null where it is no refund. */
  readonly refund: Money | null;
  readonly charges: readonly Charge[];
  readonly lines: readonly ExplainedLine[];
}

/** What follows beside the remedies. */
export interface RightGiven extends Given {
  readonly right: Right;
}

/** A row that was looked at and did not apply. */
export interface Considered extends Failed {
  readonly rule: string;
  readonly pack: string;
}

/** A fact that is not known, and the rules that wait for it. */
export interface MissingFact {
  readonly fact: FactName;
  readonly rules: readonly string[];
}

/** Two packs that differ over a remedy: the better one for the consumer holds. */
export interface Conflict {
  readonly remedy: Remedy;
  readonly better: Side;
  readonly other: Side;
}

export interface Side {
  readonly pack: string;
  readonly rules: readonly string[];
  readonly says: string;
}

export interface RemedyDecision {
  /** Undecided: nothing is given yet, and facts are asked for. */
  readonly covered: 'covered' | 'not_covered' | 'undecided';
  /** The rules that gave a remedy; where none did, those that took all away. */
  readonly because: readonly string[];
  readonly options: readonly RemedyOption[];
  readonly rights: readonly RightGiven[];
  readonly considered: readonly Considered[];
  readonly missing: readonly MissingFact[];
  readonly conflicts: readonly Conflict[];
}
