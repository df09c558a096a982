import type { Worklist } from '@app/database';
import type { Logger } from 'pino';
import { holdPresence } from './jobs.sql.js';
import { delayMs, pause } from './pause.js';

/**
 * Shows the other workers that this holder of jobs lives: by a lock of a session, which the database lets go when the
 * process is gone. Taken again on a new connection when one is lost.
 */
export async function bePresent(worklist: Worklist, holder: string, ending: AbortSignal, log: Logger): Promise<void> {
  while (!ending.aborted) {
    await worklist.session(ending, async (tx, lost) => {
      // Not held where the session before is not gone yet: try again.
      const [lock] = await tx.many(holdPresence, { holder });
      if (lock?.held) await lost;
    }).catch((error: unknown) => log.debug({ err: error }, 'presence not shown'));
    await pause(delayMs(1), ending);
  }
}
