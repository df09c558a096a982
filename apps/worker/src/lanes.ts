import type { Caller } from '@app/kernel';
import type { DueItem, DueStatement } from './due-work.js';
import type { Hands } from './hands.js';
import { delayMs, pause } from './pause.js';
import { systemCaller } from './system-caller.js';

/** How many lanes are worked on at once, and the connections that they share. */
const most = 16;
export const laneConnections = 6;

const lookAgainMs = 200;

/**
 * Works off what is due in lanes beside each other, one of a kind at a time: an endpoint that does not answer holds up its
 * own lane and no other. A lane that fails rests for a while. True as long as any lane is at work.
 */
export function lanes(name: string, due: DueStatement, work: (hands: Hands, caller: Caller, id: string, ending: AbortSignal) => Promise<void>) {
  const busy = new Map<string, Promise<void>>();
  const keyOf = ({ networkId, id }: DueItem) => `${networkId}/${id}`;

  const laneOf = async (hands: Hands, item: DueItem, ending: AbortSignal): Promise<void> => {
    try {
      await work(hands, await systemCaller(hands, item.networkId), item.id, ending);
    } catch (error) {
      hands.log.error({ err: error, duty: name, ...item }, 'lane failed');
      await pause(delayMs(5), ending);
    } finally {
      busy.delete(keyOf(item));
    }
  };

  return async (hands: Hands, ending: AbortSignal): Promise<boolean> => {
    const listed = await hands.worklist.many(due as never, { now: hands.clock(), count: most + busy.size }) as DueItem[];
    for (const item of listed) {
      if (busy.size >= most || ending.aborted) break;
      if (!busy.has(keyOf(item))) busy.set(keyOf(item), laneOf(hands, item, ending));
    }
    const all = Promise.all(busy.values());
    // At the ending what is on its way is waited for: a request that was made should also be recorded.
    const looking = new AbortController();
    await (ending.aborted ? all : Promise.race([all, pause(lookAgainMs, looking.signal)]));
    looking.abort();
    if (ending.aborted) await Promise.all(busy.values());
    return busy.size > 0;
  };
}
