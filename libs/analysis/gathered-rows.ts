import type { DimensionName } from './dimensions.js';
import { nothing } from './figures.js';
import type { Tally } from './tally.sql.js';

/** What a statement counted of a row, in the period or in the one before. */
export type Counted = Partial<Tally> & { readonly current: boolean; readonly dimension: string; readonly key: string | null };

export interface GatheredRow {
  readonly by: DimensionName | 'total';
  readonly key: string | null;
  readonly now: Tally;
  readonly before: Tally;
}

/**
 * Puts what several statements counted of the same row together, the most counted complaints first. What was sold adds no
 * consumer: they are listed for what came back, not for having bought.
 */
export function gatheredRows(complaints: readonly Counted[], sales: readonly Counted[]): GatheredRow[] {
  const rows = new Map<string, GatheredRow>();
  for (const counted of [...complaints, ...sales]) {
    const { current, dimension, key, ...figures } = counted;
    const place = JSON.stringify([dimension, key]);
    const row = rows.get(place) ?? { by: dimension as DimensionName, key, now: nothing, before: nothing };
    if (dimension === 'consumer' && !rows.has(place) && 'sales' in counted) continue;
    rows.set(place, current ? { ...row, now: { ...row.now, ...figures } } : { ...row, before: { ...row.before, ...figures } });
  }
  // After all texts, what is not known.
  const place = ({ key }: GatheredRow) => key ?? '\uffff';
  return [...rows.values()].sort((a, b) => b.now.counted - a.now.counted || (place(a) < place(b) ? -1 : 1));
}
