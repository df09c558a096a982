import { countedComplaints, type CountedComplaint } from '@app/complaints';
import type { Database, Done, NetworkTx, Once } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { addDays, money, newId, refuseKernel, type Caller } from '@app/kernel';
import { issueNotice, type Notice } from '@app/notices';
import { owe, recover, recoverDeposit, type Recovered } from '@app/recovery';
import { insertDecision, type SanctionDecision } from './decision.sql.js';
import { actorOf } from './keep-proposal.js';
import { refuse } from './refusals.js';
import { lockSanction, setState, type Sanction } from './sanction.sql.js';
import { sanctionSays } from './sanction-says.js';

export interface DecideSanction extends Once {
  readonly sanctionId: string;
  readonly version: number;
  readonly confirm: boolean;
  readonly reason: string;
}

export interface DecidedSanction extends Recovered {
  readonly sanction: Sanction;
  readonly decision: SanctionDecision;
  /** The paper to be served on the member; null where the sanction was refused. */
  readonly notice: Notice | null;
}

const nothing: Recovered = { draws: [], calls: [], receivable: null };

/** Decides a proposed sanction, never by its proposer: refuses it, or confirms it, takes its money and issues its notice. */
export function decideSanction(database: Database, caller: Caller, input: DecideSanction): Promise<Done<DecidedSanction>> {
  return database.writeOnce(caller, 'sanction.decide', input, async (tx, request) => {
    const standing = await tx.maybe(lockSanction, { sanctionId: request.sanctionId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'sanctionId');
    if (standing.version !== request.version) throw refuseKernel('STALE_VERSION', { version: standing.version }, 'version');
    if (standing.state !== 'proposed') throw refuse('ALREADY_DECIDED', { state: standing.state });
    const decidedBy = actorOf(caller)!;
    if (standing.proposedBy === decidedBy) throw refuse('OWN_PROPOSAL');
    const { id: sanctionId, memberId } = standing;
    const counted = await countedFor(tx, standing);
    if (request.confirm) mustBeDue(standing, counted);
    const outcome = request.confirm ? 'confirmed' as const : 'refused' as const;
    const sanction = await tx.one(setState, { sanctionId, state: outcome });
    const decision = await tx.one(insertDecision, {
      id: newId(), sanctionId, memberId, outcome, reason: request.reason, decidedBy, decidedOn: caller.today, effectiveOn: null,
    });
    tx.touch(sanctionId, decision.id);
    tx.emit({ type: `sanction.${outcome}`, aggregateId: memberId, payload: { sanctionId } });
    await liftCaseMark(tx, { caseType: 'sanction', caseId: sanctionId });
    if (!request.confirm) return { sanction, decision, notice: null, ...nothing };
    const recovered = await moneyOf(tx, sanction);
    const says = sanctionSays(sanction, counted, recovered);
    const notice = await issueNotice(tx, { series: 'sanction', memberId, caseType: 'sanction', caseId: sanctionId, says });
    return { sanction, decision, notice, ...recovered };
  });
}

async function moneyOf(tx: NetworkTx, { id: caseId, memberId, amountMinor, currency, dueDays, wholeDeposit }: Sanction): Promise<Recovered> {
  const of = { caseType: 'sanction', caseId, memberId };
  if (wholeDeposit) return recoverDeposit(tx, of);
  if (amountMinor === null) return nothing;
  const amount = money(amountMinor, currency);
  if (dueDays === null) return recover(tx, { ...of, purpose: 'penalty', amount });
  const dueOn = addDays(tx.caller.today, dueDays);
  return { ...nothing, receivable: await owe(tx, { ...of, purpose: 'dues', amount }, { dueOn, inOnePayment: true }) };
}

/** The complaints that count for it today, of its problem and its days: some may have been withdrawn since, others have come. */
async function countedFor(tx: NetworkTx, { memberId, problem, windowFrom: from, windowThrough: through, moreThan }: Sanction): Promise<CountedComplaint[]> {
  return from === null || through === null || moreThan === null ? [] : tx.many(countedComplaints, { memberId, problem, from, through });
}

function mustBeDue({ moreThan }: Sanction, counted: readonly CountedComplaint[]): void {
  if (moreThan !== null && counted.length <= moreThan) throw refuse('NO_LONGER_DUE', { counted: counted.length, moreThan });
}
