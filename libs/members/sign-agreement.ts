import { violated, type Database, type Done, type NetworkTx, type Once } from '@app/database';
import { newId, refuseKernel, type Caller, type Day } from '@app/kernel';
import { Agreement } from './agreement.entity.js';
import { lockAgreement, overlapping } from './agreement.sql.js';
import { lockMember } from './member.sql.js';
import { mustBeReasonable } from './reasonable-day.js';
import { refuse } from './refusals.js';
import { sectionNamed } from './terms.js';

export interface SignAgreement extends Once {
  readonly memberId: string;
  readonly number: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** What was agreed, by the name of the section that keeps it: `{ funds: [...] }`. */
  readonly terms: Readonly<Record<string, unknown>>;
}

/** Puts dated terms between the operator and a member in force; the terms of one member never overlap. */
export function signAgreement(database: Database, caller: Caller, input: SignAgreement): Promise<Done<{ agreement: Agreement }>> {
  return database.writeOnce(caller, 'agreement.sign', input, async (tx, request) => {
    const { terms, ...dated } = request;
    if (!(await tx.maybe(lockMember, { memberId: dated.memberId }))) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    const agreement = await added(tx, dated);
    for (const [name, agreed] of Object.entries(terms)) await sectionNamed(name).sign(tx, agreement, agreed);
    tx.touch(agreement.id, agreement.memberId);
    tx.emit({ type: 'agreement.signed', aggregateId: agreement.memberId, payload: { agreementId: agreement.id } });
    return { agreement };
  });
}

async function added(tx: NetworkTx, dated: Omit<SignAgreement, keyof Once | 'terms'>): Promise<Agreement> {
  mustBeReasonable(tx.caller, dated.startsOn, 'startsOn');
  mustBeReasonable(tx.caller, dated.endsOn, 'endsOn');
  if (dated.endsOn && dated.endsOn < dated.startsOn) {
    throw refuse('AGREEMENT_ENDS_BEFORE_START', { startsOn: dated.startsOn }, 'endsOn');
  }
  const met = await tx.maybe(overlapping, { memberId: dated.memberId, startsOn: dated.startsOn, endsOn: dated.endsOn });
  if (met) throw refuse('AGREEMENT_OVERLAPS', { number: met.number }, 'startsOn');
  const id = newId();
  await tx.insert(Agreement, { id, ...dated, endReason: null, seriousBreach: false, version: 1 }).catch((error: unknown) => {
    throw violated(error) === 'agreement_number_taken' ? refuse('AGREEMENT_NUMBER_TAKEN', {}, 'number') : error;
  });
  return tx.one(lockAgreement, { agreementId: id });
}
