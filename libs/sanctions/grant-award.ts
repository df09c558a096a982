import { violated, type Database, type Done, type Once } from '@app/database';
import { day, newId, refuseKernel, type Caller } from '@app/kernel';
import { listAgreements, readMembers } from '@app/members';
import { insertAward, type Award } from './award.sql.js';
import { awardDue } from './award-due.js';
import { actorOf } from './keep-proposal.js';
import { complaintsOf, sanctionPack } from './load-due.js';
import { refuse } from './refusals.js';

export interface GrantAward extends Once {
  readonly memberId: string;
  /** The calendar year, which must be over. */
  readonly year: number;
}

/** Grants a member the award for a calendar year that it spent under agreement without a counted complaint; once. */
export function grantAward(database: Database, caller: Caller, input: GrantAward): Promise<Done<{ award: Award }>> {
  return database.writeOnce(caller, 'award.grant', input, async (tx, { memberId, year }) => {
    if (!(await tx.maybe(readMembers, { memberIds: [memberId] }))) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    const { today } = caller;
    const pack = await sanctionPack(tx, today);
    const terms = await tx.many(listAgreements, { memberIds: [memberId] });
    const complaints = await complaintsOf(tx, memberId, day(`${year}-01-01`), day(`${year}-12-31`));
    const decision = awardDue({ today, year, terms, complaints }, pack.rules);
    if (!decision.award) throw refuse('AWARD_NOT_EARNED', { rule: 'SN-4', why: decision.why }, 'year');
    const award = await tx.one(insertAward, {
      id: newId(), memberId, rule: decision.award.id, plaque: decision.award.plaque, year, packId: pack.id, packVersion: pack.version,
      packDigest: pack.digest, grantedBy: actorOf(caller)!, grantedOn: today,
    }).catch((error: unknown) => {
      throw violated(error) === 'awarded_once' ? refuse('ALREADY_AWARDED', {}, 'year') : error;
    });
    tx.touch(award.id);
    tx.emit({ type: 'award.granted', aggregateId: memberId, payload: { awardId: award.id } });
    return { award };
  });
}
