import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { bringToEnd } from './bring-to-end.js';
import type { Complaint } from './complaint.sql.js';
import { readEvents } from './event.sql.js';
import { lockedOpen } from './locked-complaint.js';
import { refuse } from './refusals.js';
import { stillOwed } from './still-owed.js';
import type { Outcome } from './policy.js';

export interface CloseComplaint extends Once {
  readonly complaintId: string;
  /** Agreed between shop and consumer, where nothing else is said. */
  readonly outcome?: Outcome | null;
  readonly reason: string;
}

/** Closes an open complaint that needs nothing more from the mall, and says what came of it. */
export function closeComplaint(database: Database, caller: Caller, input: CloseComplaint): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.close', input, async (tx, { complaintId, outcome, reason }) => {
    const standing = await lockedOpen(tx, complaintId);
    const owed = stillOwed(await tx.many(readEvents, { complaintIds: [complaintId], most: 1_000 }), outcome ?? 'agreed');
    if (owed) throw refuse('STEP_OWED', { ...owed });
    return { complaint: await bringToEnd(tx, standing, { state: 'closed', outcome: outcome ?? 'agreed', reason }) };
  });
}
