import { insertTurns, takePending, takeRelay, type Worklist } from '@app/database';
import { addJobs } from './jobs.sql.js';
import { consumersOf, listeners, type Reactions } from './reactions.js';

/** The job that has a consumer look at its line; what it does is decided by the line, not by the job. */
export const task = 'react';

export interface ReactJob {
  readonly networkId: string;
  readonly consumer: string;
  readonly aggregateId: string;
  readonly through: string;
}

// Ever longer apart, up to six hours: an event is never given up.
const attempts = 32_767;

/**
 * Hands pending events on to their consumers: off the list, into the lines and into the queue, in one transaction, so
 * that none is lost and none is handed on twice. True where more may be pending.
 */
export async function relay(worklist: Worklist, reactions: Reactions, count = 500): Promise<boolean> {
  return worklist.transaction(async (tx) => {
    const [relaying] = await tx.many(takeRelay, {});
    if (!relaying?.taken) return false;
    const events = await tx.many(takePending, { count });
    const listening = await listeners(tx, reactions, events);
    const turns = events.flatMap((event) => consumersOf(reactions, event.type)
      .filter((consumer) => listening(consumer, event.networkId)).map((consumer) => ({ ...event, consumer })));
    if (turns.length > 0) {
      await tx.run(insertTurns, {
        networkIds: turns.map((turn) => turn.networkId), consumers: turns.map((turn) => turn.consumer),
        aggregateIds: turns.map((turn) => turn.aggregateId), seqs: turns.map((turn) => turn.seq), eventIds: turns.map((turn) => turn.id),
      });
      await tx.run(addJobs, { specs: JSON.stringify(turns.map(jobOf)) });
    }
    return events.length === count;
  });
}

/**
 * Without a queue name: the queue's own order is given up when a job fails or is put off, so the lines keep the order,
 * and the queue need not keep one row for each aggregate.
 */
function jobOf({ networkId, id, seq, aggregateId, consumer }: { networkId: string; id: string; seq: bigint; aggregateId: string; consumer: string }) {
  const payload: ReactJob = { networkId, consumer, aggregateId, through: seq.toString() };
  return { identifier: task, job_key: `${consumer}:${id}`, max_attempts: attempts, payload };
}
