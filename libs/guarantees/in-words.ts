import { formatAmount } from '@app/kernel';
import type { Due, RemedyDecision, RemedyOption, RightGiven } from './decision.js';

/** An option in one line, such as "refund 430.52, fee 27.48 (TG-A4 A)", for conflicts, logs and tables. */
export function optionInWords(option: RemedyOption): string {
  const { remedy, refund, fee, charges, rules } = option;
  const words = [
    refund ? `${remedy} ${formatAmount(refund)}` : remedy,
    ...(fee.minor > 0n ? [`fee ${formatAmount(fee)}`] : []),
    ...(charges.length > 0 ? [`paying ${charges.join(' and ')}`] : []),
    ...detailsInWords(option),
  ];
  return `${words.join(', ')} (${rules.join(', ')})`;
}

const rightInWords = (given: RightGiven): string => `${[given.right, ...detailsInWords(given)].join(', ')} (${given.rules.join(', ')})`;

const detailsInWords = ({ within, bearer, terms }: Pick<RemedyOption, 'within' | 'bearer' | 'terms'>): string[] => [
  ...(within ? [dueInWords(within)] : []),
  ...(bearer ? [`by ${bearer}`] : []),
  ...terms,
];

const dueInWords = ({ n, unit, from, dueOn }: Due): string => `in ${n} ${unit} of ${from}${dueOn ? ` by ${dueOn}` : ''}`;

/** The decision in lines that a person can read: what is given, or why nothing is, and what is asked for. */
export function inWords(decision: RemedyDecision): string[] {
  const { covered, because, options, rights, missing } = decision;
  return [
    ...options.map(optionInWords),
    ...rights.map(rightInWords),
    ...(covered === 'not_covered' ? [`not covered (${because.join(', ')})`] : []),
    ...missing.map(({ fact, rules }) => `${fact}? (${rules.join(', ')})`),
  ];
}
