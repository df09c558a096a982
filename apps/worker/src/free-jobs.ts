import type { Worklist } from '@app/database';
import { freeJobs, listDead, listHolders } from './jobs.sql.js';

/**
 * Gives back to the queue the jobs of workers that died holding them, within seconds; the queue itself would wait four
 * hours. To be wrong about a death does no harm: a job that runs twice finds its line emptied.
 */
export async function freeJobsOfTheDead(worklist: Worklist): Promise<string[]> {
  const holders = (await worklist.many(listHolders, {})).map(({ holder }) => holder);
  if (holders.length === 0) return [];
  return worklist.transaction(async (tx) => {
    const dead = (await tx.many(listDead, { holders })).map(({ holder }) => holder);
    if (dead.length > 0) await tx.run(freeJobs, { holders: dead });
    return dead;
  });
}
