import { Complaint } from './complaint.entity.js';

export const complaintEntities = [Complaint];
export type { Complaint };
export { listComplaints, lockComplaint, readComplaints } from './complaint.sql.js';
export { complaintFiles } from './complaint-files.js';
export { closeComplaint, type CloseComplaint } from './close-complaint.js';
export { recordComplaint, type RecordComplaint } from './record-complaint.js';
export { settleComplaint } from './settle-complaint.js';
export { refuse as refuseComplaints } from './refusals.js';
