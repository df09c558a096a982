/** Writes a value as text that reads back the same, bigints and instants included; sorted keys for a digest. */
export function toStored(value: unknown, sorted = false): string {
  return JSON.stringify(marked(value, sorted)) ?? 'null';
}

export function fromStored<R>(text: string): R {
  return JSON.parse(text, (_, value: unknown) => {
    if (value && typeof value === 'object' && '$' in value) {
      const { $: kind, v } = value as { $: string; v: string };
      return kind === 'bigint' ? BigInt(v) : new Date(v);
    }
    return value;
  }) as R;
}

// Marked before JSON sees it: a replacer would get a Date already turned into text.
function marked(value: unknown, sorted: boolean): unknown {
  if (typeof value === 'bigint') return { $: 'bigint', v: value.toString() };
  if (value instanceof Date) return { $: 'date', v: value.toISOString() };
  if (Array.isArray(value)) return value.map((item) => marked(item, sorted));
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (sorted) entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, marked(item, sorted)]));
  }
  return value;
}
