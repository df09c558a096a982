import { lockComplaint } from '@app/complaints';
import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { lockRequest, readRequests, type CompensationRequest } from './request.sql.js';

/** The request under its lock, its complaint's before: whoever ends or proposes takes them in the same order. */
export async function lockedRequest(tx: NetworkTx, { requestId, version }: { requestId: string; version: number }): Promise<CompensationRequest> {
  const found = await tx.maybe(readRequests, { requestIds: [requestId] });
  if (!found) throw refuseKernel('NOT_FOUND', {}, 'requestId');
  await tx.one(lockComplaint, { complaintId: found.complaintId });
  const standing = await tx.one(lockRequest, { requestId });
  if (standing.version !== version) throw refuseKernel('STALE_VERSION', { version: standing.version }, 'version');
  return standing;
}
