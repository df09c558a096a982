import { showId } from '@app/kernel';
import type { AnalysisRow } from './complaint-analysis.js';

/** The key of a row as it is shown: ids with the prefix that says what they name. */
export function shownKey({ by, key }: Pick<AnalysisRow, 'by' | 'key'>): string | null {
  if (key === null || by === 'total') return null;
  if (by === 'shop') return showId('member', key);
  if (by === 'consumer') return showId('consumer', key);
  if (by === 'clerk') return key.startsWith('key ') ? showId('apiKey', key.slice(4)) : showId('person', key);
  if (by === 'salesperson') return `${showId('member', key.slice(0, 36))} ${key.slice(37)}`;
  return key;
}

/** The shop that a row is of, where it is of one. */
export const shopOf = ({ by, key }: Pick<AnalysisRow, 'by' | 'key'>): string | null =>
  key !== null && (by === 'shop' || by === 'salesperson') ? key.slice(0, 36) : null;
