import type { Worklist } from '@app/database';
import { holdPresence, letGo, listHeld } from './jobs.sql.js';

const pastOf = (networkId: string): string => `past of ${networkId}`;

/**
 * Works while nothing falls due in a network but what the work itself lets fall due: whoever tells its past acts at moments
 * that lie behind the clock, by which all of it is overdue. By a lock of a session, which goes with the process. Null where
 * somebody else is at it.
 */
export function tellPast<R>(worklist: Worklist, networkId: string, ending: AbortSignal, work: (ending: AbortSignal) => Promise<R>): Promise<R | null> {
  return worklist.session(ending, async (tx, lost) => {
    const [lock] = await tx.many(holdPresence, { holder: pastOf(networkId) });
    if (!lock?.held) return null;
    const over = new AbortController();
    void lost.then(() => over.abort());
    return work(over.signal).finally(() => tx.many(letGo, { holder: pastOf(networkId) }));
  });
}

/** Those of these networks whose past is being told. */
export async function beingTold(worklist: Worklist, items: readonly { readonly networkId: string }[]): Promise<ReadonlySet<string>> {
  const networkIds = [...new Set(items.map(({ networkId }) => networkId))];
  if (networkIds.length === 0) return new Set();
  const held = new Set((await worklist.many(listHeld, { holders: networkIds.map(pastOf) })).map(({ holder }) => holder));
  return new Set(networkIds.filter((networkId) => held.has(pastOf(networkId))));
}
