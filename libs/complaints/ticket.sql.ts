import { statement } from '@app/database';

/** A ticket, in the transaction of its complaint. */
export const insertTicket = statement<{ complaintId: string; digitsHash: Buffer }>('complaints.insert-ticket', `
  INSERT INTO complaint_ticket (network_id, complaint_id, digits_hash) VALUES ($network, $complaintId, $digitsHash)
`);

/** By primary key; locks nothing. */
export const readTicket = statement<{ complaintId: string }, { digitsHash: Buffer }>('complaints.read-ticket', `
  SELECT digits_hash FROM complaint_ticket WHERE network_id = $network AND complaint_id = $complaintId
`);
