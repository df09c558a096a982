import { statement } from '@app/database';
import type { Channel } from './policy.js';

/** A question that was no complaint, and the advice that was given. */
export interface Consultation {
  readonly id: string;
  readonly memberId: string | null;
  readonly channel: Channel;
  readonly asked: string;
  readonly answered: string;
  readonly at: Date;
}

export const insertConsultation = statement<Consultation & { byId: string }, Consultation>('complaints.insert-consultation', `
  INSERT INTO consultation (network_id, id, member_id, channel, asked, answered, at, by_id)
  VALUES ($network, $id, $memberId, $channel, $asked, $answered, $at, $byId)
  RETURNING *
`);

/** By primary key, many at once, for the loaders; locks nothing. */
export const readConsultations = statement<{ consultationIds: string[] }, Consultation>('complaints.read-consultations', `
  SELECT * FROM consultation WHERE network_id = $network AND id = ANY($consultationIds::uuid[])
`);

/** A page in id order by the primary key; locks nothing. */
export const listConsultations = statement<{ after: string | null; count: number }, Consultation>('complaints.list-consultations', `
  SELECT * FROM consultation WHERE network_id = $network AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
