import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { checkFacts } from './check-facts.js';
import { clocksRequested } from './complaint-clocks.js';
import { keepFacts, readComplaints } from './complaint.sql.js';
import { factsGiven, type GivenFacts } from './given-facts.js';
import type { IntakeKeys } from './intake-keys.js';
import { linkComplaint, type Links } from './link-complaint.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { orHotlineNumberTaken, recordedOf, type Recorded } from './record-complaint.js';
import { openStaleDecision } from './open-stale-decision.js';
import { refuse } from './refusals.js';

export interface SupplyFacts extends GivenFacts, Links, Once {
  readonly complaintId: string;
}

/** Adds to an open complaint what was not known at its intake, or was known wrongly; what is not given stays as it was. */
export function supplyFacts(database: Database, caller: Caller, input: SupplyFacts, keys: IntakeKeys): Promise<Done<Recorded>> {
  return database.writeOnce(caller, 'complaint.supply_facts', input, async (tx, { complaintId, ...given }) => {
    const standing = await lockedOpen(tx, complaintId);
    const supplied = Object.entries(given).filter(([, value]) => value !== null && value !== undefined).map(([name]) => name);
    if (supplied.length === 0) throw refuse('NOTHING_GIVEN');
    const facts = factsGiven(given, standing);
    checkFacts(facts, { receivedOn: standing.receivedOn, today: caller.today });
    const kept = await tx.one(keepFacts, { ...facts, complaintId }).catch(orHotlineNumberTaken);
    await linkComplaint(tx, keys, kept, given);
    await clocksRequested(tx, kept);
    const complaint = await openStaleDecision(tx, standing, await tx.one(readComplaints, { complaintIds: [complaintId] }));
    await noteEvent(tx, complaint, 'facts_supplied', { detail: supplied.join(' ') });
    return recordedOf(tx, complaint);
  });
}
