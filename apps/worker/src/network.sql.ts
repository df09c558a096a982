import { statement } from '@app/database';

/** What the system needs to know of a network to act in it; read anew each time, since a sandbox's clock is moved. */
export interface NetworkFacts {
  readonly currency: string;
  readonly zone: string;
  readonly sandboxSeconds: bigint | null;
  readonly backDays: number;
  readonly aheadDays: number;
}

/** By primary key; locks nothing. */
export const readNetwork = statement<{ networkId: string }, NetworkFacts>('worker.read-network', `
  SELECT currency, zone, sandbox_seconds, back_days, ahead_days FROM network WHERE id = $networkId
`);

/** All networks there are, in id order; locks nothing. */
export const listNetworks = statement<Record<never, never>, { id: string }>('worker.list-networks', `
  SELECT id FROM network ORDER BY id
`);
