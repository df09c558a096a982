import { caseChecks } from './books/case-checks.js';
import { callHistory, fundChecks } from './books/fund-checks.js';
import { ledgerChecks, type Check } from './books/ledger-checks.js';
import { recordChecks } from './books/record-checks.js';

type Row = Readonly<Record<string, unknown>>;

/** Runs SQL as somebody whom row security does not bind. */
export type AsAdmin = (sql: string) => Promise<readonly Row[]>;

const checks: readonly Check[] = [...ledgerChecks, ...fundChecks, ...caseChecks, ...recordChecks];
const callsAreMet = 'each call is met as the receipts after it came, oldest due first';

/** All that the audit looks at, in words; each has a planted fault in the audit's own spec. */
export const promises: readonly string[] = [...checks.map((check) => check.promises), callsAreMet];

/** Recomputes the ledger alone, for books that are told by its steps without the rooms above it. */
export const auditLedger = (asAdmin: AsAdmin): Promise<string[]> => broken(ledgerChecks, asAdmin);

/** Recomputes everything in the books, of all networks, from their raw rows; answers what does not agree, one line each. */
export async function auditBooks(asAdmin: AsAdmin): Promise<string[]> {
  const met = metOtherwise(await asAdmin(callHistory)).map((id) => `${callsAreMet}: ${id}`);
  return [...(await broken(checks, asAdmin)), ...met];
}

async function broken(of: readonly Check[], asAdmin: AsAdmin): Promise<string[]> {
  const found: string[] = [];
  for (const { promises: promised, sql } of of) {
    found.push(...(await asAdmin(sql)).map((row) => `${promised}: ${JSON.stringify(row)}`));
  }
  return found;
}

interface OpenCall {
  readonly id: string;
  readonly dueOn: string;
  readonly amount: bigint;
  met: bigint;
}

/** Puts every receipt against the calls that were open when it came, and answers those that the rows have met otherwise. */
function metOtherwise(history: readonly Row[]): string[] {
  const wrong: string[] = [];
  for (const fundId of new Set(history.map((row) => row.fund_id))) {
    const events = history.filter((row) => row.fund_id === fundId);
    const calls: OpenCall[] = [];
    for (const { id, what, amount, due_on: dueOn } of events) {
      if (what === 'call') calls.push({ id: String(id), dueOn: String(dueOn), amount: BigInt(String(amount)), met: 0n });
      else meet(calls, BigInt(String(amount)));
    }
    const stored = new Map(events.map((event) => [event.id, BigInt(String(event.met))]));
    wrong.push(...calls.filter((call) => stored.get(call.id) !== call.met).map((call) => `${call.id}: ${stored.get(call.id)}, not ${call.met}`));
  }
  return wrong;
}

function meet(calls: readonly OpenCall[], amount: bigint): void {
  let left = amount;
  for (const call of [...calls].sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))) {
    const minor = call.amount - call.met < left ? call.amount - call.met : left;
    call.met += minor;
    left -= minor;
  }
}
