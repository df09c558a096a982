import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, but not longer than until the ending. */
export async function pause(ms: number, ending: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: ending }).catch(() => undefined);
}

/** How long to wait before the next try: from a quarter of a second, doubling, to five seconds. */
export function delayMs(failures: number): number {
  return Math.min(5_000, 250 * 2 ** Math.min(failures - 1, 10));
}
