import type { Database, Done, NetworkTx, Once } from '@app/database';
import { refuseKernel, showId, type Caller, type Refusal } from '@app/kernel';
import { readMembers } from '@app/members';
import { byRule, keepProposal } from './keep-proposal.js';
import { loadDue } from './load-due.js';
import type { Measure } from './policy.js';
import { refuse } from './refusals.js';
import { listEarlier, type Sanction } from './sanction.sql.js';

export interface ProposeSanction extends Once {
  readonly memberId: string;
  readonly measure: Measure;
  /** Which problem was complained of; null where it does not matter. */
  readonly problem: string | null;
}

/** Proposes a sanction that is due by the counted complaints, with those that count; a person other than the proposer decides. */
export function proposeSanction(database: Database, caller: Caller, input: ProposeSanction): Promise<Done<{ sanction: Sanction }>> {
  return database.writeOnce(caller, 'sanction.propose', input, async (tx, { memberId, measure, problem }) => {
    if (!(await tx.maybe(readMembers, { memberIds: [memberId] }))) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    const { pack, due } = await loadDue(tx, memberId);
    const found = due.find((one) => one.measure === measure && one.problem === problem);
    const sanction = found && await keepProposal(tx, pack, byRule(memberId, caller.currency, found));
    if (!sanction) throw await whyNot(tx, memberId, measure, problem);
    return { sanction };
  });
}

/** The same may lie proposed, most likely by the system; by hand is another matter, and has no window. */
async function whyNot(tx: NetworkTx, memberId: string, measure: Measure, problem: string | null): Promise<Refusal> {
  const open = (await tx.many(listEarlier, { memberId }))
    .find((one) => one.state === 'proposed' && one.measure === measure && one.problem === problem && one.windowFrom !== null);
  return open ? refuse('ALREADY_PROPOSED', { sanctionId: showId('sanction', open.id) }, 'measure') : refuse('NOT_DUE', {}, 'measure');
}

/** Proposes everything that is due against a member and was not proposed yet; the system's own step, run for each complaint. */
export async function proposeDue(tx: NetworkTx, memberId: string): Promise<Sanction[]> {
  const { pack, due } = await loadDue(tx, memberId);
  const proposed: Sanction[] = [];
  for (const one of due) {
    const sanction = await keepProposal(tx, pack, byRule(memberId, tx.caller.currency, one));
    if (sanction) proposed.push(sanction);
  }
  return proposed;
}
