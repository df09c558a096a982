const minute = 60;
const hour = 60 * minute;

/** Seconds from a failed attempt to the next, as Standard Webhooks advises: three days in all, then it is given up. */
export const webhookDelays: readonly number[] = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

/** Seconds from a failed attempt at a message to the next. */
export const messageDelays: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour];

/** When to try again after so many attempts have failed; null where it is given up. */
export function nextTry(delays: readonly number[], tries: number, at: Date): Date | null {
  const seconds = delays[tries - 1];
  return seconds === undefined ? null : new Date(at.getTime() + seconds * 1_000);
}
