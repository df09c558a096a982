import type { Database, Done, Once } from '@app/database';
import { businessDay, refuseKernel, type Caller, type Day } from '@app/kernel';
import type { Agreement } from './agreement.entity.js';
import { endTerm, lockAgreement } from './agreement.sql.js';
import { refuse } from './refusals.js';

export interface EndAgreement extends Once {
  readonly agreementId: string;
  readonly version: number;
  /** The last day in force. */
  readonly endsOn: Day;
  readonly reason: string;
  /** What a serious breach lets the operator keep is for the terms of each fund to say. */
  readonly seriousBreach: boolean;
}

/** Ends an agreement on a day; what becomes of its funds follows from that day. */
export function endAgreement(database: Database, caller: Caller, input: EndAgreement): Promise<Done<{ agreement: Agreement }>> {
  return database.writeOnce(caller, 'agreement.end', input, async (tx, request) => {
    const standing = await tx.maybe(lockAgreement, { agreementId: request.agreementId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'agreementId');
    if (standing.version !== request.version) throw refuseKernel('STALE_VERSION', { version: standing.version }, 'version');
    if (standing.endsOn && standing.endsOn < caller.today) throw refuse('AGREEMENT_ENDED', { endsOn: standing.endsOn });
    if (request.endsOn < standing.startsOn) throw refuse('AGREEMENT_ENDS_BEFORE_START', { startsOn: standing.startsOn }, 'endsOn');
    // Back-dating counts for what follows from the end: tails, returns and what is owed for returning late.
    if (request.endsOn < caller.today) businessDay(caller, request.endsOn, 'endsOn');
    const agreement = await tx.one(endTerm, request);
    tx.touch(agreement.id, agreement.memberId);
    tx.emit({ type: 'agreement.ended', aggregateId: agreement.memberId, payload: { agreementId: agreement.id, endsOn: agreement.endsOn } });
    return { agreement };
  });
}
