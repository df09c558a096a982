import type { Clock } from './clock.sql.js';

/** What a clock shows at an instant, in whole seconds. */
export interface ClockReading {
  /** Since its start, without the time it waited. */
  readonly elapsedSeconds: number;
  /** Until the deadline, below zero once it has passed; null where there is none. */
  readonly remainingSeconds: number | null;
  readonly pausedSeconds: number;
}

type Read = Pick<Clock, 'startedAt' | 'countsFrom' | 'pausedAt' | 'stoppedAt' | 'dueAt'>;

/** Reads a clock: one that is paused or stopped stands still, and one that waits counts its waiting as paused. */
export function clockReading({ startedAt, countsFrom, pausedAt, stoppedAt, dueAt }: Read, now: Date): ClockReading {
  const end = stoppedAt ?? now;
  const stands = pausedAt ?? end;
  return {
    elapsedSeconds: seconds(stands, countsFrom),
    remainingSeconds: dueAt && seconds(dueAt, stands),
    pausedSeconds: seconds(countsFrom, startedAt) + seconds(end, stands),
  };
}

const seconds = (to: Date, from: Date): number => Math.floor((to.getTime() - from.getTime()) / 1_000);
