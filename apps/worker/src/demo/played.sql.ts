import { statement } from '@app/database';

/** The keys of the demonstration's acts that were done, by the primary key's first column; locks nothing. */
export const playedKeys = statement<Record<never, never>, { key: string }>('worker.played-keys', `
  SELECT key FROM request_key WHERE network_id = $network AND key ^@ 'half-year-'
`);
