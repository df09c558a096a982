import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import type { Complaint } from './complaint.sql.js';
import { lockedComplaint } from './locked-complaint.js';
import { refuse } from './refusals.js';
import { mustBeInTime, takeUpAgain } from './reopen-complaint.js';

export interface ContestFinding extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Records that the consumer contests a refusal or that the complaint was found unfounded: once, and it is open again. */
export function contestFinding(database: Database, caller: Caller, input: ContestFinding): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.contest', input, async (tx, { complaintId, reason }) => {
    const standing = await lockedComplaint(tx, complaintId);
    if (standing.contestedOn !== null) throw refuse('ALREADY_CONTESTED', { contestedOn: standing.contestedOn });
    if (standing.state !== 'unfounded' && standing.outcome !== 'rejected') throw refuse('NOTHING_TO_CONTEST');
    mustBeInTime(standing, caller.today);
    return { complaint: await takeUpAgain(tx, standing, 'contested', reason) };
  });
}
