-- Where a network has its events sent, signed by the rules of Standard Webhooks.
CREATE TABLE webhook (
  network_id      uuid NOT NULL,
  id              uuid NOT NULL,
  url             text NOT NULL CHECK (length(url) BETWEEN 1 AND 500),
  description     text NOT NULL CHECK (length(description) <= 200),
  event_types     text[] NOT NULL CHECK (cardinality(event_types) > 0),
  -- 'stopped': by a person, may go on. 'disabled': failed for days, or told us that it is gone. 'deleted': for good.
  state           text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'stopped', 'disabled', 'deleted')),
  -- Sealed outside the database; the one before is good beside it until the overlap ends.
  secret          bytea NOT NULL,
  previous_secret bytea,
  previous_until  timestamptz,
  failing_since   timestamptz,
  version         integer NOT NULL DEFAULT 1,
  created_by      uuid,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
CALL guard_network_table('webhook', 'operator');
GRANT SELECT, INSERT, UPDATE (url, description, event_types, state, secret, previous_secret, previous_until, failing_since, version)
  ON webhook TO surety_app;
GRANT SELECT (network_id, id, state) ON webhook TO surety_worker;
CREATE POLICY worker_lists ON webhook FOR SELECT TO surety_worker USING (true);

-- One event on its way to one endpoint; its times are the clock's.
CREATE TABLE webhook_delivery (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  webhook_id   uuid NOT NULL,
  event_id     uuid NOT NULL,
  event_type   text NOT NULL,
  aggregate_id uuid NOT NULL,
  seq          bigint NOT NULL,
  -- 'queued': not one attempt has ended yet; later events of its aggregate wait for that.
  state        text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'given_up')),
  attempts     integer NOT NULL DEFAULT 0,
  -- Those since it was queued last: a replay begins the schedule anew.
  tries        integer NOT NULL DEFAULT 0,
  next_at      timestamptz DEFAULT clock_timestamp(),
  leased_until timestamptz,
  sent_at      timestamptz,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, webhook_id) REFERENCES webhook (network_id, id),
  FOREIGN KEY (network_id, event_id) REFERENCES outbox_event (network_id, id),
  CONSTRAINT webhook_event_once UNIQUE (network_id, webhook_id, event_id),
  CHECK ((state IN ('queued', 'failed')) = (next_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_by_seq ON webhook_delivery (network_id, webhook_id, seq);
CREATE INDEX webhook_delivery_in_order ON webhook_delivery (network_id, seq, webhook_id);
CREATE INDEX webhook_delivery_due ON webhook_delivery (network_id, webhook_id, next_at) WHERE state IN ('queued', 'failed');
CREATE INDEX webhook_delivery_untried ON webhook_delivery (network_id, webhook_id, aggregate_id, seq) WHERE state = 'queued';
CALL guard_network_table('webhook_delivery', 'operator');
GRANT SELECT, INSERT, UPDATE (state, attempts, tries, next_at, leased_until, sent_at) ON webhook_delivery TO surety_app;
GRANT SELECT (network_id, id, webhook_id, aggregate_id, seq, state, next_at, leased_until) ON webhook_delivery TO surety_worker;
CREATE POLICY worker_lists ON webhook_delivery FOR SELECT TO surety_worker USING (true);

-- What came of each attempt that ended; one cut short by a crash has none.
CREATE TABLE webhook_attempt (
  network_id  uuid NOT NULL,
  delivery_id uuid NOT NULL,
  attempt     integer NOT NULL CHECK (attempt > 0),
  attempted_at timestamptz NOT NULL,
  status      integer,
  problem     text CHECK (problem ~ '^[a-z0-9_]{1,60}$'),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT webhook_attempt_once PRIMARY KEY (network_id, delivery_id, attempt),
  FOREIGN KEY (network_id, delivery_id) REFERENCES webhook_delivery (network_id, id)
);
CALL guard_network_table('webhook_attempt', 'operator');
GRANT SELECT, INSERT ON webhook_attempt TO surety_app;
