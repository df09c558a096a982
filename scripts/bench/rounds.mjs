const ENOUGH = 4_000;
const MOST_WARMING = 16;

/**
 * Lets both sides run in turns, so that whatever else the machine does weighs on both; who begins changes every round. The
 * first turns of each warm up and do not count: a process is compiled while it works, and is slow until it has done enough.
 * @param {Record<'ours' | 'baseline', (ms: number) => Promise<number>>} sides each answers how much a second it did, or how long it took
 * @param {{ rounds: number, ms: number, unit: string, say: (line: string) => void }} options
 */
export async function takeTurns(sides, { rounds, ms, unit, say }) {
  const rates = { ours: [], baseline: [] };
  for (const name of ['baseline', 'ours']) {
    for (let done = 0, turn = 0; done < ENOUGH && turn < MOST_WARMING; turn += 1) done += ((await sides[name](ms)) * ms) / 1000;
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of round % 2 ? ['ours', 'baseline'] : ['baseline', 'ours']) rates[name].push(await sides[name](ms));
    say(`  round ${round}: ours ${rates.ours.at(-1).toFixed(1)} ${unit}, baseline ${rates.baseline.at(-1).toFixed(1)} ${unit}`);
  }
  return rates;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
