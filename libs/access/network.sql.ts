import { statement } from '@app/database';

/** The transaction's own network, made in it. */
export const insertNetwork = statement<{
  name: string; currency: string; zone: string; sandboxSeconds: bigint | null; backDays: number; aheadDays: number;
}>('access.insert-network', `
  INSERT INTO network (id, name, currency, zone, sandbox_seconds, back_days, ahead_days)
  VALUES ($network, $name, $currency, $zone, $sandboxSeconds, $backDays, $aheadDays)
`);

/** Locks the network, so that two who set its clock queue; `wallAt` is what the offset is counted from. */
export const lockClock = statement<Record<never, never>, { sandboxSeconds: bigint | null; wallAt: Date }>('access.lock-clock', `
  SELECT sandbox_seconds, clock_timestamp() AS wall_at FROM network WHERE id = $network FOR NO KEY UPDATE
`);

/** The network's own row, locked by the read before it. */
export const updateClock = statement<{ sandboxSeconds: bigint }>('access.update-clock', `
  UPDATE network SET sandbox_seconds = $sandboxSeconds WHERE id = $network
`);
