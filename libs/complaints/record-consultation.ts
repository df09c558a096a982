import type { Database, Done, Once } from '@app/database';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import { readMembers } from '@app/members';
import { actorOf } from './actor.js';
import type { CallBack } from './call-back.sql.js';
import { Consultation } from './consultation.entity.js';
import { readConsultations } from './consultation.sql.js';
import { planCallBack } from './plan-call-back.js';
import type { Channel } from './clock-regime.js';
import { followUp } from './policy.js';

export interface RecordConsultation extends Once {
  readonly channel: Channel;
  /** The shop that it was about, where it was about one. */
  readonly memberId: string | null;
  readonly asked: string;
  readonly answered: string;
}

/** Records advice that was given; whoever was advised by phone is called back two hours later, to see whether it helped. */
export function recordConsultation(
  database: Database, caller: Caller, input: RecordConsultation,
): Promise<Done<{ consultation: Consultation; callBack: CallBack | null }>> {
  return database.writeOnce(caller, 'consultation.record', input, async (tx, request) => {
    if (request.memberId !== null && !(await tx.maybe(readMembers, { memberIds: [request.memberId] }))) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    const id = newId();
    await tx.insert(Consultation, { ...request, id, at: caller.now, byId: actorOf(caller)! });
    const consultation = await tx.one(readConsultations, { consultationIds: [id] });
    const byPhone = request.channel === 'phone' || request.channel === 'hotline_12315';
    const callBack = byPhone
      ? await planCallBack(tx, { kind: 'consultation', consultationId: consultation.id, hours: followUp.hoursAfterConsultation }) : null;
    tx.touch(consultation.id);
    tx.emit({ type: 'consultation.recorded', aggregateId: consultation.id });
    return { consultation, callBack };
  });
}
