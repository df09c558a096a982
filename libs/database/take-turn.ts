import { insertConsumed, readFirstTurn, takeFirstTurn, type Line, type OutboxEvent } from './outbox.sql.js';
import type { NetworkTx } from './tx.js';

/**
 * Takes the first event that waits in a line and marks it consumed, in the consumer's own transaction; null once nothing
 * waits up to where was asked. An event that was consumed already only loses its turn.
 */
export async function takeTurn(tx: NetworkTx, line: Line): Promise<OutboxEvent | null> {
  for (;;) {
    const event = await tx.maybe(takeFirstTurn, line);
    if (event && (await tx.run(insertConsumed, { consumer: line.consumer, eventId: event.id })) === 1) return event;
    // Taking answers no row also where another took the same one first: the next may wait all the same.
    if (!event && !(await tx.maybe(readFirstTurn, line))) return null;
  }
}
