import type { Database } from '@app/database';
import { moveLastUses } from './api-key.sql.js';

interface Use {
  readonly networkId: string;
  readonly apiKeyId: string;
}

export interface LastUses {
  /** Notes, after the reply, that a key was used now. */
  note(use: Use): void;
  /** Writes what was noted since the last time; what cannot be written is kept for the next. */
  flush(): Promise<void>;
}

/** Gathers the last use of API keys, to be written now and then by one statement, outside of any request. */
export function lastUses(database: Database): LastUses {
  let noted = new Map<string, Use & { at: Date }>();
  const keep = (uses: Iterable<Use & { at: Date }>) => {
    for (const use of uses) if (!noted.has(use.apiKeyId)) noted.set(use.apiKeyId, use);
  };

  return {
    note: (use) => void noted.set(use.apiKeyId, { ...use, at: new Date() }),
    flush: async () => {
      if (noted.size === 0) return;
      const taken = [...noted.values()];
      noted = new Map();
      const columns = { networkIds: taken.map((use) => use.networkId), ids: taken.map((use) => use.apiKeyId), ats: taken.map((use) => use.at) };
      try {
        await database.outside((tx) => tx.run(moveLastUses, columns));
      } catch (error) {
        keep(taken);
        throw error;
      }
    },
  };
}
