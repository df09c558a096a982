import { isUnavailable, readFirstTurn, takeTurn } from '@app/database';
import type { Hands } from './hands.js';
import { delayMs, pause } from './pause.js';
import { reactionOf } from './reactions.js';
import type { ReactJob } from './relay.js';
import { systemCaller } from './system-caller.js';

/**
 * Has a consumer consume what waits in its line, in order, up to the event that the job stands for; each event in a
 * transaction of its own. Once however often the job runs: what was consumed has no turn any more.
 */
export async function react(hands: Hands, job: ReactJob, ending: AbortSignal): Promise<void> {
  for (let failures = 0; ; ) {
    try {
      if (!(await reactToNext(hands, job))) return;
      failures = 0;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      // The event is not to blame: a failed job would be put off, ever longer.
      failures += 1;
      await pause(delayMs(failures), ending);
    }
    if (ending.aborted) throw new Error('The worker stops; what is left of the line waits for the next.');
  }
}

/** False once nothing more waits up to the job's own event: this took it, or another job did. */
async function reactToNext(hands: Hands, { networkId, ...line }: ReactJob): Promise<boolean> {
  const caller = await systemCaller(hands, networkId);
  // Looked at first, so that a job whose line another has emptied leaves no record.
  if (!(await hands.database.read(caller, (tx) => tx.maybe(readFirstTurn, line)))) return false;
  return hands.database.write(caller, { action: `react.${line.consumer}`, request: line }, async (tx) => {
    const event = await takeTurn(tx, line);
    if (!event) return false;
    tx.touch(event.id);
    await reactionOf(hands.reactions, line.consumer, event.type).handle(tx, event);
    return event.seq.toString() !== line.through;
  });
}
