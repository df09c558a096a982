/**
 * Divides a whole by weights so that the parts sum to it exactly, each within one unit of its true share.
 * Largest remainder; among equal remainders the earlier part gets the unit, so the same input always divides alike.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new Error('A weight cannot be negative.');
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new Error('An amount cannot be divided where no part has any weight.');
  // Division of bigints truncates: a negative whole is divided as a positive one, so that it mirrors it.
  if (total < 0n) return allocate(-total, weights).map((part) => -part);

  const parts = weights.map((weight) => (total * weight) / sum);
  const left = total - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.index - b.index));
  for (const { index } of byRemainder.slice(0, Number(left))) parts[index]! += 1n;
  return parts;
}
