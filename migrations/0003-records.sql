-- What every write leaves: the answer kept for its key, the audit record, and its events.
CREATE TABLE request_key (
  network_id     uuid NOT NULL,
  actor_id       uuid NOT NULL,
  action         text NOT NULL,
  key            text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request_digest bytea NOT NULL,
  result         text,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, actor_id, action, key)
);
CREATE INDEX request_key_by_age ON request_key (network_id, recorded_at);
CALL guard_network_table('request_key', 'operator');
GRANT SELECT, INSERT, UPDATE (result), DELETE ON request_key TO surety_app;

CREATE TABLE audit_record (
  network_id     uuid NOT NULL,
  id             uuid NOT NULL,
  person_id      uuid,
  api_key_id     uuid,
  member_id      uuid,
  action         text NOT NULL,
  request_digest bytea NOT NULL,
  touched        uuid[] NOT NULL,
  outcome        text NOT NULL,
  request_id     text NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id)
);
CREATE INDEX audit_record_by_time ON audit_record (network_id, recorded_at, id);
CALL guard_network_table('audit_record', 'operator');
GRANT SELECT, INSERT ON audit_record TO surety_app;

-- Events are appended in the write's transaction. What is not relayed yet stands in outbox_pending, which the relay
-- empties row by row: a cursor over seq would step over an event that commits late with an earlier number.
CREATE SEQUENCE outbox_seq AS bigint;
GRANT USAGE ON SEQUENCE outbox_seq TO surety_app;
CREATE TABLE outbox_event (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL DEFAULT nextval('outbox_seq'),
  type         text NOT NULL,
  aggregate_id uuid NOT NULL,
  payload      jsonb NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id)
);
CALL guard_network_table('outbox_event', 'operator');
GRANT SELECT, INSERT ON outbox_event TO surety_app;
GRANT SELECT ON outbox_event TO surety_worker;
CREATE POLICY worker_lists ON outbox_event FOR SELECT TO surety_worker USING (true);

CREATE TABLE outbox_pending (
  network_id uuid NOT NULL,
  event_id   uuid NOT NULL,
  seq        bigint NOT NULL,
  PRIMARY KEY (network_id, event_id)
);
CREATE INDEX outbox_pending_in_order ON outbox_pending (seq);
CALL guard_network_table('outbox_pending', 'operator');
GRANT INSERT ON outbox_pending TO surety_app;
GRANT SELECT, DELETE ON outbox_pending TO surety_worker;
CREATE POLICY worker_relays ON outbox_pending TO surety_worker USING (true);

-- An event's effect happens once for each consumer, in the consumer's own transaction.
CREATE TABLE consumed_event (
  network_id  uuid NOT NULL,
  consumer    text NOT NULL,
  event_id    uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT event_consumed_once PRIMARY KEY (network_id, consumer, event_id)
);
CALL guard_network_table('consumed_event', 'operator');
GRANT SELECT, INSERT ON consumed_event TO surety_app;

-- The worker's queue lives in a schema of its own, which the worker's role makes and owns.
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO surety_worker', current_database()); END $$;
