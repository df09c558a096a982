import type { Database, Done, Once } from '@app/database';
import type { Remedy } from '@app/guarantees';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { keptDecision, type KeptDecision } from './kept-decision.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { standingDecision } from './standing-decision.js';
import { insertChoice, readLastDecisions } from './remedy.sql.js';

export interface ChooseRemedy extends Once {
  readonly complaintId: string;
  readonly remedy: Remedy;
}

/** Records what the consumer chooses of the last decision: one of what it offers, once. */
export function chooseRemedy(database: Database, caller: Caller, input: ChooseRemedy): Promise<Done<{ decision: KeptDecision }>> {
  return database.writeOnce(caller, 'complaint.choose_remedy', input, async (tx, { complaintId, remedy }) => {
    const complaint = await lockedOpen(tx, complaintId);
    const row = await tx.maybe(readLastDecisions, { complaintIds: [complaintId] });
    if (!row) throw refuse('NOT_DECIDED', {}, 'complaintId');
    const decision = standingDecision(complaint, row);
    if (row.chosen !== null) throw refuse('ALREADY_CHOSEN', { chosen: row.chosen }, 'remedy');
    const offered = decision.options.map((option) => option.remedy);
    if (!offered.includes(remedy)) throw refuse('NOT_OFFERED', { offered: offered.join(', ') || '–' }, 'remedy');
    await tx.run(insertChoice, { decisionId: row.id, complaintId, memberId: complaint.memberId, remedy, chosenOn: caller.today, recordedBy: actorOf(caller)! });
    await noteEvent(tx, complaint, 'chosen', { aboutId: row.id, detail: remedy });
    return { decision: keptDecision(await tx.one(readLastDecisions, { complaintIds: [complaintId] })) };
  });
}
