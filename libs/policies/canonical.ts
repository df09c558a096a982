import { createHash } from 'node:crypto';

/** Rules as the one text they have: keys sorted, bigints as text, what is absent left out. */
export function canonicalText(rules: unknown): string {
  return JSON.stringify(plain(rules));
}

/** The SHA-256 of the canonical text, by which a version of rules is known for ever. */
export function digestOf(rules: unknown): string {
  return createHash('sha256').update(canonicalText(rules)).digest('hex');
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  // A fraction would be a float, and text of it may differ from what was meant: it is written as a rate.
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error(`Rules hold ${value}, which is no whole number.`);
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
  }
  return value;
}
