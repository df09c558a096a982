import type { Database, Done, Once } from '@app/database';
import { assessRemedy, checkedFacts } from '@app/guarantees';
import { newId, type Caller } from '@app/kernel';
import { canonicalText } from '@app/policies';
import { actorOf } from './actor.js';
import { keptDecision, type KeptDecision } from './kept-decision.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { remedyFacts, type MoreFacts } from './remedy-facts.js';
import { insertDecision, markDecided, readLastDecisions } from './remedy.sql.js';
import { repairsOfGoods } from './repair.sql.js';

export interface DecideRemedy extends Once {
  readonly complaintId: string;
  /** The province by ISO 3166-2, for the rules that hold there alone. */
  readonly province: string | null;
  readonly more: MoreFacts;
}

/**
 * Decides by the rules in force on the day of the report what an open complaint is given, and records it with its lines, its
 * facts and its packs. Repairs are counted from their records. A later decision takes the place of an earlier one; once the
 * consumer has chosen, the same facts that would give the same are not decided again.
 */
export function decideRemedy(database: Database, caller: Caller, input: DecideRemedy): Promise<Done<{ decision: KeptDecision }>> {
  return database.writeOnce(caller, 'complaint.decide_remedy', input, async (tx, { complaintId, province, more }) => {
    const complaint = await lockedOpen(tx, complaintId);
    const { purchaseId, memberId, voucher } = complaint;
    const repairs = await tx.many(repairsOfGoods, { complaintId, purchaseId, memberId, voucher });
    const facts = checkedFacts(remedyFacts(complaint, more, repairs), caller.today);
    const { packs, ...decision } = await assessRemedy(tx, facts, province);
    const [last, kept] = [await tx.maybe(readLastDecisions, { complaintIds: [complaintId] }), { facts: canonicalText(facts), decision: canonicalText(decision) }];
    if (last?.chosen && complaint.state === 'decided' && canonicalText(last.facts) === kept.facts && canonicalText(last.decision) === kept.decision) {
      throw refuse('ALREADY_CHOSEN', { chosen: last.chosen }, 'complaintId');
    }
    const id = newId();
    await tx.run(insertDecision, {
      id, complaintId, memberId, covered: decision.covered, ...kept,
      packs: JSON.stringify(packs), decidedBy: actorOf(caller)!, decidedOn: caller.today,
    });
    await tx.run(markDecided, { complaintId, state: decision.covered === 'undecided' ? 'open' : 'decided' });
    await noteEvent(tx, complaint, 'decided', { aboutId: id, detail: decision.covered });
    return { decision: keptDecision(await tx.one(readLastDecisions, { complaintIds: [complaintId] })) };
  });
}
