import type { NetworkTx } from '@app/database';
import type { Day } from '@app/kernel';
import { canonicalText } from './canonical.js';
import { packKind, type PackReference, type RuleProblem } from './pack-kind.js';
import { headsInForce } from './pack-in-force.js';
import { refuse } from './refusals.js';

const mostCharacters = 150_000;
const mostTold = 50;

/** Rules as their kind reads them; refuses them with every fault, by row, and where they are too long to be looked through. */
export function readRules(kind: string, given: unknown): object {
  // Measured before it is looked through; what has a fraction is told by row, so this measure must not mind it.
  if (JSON.stringify(given).length > mostCharacters) throw refuse('RULES_TOO_LARGE', { most: mostCharacters }, 'rules');
  const { rules, problems } = packKind(kind)!.parse(given);
  if (!rules) throw invalid(problems);
  // All that a parser lets through must have one text, or it would have no digest.
  canonicalText(rules);
  return rules;
}

/** The same, and the packs that they name exist on the day they are to start. */
export async function validRules(tx: NetworkTx, { kind, rules: given, effectiveFrom }: { kind: string; rules: unknown; effectiveFrom: Day }): Promise<object> {
  const rules = readRules(kind, given);
  const named = packKind(kind)!.refersTo?.(rules) ?? [];
  const problems: RuleProblem[] = [];
  for (const of of new Set(named.map((one) => one.kind))) {
    // A kind that no room of this program has cannot be looked into.
    if (!packKind(of)) continue;
    const known = new Set((await headsInForce(tx, { kind: of, on: effectiveFrom })).map(({ code }) => code));
    problems.push(...named.filter((one) => one.kind === of && !known.has(one.code)).map(missing));
  }
  if (problems.length > 0) throw invalid(problems);
  return rules;
}

const missing = ({ code, path, row }: PackReference): RuleProblem =>
  ({ path, row, code: 'UNKNOWN_PACK', zh: `没有生效的规则包 ${code}`, en: `names ${code}, of which no version is in force then` });

function invalid(problems: readonly RuleProblem[]) {
  const { path, zh, en } = problems[0]!;
  const told = problems.slice(0, mostTold).map((problem) => ({ ...problem }));
  return refuse('RULES_INVALID', { count: problems.length, path, zh, en, problems: told }, path === '' ? 'rules' : `rules.${path}`);
}
