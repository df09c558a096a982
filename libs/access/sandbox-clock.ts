import { refuseKernel } from '@app/kernel';
import { refuse } from './refusals.js';

/** Where a clock is to be set: at an instant, or forward by so many seconds; one of the two. */
export interface ClockSetting {
  readonly at: Date | null;
  readonly bySeconds: number | null;
}

/** Longer than any guarantee or limitation of actions runs. */
export const furthestSeconds = 100n * 366n * 86_400n;

/**
 * How many seconds a sandbox's clock runs ahead once it is set; whole ones, so it shows the instant asked for or a
 * moment later. Refused where the network runs on the clock, or where its own would go back: what was done on a day
 * would lie in the future.
 */
export function aheadAfter(clock: { sandboxSeconds: bigint | null; wallAt: Date }, setting: ClockSetting): bigint {
  if (clock.sandboxSeconds === null) throw refuse('NOT_A_SANDBOX');
  const wallMs = clock.wallAt.getTime();
  const ahead = asked(clock.sandboxSeconds, wallMs, setting);
  if (ahead < clock.sandboxSeconds) throw refuse('CLOCK_NOT_FORWARD', { now: shown(wallMs, clock.sandboxSeconds) });
  if (ahead > furthestSeconds) throw refuse('CLOCK_TOO_FAR', { latest: shown(wallMs, furthestSeconds) });
  return ahead;
}

function asked(current: bigint, wallMs: number, { at, bySeconds }: ClockSetting): bigint {
  if ((at === null) === (bySeconds === null)) throw refuseKernel('INVALID_INPUT', { problem: 'at, bySeconds' }, 'at');
  if (bySeconds !== null) {
    if (!Number.isSafeInteger(bySeconds)) throw refuseKernel('INVALID_INPUT', { problem: 'bySeconds' }, 'bySeconds');
    return current + BigInt(bySeconds);
  }
  const seconds = Math.ceil((at!.getTime() - wallMs) / 1000);
  if (!Number.isSafeInteger(seconds)) throw refuseKernel('INVALID_INPUT', { problem: 'at' }, 'at');
  return BigInt(seconds);
}

function shown(wallMs: number, ahead: bigint): string {
  return new Date(wallMs + Number(ahead) * 1000).toISOString();
}
