import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertCallBack, type CallBack } from './call-back.sql.js';

interface Planned {
  readonly kind: CallBack['kind'];
  readonly complaintId?: string;
  readonly consultationId?: string;
  readonly hours: number;
}

/** Puts a call-back on the list, so many hours from now. */
export async function planCallBack(tx: NetworkTx, { kind, complaintId, consultationId, hours }: Planned): Promise<CallBack> {
  const dueAt = new Date(tx.caller.now.getTime() + hours * 3_600_000);
  return tx.one(insertCallBack, {
    id: newId(), kind, complaintId: complaintId ?? null, consultationId: consultationId ?? null, dueAt, dueMs: BigInt(dueAt.getTime()),
  });
}
