import { Consultation } from './consultation.entity.js';

export const complaintEntities = [Consultation];
export type { Consultation };
export type { Complaint, ComplaintState } from './complaint.sql.js';
export { lockComplaint, readComplaints } from './complaint.sql.js';
export { complaintsDue, dueAt, type AskedComplaints } from './complaints-due.js';
export { countedComplaints, type CountedComplaint } from './complaint-list.sql.js';
export { readEvents, type ComplaintEvent } from './event.sql.js';
export * from './policy.js';
export { askedFacts, missingFacts, type AskedFact } from './missing-facts.js';
export { isOpen } from './locked-complaint.js';

export { recordComplaint, type RecordComplaint } from './record-complaint.js';
export { supplyFacts, type SupplyFacts } from './supply-facts.js';
export { addStatement, type AddStatement } from './add-statement.js';
export { readStatements, type ComplaintStatement } from './statement.sql.js';
export { closeComplaint, type CloseComplaint } from './close-complaint.js';
export { withdrawComplaint, type WithdrawComplaint } from './withdraw-complaint.js';
export { findUnfounded, type FindUnfounded } from './find-unfounded.js';
export { contestFinding, type ContestFinding } from './contest-finding.js';
export { reopenComplaint, type ReopenComplaint } from './reopen-complaint.js';
export { settleComplaint } from './settle-complaint.js';
export { liftRequestPending, markRequestPending } from './request-pending.js';

export { recordProgress, progressSteps, type ProgressStep, type RecordProgress } from './record-progress.js';
export { changePriority, type ChangePriority } from './change-priority.js';
export { mergeComplaint, type MergeComplaint } from './merge-complaint.js';
export { complaintClocks } from './complaint-clocks.js';
export { channelsKind, regimeKind } from './clock-packs.js';
export type { PossibleDuplicate } from './complaint.sql.js';

export { recordContact, type RecordContact } from './record-contact.js';
export { readContacts, type Contact } from './contact.sql.js';
export { recordConsultation, type RecordConsultation } from './record-consultation.js';
export { listConsultations, readConsultations } from './consultation.sql.js';
export { finishCallBack, type FinishCallBack } from './finish-call-back.js';
export { callBacksDue } from './call-backs-due.js';
export { readCallBacks, type CallBack } from './call-back.sql.js';
export { lookUpTicket, type LookUpTicket, type Ticket } from './look-up-ticket.js';

export { confirmFirstResponsibility, type ConfirmFirstResponsibility } from './confirm-first-responsibility.js';
export { auditFirstResponsibility, type AuditFirstResponsibility } from './audit-first-responsibility.js';
export { determineResponsibility, type DetermineResponsibility } from './determine-responsibility.js';
export { contestResponsibility, type ContestResponsibility } from './contest-responsibility.js';
export { decideResponsibility, type DecideResponsibility } from './decide-responsibility.js';
export { readFirst, readResponsibilities, type FirstResponsibility, type Responsibility } from './responsibility.sql.js';
export { reportAccident, type ReportAccident } from './report-accident.js';
export { refuse as refuseComplaints } from './refusals.js';
export { channels, clockEvents, parseClockRegime, subjects } from './clock-regime.js';
export type { Channel, ClockEventName, ClockRegime, ClockRegimeRow, ComplaintSubject } from './clock-regime.js';
export { clockRegimes } from './clock-regimes.js';
export { clocksFor, type ClockFacts } from './clocks-for.js';
