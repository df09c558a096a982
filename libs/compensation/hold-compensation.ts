import type { Database, Done, Once } from '@app/database';
import { expireHoldsOfCase, type FundHold } from '@app/funds';
import { money, refuseKernel, type Caller } from '@app/kernel';
import { holdForRecovery } from '@app/recovery';
import { refuse } from './refusals.js';
import { lockRequest, type CompensationRequest } from './request.sql.js';

export interface HoldCompensation extends Once {
  readonly requestId: string;
  readonly expiresAt: Date | null;
}

/**
 * Sets aside on the shop's funds what a request asks for, as far as they go; refused where they have nothing. What is
 * missing becomes a receivable when the request is paid.
 */
export function holdCompensation(
  database: Database, caller: Caller, input: HoldCompensation,
): Promise<Done<{ request: CompensationRequest; holds: FundHold[] }>> {
  return database.writeOnce(caller, 'compensation.hold', input, async (tx, { requestId, expiresAt }) => {
    const request = await tx.maybe(lockRequest, { requestId });
    if (!request) throw refuseKernel('NOT_FOUND', {}, 'requestId');
    if (request.state !== 'proposed' && request.state !== 'approved') throw refuse('WRONG_STATE', { state: request.state });
    const of = { caseType: 'compensation', caseId: requestId, memberId: request.memberId };
    if ((await expireHoldsOfCase(tx, of)).length > 0) throw refuse('ALREADY_HELD');
    const holds = await holdForRecovery(tx, {
      ...of, purpose: 'compensation', amount: money(request.amountMinor, request.currency), expiresAt,
    });
    tx.touch(requestId);
    tx.emit({ type: 'compensation.held', aggregateId: requestId });
    return { request, holds };
  });
}
