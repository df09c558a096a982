import type { Conflict, Due, RemedyOption, Side } from './decision.js';
import { optionInWords } from './in-words.js';

const hoursIn = { minutes: 1 / 60, hours: 1, days: 24, working_days: 34, months: 720, years: 8760 } as const;

/** A deadline as hours, to tell which of two is sooner; to have one is better than to have none. */
const hoursOf = (due: Due | null): number => (due === null ? Infinity : due.n * hoursIn[due.unit]);

/** Above zero where the first is better for the consumer: more money, then fewer charges, then sooner. */
export function betterBy(a: RemedyOption, b: RemedyOption): number {
  const [worthA, worthB] = [worth(a), worth(b)];
  if (worthA !== worthB) return worthA > worthB ? 1 : -1;
  if (a.charges.length !== b.charges.length) return b.charges.length - a.charges.length;
  const [soonA, soonB] = [hoursOf(a.within), hoursOf(b.within)];
  return soonA === soonB ? 0 : soonB - soonA;
}

const worth = ({ refund, fee }: RemedyOption): bigint => (refund ? refund.minor : -fee.minor);

/** Of what several rules give of one remedy the best; those that give no less stand beside it. */
export function bestOf(options: readonly RemedyOption[]): RemedyOption {
  if (options.length === 1) return options[0]!;
  const best = options.reduce((a, b) => (betterBy(b, a) > 0 ? b : a));
  const equal = options.filter((one) => one.pack === best.pack && betterBy(one, best) === 0);
  return equal.length === 1 ? best : {
    ...best, rules: [...new Set(equal.flatMap((one) => one.rules))], terms: [...new Set(equal.flatMap((one) => one.terms))],
  };
}

/** Where packs differ over the remedy: each other pack's best beside the one that holds. */
export function conflictsOver(best: RemedyOption, options: readonly RemedyOption[], denials: readonly Omit<Side, 'says'>[]): Conflict[] {
  const better: Side = { pack: best.pack, rules: best.rules, says: optionInWords(best) };
  if (denials.length === 0 && options.every((one) => one.pack === best.pack)) return [];
  const others = [...new Set(options.map((one) => one.pack))].filter((pack) => pack !== best.pack)
    .map((pack) => bestOf(options.filter((one) => one.pack === pack)))
    .filter((one) => betterBy(best, one) > 0)
    .map((one): Side => ({ pack: one.pack, rules: one.rules, says: optionInWords(one) }));
  const denied = denials.filter(({ pack }) => pack !== best.pack).map((one): Side => ({ ...one, says: `no ${best.remedy}` }));
  return [...others, ...denied].map((other) => ({ remedy: best.remedy, better, other }));
}
