import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { bringToEnd } from './bring-to-end.js';
import type { Complaint } from './complaint.sql.js';
import { lockedOpen } from './locked-complaint.js';
import { refuse } from './refusals.js';

export interface FindUnfounded extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Finds a complaint unfounded, with the reason. After the consumer contested it, somebody else finds. */
export function findUnfounded(database: Database, caller: Caller, input: FindUnfounded): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.find_unfounded', input, async (tx, { complaintId, reason }) => {
    const standing = await lockedOpen(tx, complaintId);
    if (standing.contestedOn !== null && standing.endedBy === actorOf(caller)) throw refuse('OWN_FINDING');
    return { complaint: await bringToEnd(tx, standing, { state: 'unfounded', reason }) };
  });
}
