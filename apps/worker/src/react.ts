import { readFirstTurn, takeTurn } from '@app/database';
import type { Hands } from './hands.js';
import { reactionOf } from './reactions.js';
import type { ReactJob } from './relay.js';
import { systemCaller } from './system-caller.js';

/**
 * Has a consumer consume what waits in its line, in order, up to the event that the job stands for; each event in a
 * transaction of its own. Once however often the job runs: what was consumed has no turn any more.
 */
export async function react(hands: Hands, { networkId, ...line }: ReactJob, ending: AbortSignal): Promise<void> {
  for (;;) {
    const caller = await systemCaller(hands, networkId);
    // Looked at first, so that a job whose line another has emptied leaves no record.
    if (!(await hands.database.read(caller, (tx) => tx.maybe(readFirstTurn, line)))) return;
    ending.throwIfAborted();
    await hands.database.write(caller, { action: `react.${line.consumer}`, request: line }, async (tx) => {
      const event = await takeTurn(tx, line);
      if (!event) return;
      tx.touch(event.id);
      await reactionOf(hands.reactions, line.consumer, event.type).handle(tx, event);
    });
  }
}
