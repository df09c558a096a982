import { statement } from '@app/database';
import type { Consultation } from './consultation.entity.js';

/** By primary key, many at once, for the loaders; locks nothing. */
export const readConsultations = statement<{ consultationIds: string[] }, Consultation>('complaints.read-consultations', `
  SELECT * FROM consultation WHERE network_id = $network AND id = ANY($consultationIds::uuid[])
`);

/** A page in id order by the primary key; locks nothing. */
export const listConsultations = statement<{ after: string | null; count: number }, Consultation>('complaints.list-consultations', `
  SELECT * FROM consultation WHERE network_id = $network AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
