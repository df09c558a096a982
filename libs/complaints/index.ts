import { Complaint } from './complaint.entity.js';

export const complaintEntities = [Complaint];
export type { Complaint };
export { listComplaints, lockComplaint, readComplaints } from './complaint.sql.js';
export { countedComplaints, type CountedComplaint } from './counted-complaint.sql.js';
export { closeComplaint, type CloseComplaint } from './close-complaint.js';
export { recordComplaint, type RecordComplaint } from './record-complaint.js';
export { settleComplaint } from './settle-complaint.js';
export { refuse as refuseComplaints } from './refusals.js';
export { channels, clockEvents, parseClockRegime, subjects } from './clock-regime.js';
export type { Channel, ClockEventName, ClockRegime, ClockRegimeRow, ComplaintSubject } from './clock-regime.js';
export { clockRegimes } from './clock-regimes.js';
export { clocksFor, type ClockFacts } from './clocks-for.js';
