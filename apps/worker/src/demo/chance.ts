/** A source of chance that replays from its seed. */
export interface Chance {
  readonly seed: number;
  /** From 0 up to, and without, n. */
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
}

/** One of several sources that follow from one seed, so that each replays whatever the others do meanwhile. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { seed, below, pick: (from) => from[below(from.length)]! };
}
