import { statement } from './statement.js';

/** An event as its consumers see it. */
export interface OutboxEvent {
  readonly id: string;
  readonly seq: bigint;
  readonly type: string;
  readonly aggregateId: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** Where a consumer's events of one aggregate wait, up to one of them. */
export interface Line {
  readonly consumer: string;
  readonly aggregateId: string;
  /** The last event of the line that is asked for, by its `seq`. */
  readonly through: string;
}

/**
 * Lets one relay at a time hand events on, until its transaction ends. A statement of its own: what is pending must be
 * read by a statement that began after the relay before has committed.
 */
export const takeRelay = statement<Record<never, never>, { taken: boolean }>('database.take-relay', `
  SELECT pg_try_advisory_xact_lock(7203452) AS taken
`);

/**
 * Takes the earliest pending events off the list. No cursor: an event that commits late with an earlier seq is simply
 * still there. Leans on outbox_pending_in_order; locks the rows it deletes, which only the one relay does.
 */
export const takePending = statement<
  { count: number }, { networkId: string; id: string; seq: bigint; type: string; aggregateId: string }
>('database.take-pending', `
  WITH taken AS (
    DELETE FROM outbox_pending p
    USING (SELECT network_id, event_id FROM outbox_pending ORDER BY seq LIMIT $count) first
    WHERE p.network_id = first.network_id AND p.event_id = first.event_id
    RETURNING p.network_id, p.event_id, p.seq
  )
  SELECT t.network_id, e.id, t.seq, e.type, e.aggregate_id
  FROM taken t JOIN outbox_event e ON e.network_id = t.network_id AND e.id = t.event_id
  ORDER BY t.seq
`);

/** Puts events into their consumers' lines. Locks nothing: all keys are new. */
export const insertTurns = statement<
  { networkIds: string[]; consumers: string[]; aggregateIds: string[]; seqs: bigint[]; eventIds: string[] }
>('database.insert-turns', `
  INSERT INTO reaction_turn (network_id, consumer, aggregate_id, seq, event_id)
  SELECT * FROM unnest($networkIds::uuid[], $consumers::text[], $aggregateIds::uuid[], $seqs::bigint[], $eventIds::uuid[])
`);

/**
 * Takes the first of a line, if it is due. Locks that row: a second taker waits, then finds it gone and gets no row, or
 * finds it still there because the first failed.
 */
export const takeFirstTurn = statement<Line, OutboxEvent>('database.take-first-turn', `
  WITH taken AS (
    DELETE FROM reaction_turn
    WHERE network_id = $network AND consumer = $consumer AND aggregate_id = $aggregateId AND seq <= $through::bigint
      AND seq = (
        SELECT min(seq) FROM reaction_turn
        WHERE network_id = $network AND consumer = $consumer AND aggregate_id = $aggregateId)
    RETURNING event_id
  )
  SELECT e.id, e.seq, e.type, e.aggregate_id, e.payload
  FROM taken t JOIN outbox_event e ON e.network_id = $network AND e.id = t.event_id
`);

/** Whether anything of a line still waits. */
export const readFirstTurn = statement<Line, { seq: bigint }>('database.read-first-turn', `
  SELECT seq FROM reaction_turn
  WHERE network_id = $network AND consumer = $consumer AND aggregate_id = $aggregateId AND seq <= $through::bigint
  ORDER BY seq LIMIT 1
`);

/** Once a consumer and event: answers 1 for the first, 0 ever after. Waits for a concurrent twin to end. */
export const insertConsumed = statement<{ consumer: string; eventId: string }>('database.insert-consumed', `
  INSERT INTO consumed_event (network_id, consumer, event_id) VALUES ($network, $consumer, $eventId)
  ON CONFLICT ON CONSTRAINT event_consumed_once DO NOTHING
`);
