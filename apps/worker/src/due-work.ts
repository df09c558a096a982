import { isUnavailable, type Database, type Statement } from '@app/database';
import type { Caller } from '@app/kernel';
import type { Hands } from './hands.js';
import { systemCaller } from './system-caller.js';
import { beingTold } from './tell-past.js';

export interface DueItem {
  readonly networkId: string;
  readonly id: string;
}

/** Lists what is due; it may need facts besides the moment and how many. */
export type DueStatement<Facts = object> = Statement<Facts & { now: Date; count: number }, DueItem> | Statement<Facts & { count: number }, DueItem>;
export type DueAction = (database: Database, caller: Caller, item: DueItem) => Promise<void>;

const batch = 100;
const longestMs = 600_000;

/**
 * Does what a statement lists as due, item by item, each in its own network. An item that fails is set aside for a while,
 * ever longer, so that it does not stand in the way of the others. True where more is due at once.
 */
export function dueWork<Facts extends object>(name: string, due: DueStatement<Facts>, action: DueAction, facts = {} as Facts) {
  const aside = new Map<string, { failures: number; until: number }>();
  const keyOf = ({ networkId, id }: DueItem) => `${networkId}/${id}`;

  return async (hands: Hands, ending: AbortSignal): Promise<boolean> => {
    const count = batch + aside.size;
    const listed = await hands.worklist.many(due as Statement<Facts & { now: Date; count: number }, DueItem>, { ...facts, now: hands.clock(), count });
    // What is no longer listed was done by somebody else.
    const keys = new Set(listed.map(keyOf));
    for (const key of aside.keys()) if (!keys.has(key)) aside.delete(key);

    let done = 0;
    const told = await beingTold(hands.worklist, listed);
    for (const item of listed) {
      if (ending.aborted) return false;
      if (told.has(item.networkId)) continue;
      const failed = aside.get(keyOf(item));
      if (failed && failed.until > Date.now()) continue;
      try {
        await action(hands.database, await systemCaller(hands, item.networkId), item);
        aside.delete(keyOf(item));
        done += 1;
      } catch (error) {
        if (isUnavailable(error)) throw error;
        const failures = (failed?.failures ?? 0) + 1;
        aside.set(keyOf(item), { failures, until: Date.now() + Math.min(longestMs, 1_000 * 2 ** failures) });
        hands.log.error({ err: error, duty: name, ...item, failures }, 'due item failed');
      }
    }
    if (done > 0) hands.log.info({ duty: name, done }, 'due items done');
    return listed.length >= count && done > 0;
  };
}
