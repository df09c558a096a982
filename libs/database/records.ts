import { newId } from '@app/kernel';
import type { AuditRecord } from './audit.js';
import { insertRecords } from './records.sql.js';
import type { Transaction } from './transaction.js';
import type { EventFacts } from './tx.js';

/** Leaves the audit record and the events of a write, by one statement, in the write's own transaction. */
export async function leaveRecords(tx: Transaction, audit: AuditRecord, events: readonly EventFacts[]): Promise<void> {
  await tx.run(insertRecords, {
    ...audit,
    touched: [...audit.touched],
    eventIds: events.map(() => newId()),
    types: events.map((event) => event.type),
    aggregateIds: events.map((event) => event.aggregateId),
    payloads: events.map((event) => JSON.stringify(event.payload ?? {})),
  });
}
