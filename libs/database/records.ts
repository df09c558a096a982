import { newId } from '@app/kernel';
import type { AuditRecord } from './audit.js';
import { insertRecords } from './records.sql.js';
import type { Transaction } from './transaction.js';
import type { EventFacts } from './tx.js';

/** Leaves the audit record and the events of a write, by one statement, in the write's own transaction. */
export function leaveRecords(tx: Transaction, records: Records): Promise<number> {
  return tx.run(insertRecords, records);
}

export type Records = ReturnType<typeof recordsOf>;

/** The audit record and the events of a write as they are written down. */
export function recordsOf(audit: AuditRecord, events: readonly EventFacts[]) {
  return {
    ...audit,
    touched: [...audit.touched],
    eventIds: events.map(() => newId()),
    types: events.map((event) => event.type),
    aggregateIds: events.map((event) => event.aggregateId),
    payloads: events.map((event) => JSON.stringify(event.payload ?? {})),
  };
}
