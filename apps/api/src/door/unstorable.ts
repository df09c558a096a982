/**
 * The path of the first text that PostgreSQL would not take, or would keep as another: with a NUL, or with half of a
 * surrogate pair. Null where all of it can be kept.
 */
export function unstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !isWellFormed(value) ? path : null;
  if (value === null || typeof value !== 'object' || value instanceof Date) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = unstorable(item, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

// A lone surrogate does not come back as it went through UTF-8.
const isWellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8') === text;
