import { parseAmount, parseId } from '@app/kernel';
import type { AsAdmin } from '../../support/audit-books.js';
import type { Told } from './clerk.js';

/** What clerks were told that was done, by the ids of the API; all of it must stand in the rows, and nothing else. */
export class Acknowledged {
  readonly receipts = new Map<string, string>();
  readonly reversed = new Set<string>();
  readonly complaints = new Set<string>();
  readonly requests = new Map<string, string>();
  readonly holds = new Map<string, string>();
  readonly draws = new Map<string, string>();
  readonly deductions = new Map<string, string>();
  readonly owed = new Map<string, string>();
  readonly collected = new Set<string>();
  /** Acts that were acknowledged, how many of them only on a later try, and how many of those had been done before it. */
  readonly counts = { acts: 0, refused: 0, retried: 0, replayed: 0 };

  count(_mutation: string, { refused, tries, replayed }: Told): void {
    this.counts.acts += 1;
    if (refused) this.counts.refused += 1;
    if (tries > 1) this.counts.retried += 1;
    if (tries > 1 && replayed) this.counts.replayed += 1;
  }

  /** What was acknowledged and is lost, and what stands there that nobody was told of: done twice, or done and denied. */
  async differences(asAdmin: AsAdmin): Promise<string[]> {
    const money = (told: ReadonlyMap<string, string>) => [...told].map(([id, amount]) => `${uuidOf(id)} ${parseAmount(amount, 'CNY').minor}`);
    const state = (told: ReadonlyMap<string, string>) => [...told].map(([id, word]) => `${uuidOf(id)} ${word}`);
    const alone = (told: ReadonlySet<string>) => [...told].map(uuidOf);
    const kinds: readonly (readonly [what: string, told: string[], sql: string])[] = [
      ['receipt', money(this.receipts), `SELECT id || ' ' || amount_minor AS stands FROM fund_receipt`],
      ['reversal', alone(this.reversed), 'SELECT r.id AS stands FROM fund_receipt r JOIN transfer t ON t.network_id = r.network_id AND t.reverses_id = r.transfer_id'],
      ['complaint', alone(this.complaints), 'SELECT id AS stands FROM complaint'],
      ['compensation', state(this.requests), `SELECT id || ' ' || state AS stands FROM compensation_request`],
      ['hold', money(this.holds), `SELECT id || ' ' || amount_minor AS stands FROM fund_hold`],
      ['draw', money(this.draws), `SELECT id || ' ' || amount_minor AS stands FROM fund_draw`],
      ['deduction', state(this.deductions), `SELECT id || ' ' || state AS stands FROM deduction`],
      ['receivable', money(this.owed), `SELECT id || ' ' || amount_minor AS stands FROM receivable`],
      ['receivable that was paid', alone(this.collected), 'SELECT id AS stands FROM receivable WHERE paid_minor = amount_minor'],
      ['payment on a receivable', [...this.collected].map(() => 'one'), `SELECT 'one' AS stands FROM transfer WHERE cause_type = 'receivable_payment'`],
    ];
    const found: string[] = [];
    for (const [what, told, sql] of kinds) found.push(...compared(what, told, (await asAdmin(sql)).map(({ stands }) => String(stands))));
    return found;
  }
}

function compared(what: string, told: readonly string[], stand: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of stand) left.set(one, (left.get(one) ?? 0) + 1);
  for (const one of told) left.set(one, (left.get(one) ?? 0) - 1);
  return [...left].flatMap(([one, n]) => (n < 0 ? [`lost: ${what} ${one}`] : n > 0 ? [`nobody was told of: ${what} ${one}`] : []));
}

function uuidOf(shown: string): string {
  return parseId(shown)!.id;
}
