import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { finishCallBack as finish, lockCallBack, readCallBack, type CallBack } from './call-back.sql.js';
import { lockComplaint } from './complaint.sql.js';
import { noteEvent } from './note-event.js';
import type { CallBackResult } from './policy.js';
import { refuse } from './refusals.js';

export interface FinishCallBack extends Once {
  readonly callBackId: string;
  readonly result: CallBackResult;
  /** 1 to 5, as the consumer says; null where they gave none. */
  readonly satisfaction: number | null;
  readonly note: string | null;
}

/** Records what came of a call-back, with the consumer's score. */
export function finishCallBack(database: Database, caller: Caller, input: FinishCallBack): Promise<Done<{ callBack: CallBack }>> {
  return database.writeOnce(caller, 'call_back.finish', input, async (tx, { callBackId, result, satisfaction, note }) => {
    const found = await tx.maybe(readCallBack, { callBackId });
    const complaint = found?.complaintId && (await tx.one(lockComplaint, { complaintId: found.complaintId }));
    const standing = found && (await tx.maybe(lockCallBack, { callBackId }));
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'callBackId');
    if (standing.state !== 'due') throw refuse('CALL_BACK_OVER', { state: standing.state });
    if (satisfaction !== null && result === 'not_reached') throw refuse('SATISFACTION_NEEDS_ANSWER', {}, 'satisfaction');
    if (satisfaction !== null && ![1, 2, 3, 4, 5].includes(satisfaction)) throw refuse('SATISFACTION_OUT_OF_RANGE', {}, 'satisfaction');
    const callBack = await tx.one(finish, { callBackId, result, satisfaction, note, at: caller.now, by: actorOf(caller) });
    tx.touch(callBackId);
    if (complaint) await noteEvent(tx, complaint, 'called_back', { aboutId: callBackId, detail: result });
    else tx.emit({ type: 'consultation.called_back', aggregateId: standing.consultationId!, payload: { result } });
    return { callBack };
  });
}
