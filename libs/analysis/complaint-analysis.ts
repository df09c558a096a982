import type { Tx } from '@app/database';
import { addDays, earlier, type Day } from '@app/kernel';
import { packInForce } from '@app/policies';
import { dimensionNames, toldTo, type DimensionName } from './dimensions.js';
import { figuresOf, nothing, type Figure, type Targets } from './figures.js';
import { gatheredRows } from './gathered-rows.js';
import { period } from './period.js';
import { targetCode, targetKind } from './policy.js';
import { responseClocks, responses, tallyClocks, tallyComplaints, tallySales } from './tally.sql.js';

export interface AnalysisRow {
  readonly by: DimensionName | 'total';
  /** What the row is of; null where that is not known. */
  readonly key: string | null;
  readonly figures: readonly Figure[];
}

export interface ComplaintAnalysis {
  readonly period: string;
  readonly from: Day;
  readonly through: Day;
  readonly lastFrom: Day;
  readonly lastThrough: Day;
  readonly total: AnalysisRow;
  /** Dimension by dimension, most counted complaints first. */
  readonly rows: readonly AnalysisRow[];
}

/**
 * The complaints taken in during a period, this month where none is named, told apart as asked for, beside those of the period before. Nothing of it is
 * kept: it is counted anew from the records, which a member's caller sees no others of than its own.
 */
export async function complaintAnalysis(tx: Tx, asked: string | null, by: readonly DimensionName[] = dimensionNames): Promise<ComplaintAnalysis> {
  const { now, today, memberId, currency } = tx.caller;
  const { code, from, through, lastFrom } = period(asked ?? today.slice(0, 7), today);
  const days = { from, through, lastFrom };
  const told = toldTo(memberId, by);
  const dimensions = ['total', ...told];
  const pack = await packInForce(tx, { kind: targetKind, code: targetCode, on: earlier(through, today) });
  const complaints = await tx.many(tallyComplaints, { ...days, now, dimensions, responses, responseClocks });
  const clocks = told.includes('clock') ? await tx.many(tallyClocks, { ...days, now }) : [];
  const sales = await tx.many(tallySales, { ...days, dimensions });
  const targets: Targets = new Map(pack?.rules.targets.map((row) => [row.indicator, row]));
  const rows = gatheredRows([...complaints, ...clocks], sales)
    .map((row): AnalysisRow => ({ by: row.by, key: row.key, figures: figuresOf(row.by, row.now, row.before, { targets, currency }) }));
  return {
    period: code, from, through, lastFrom, lastThrough: addDays(from, -1),
    total: rows.find(({ by: one }) => one === 'total') ?? { by: 'total', key: '', figures: figuresOf('total', nothing, nothing, { targets, currency }) },
    rows: told.flatMap((name) => rows.filter((row) => row.by === name)),
  };
}
