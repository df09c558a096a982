-- Messages are for anybody: a member's people, a person, a role of the operator, or somebody outside whom another room
-- knows by an opaque reference. No address of anybody stands here; it is asked for at the moment of sending.
ALTER TABLE message_log
  ALTER COLUMN member_id DROP NOT NULL,
  ALTER COLUMN about_id DROP NOT NULL,
  DROP CONSTRAINT message_log_code_check,
  ADD COLUMN recipient_kind text NOT NULL DEFAULT 'member' CHECK (recipient_kind ~ '^[a-z_]{1,40}$'),
  ADD COLUMN recipient_ref  text,
  ADD COLUMN params         jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN told_at        timestamptz;

-- The owner too is bound by row security as long as it is forced, and would change nothing.
ALTER TABLE message_log NO FORCE ROW LEVEL SECURITY;
UPDATE message_log SET recipient_ref = member_id::text, told_at = recorded_at;
DO $$ BEGIN
  IF EXISTS (SELECT FROM message_log WHERE recipient_ref IS NULL OR told_at IS NULL) THEN
    RAISE EXCEPTION 'a message was left without its recipient';
  END IF;
END $$;
ALTER TABLE message_log FORCE ROW LEVEL SECURITY;

ALTER TABLE message_log
  ALTER COLUMN recipient_kind DROP DEFAULT,
  ALTER COLUMN recipient_ref SET NOT NULL,
  ALTER COLUMN told_at SET NOT NULL,
  ADD CONSTRAINT message_code_plain CHECK (code ~ '^[a-z][a-z0-9_]{0,59}$'),
  -- A reference, and neither an address nor a telephone number.
  ADD CONSTRAINT message_recipient_opaque CHECK (recipient_ref ~ '^[A-Za-z0-9_-]{1,64}$' AND recipient_ref !~ '^[0-9]{5,}$'),
  ADD CONSTRAINT message_of_member CHECK (recipient_kind <> 'member' OR recipient_ref = member_id::text);
CREATE INDEX message_log_by_recipient ON message_log (network_id, recipient_kind, recipient_ref, id);
CREATE INDEX message_log_by_about ON message_log (network_id, about_id, id);

-- What a person has read of its list; nobody reads for another.
CREATE TABLE message_read (
  network_id  uuid NOT NULL,
  person_id   uuid NOT NULL,
  message_id  uuid NOT NULL,
  member_id   uuid,
  read_at     timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, person_id, message_id),
  FOREIGN KEY (network_id, message_id) REFERENCES message_log (network_id, id)
);
CALL guard_network_table('message_read', 'parties', '{member_id}');
GRANT SELECT, INSERT ON message_read TO surety_app;

-- A message on its way by one channel to one recipient. Its times are the clock's: the world outside has no sandbox.
CREATE TABLE message_delivery (
  network_id     uuid NOT NULL,
  id             uuid NOT NULL,
  message_id     uuid NOT NULL,
  member_id      uuid,
  channel        text NOT NULL CHECK (channel IN ('email', 'sms')),
  recipient_kind text NOT NULL CHECK (recipient_kind ~ '^[a-z_]{1,40}$'),
  recipient_ref  text NOT NULL CHECK (recipient_ref ~ '^[A-Za-z0-9_-]{1,64}$' AND recipient_ref !~ '^[0-9]{5,}$'),
  state          text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'given_up')),
  attempts       integer NOT NULL DEFAULT 0,
  next_at        timestamptz DEFAULT clock_timestamp(),
  leased_until   timestamptz,
  -- What carried it, where it was sent; and in a word why it was not. Never what the other side said: that may quote an address.
  via            text,
  problem        text CHECK (problem ~ '^[a-z0-9_]{1,60}$'),
  sent_at        timestamptz,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, message_id) REFERENCES message_log (network_id, id),
  CONSTRAINT message_delivered_once UNIQUE (network_id, message_id, channel, recipient_kind, recipient_ref),
  CHECK ((state IN ('queued', 'failed')) = (next_at IS NOT NULL))
);
CREATE INDEX message_delivery_due ON message_delivery (network_id, next_at) WHERE state IN ('queued', 'failed');
CALL guard_network_table('message_delivery', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (state, attempts, next_at, leased_until, via, problem, sent_at) ON message_delivery TO surety_app;
GRANT SELECT (network_id, id, state, next_at, leased_until) ON message_delivery TO surety_worker;
CREATE POLICY worker_lists ON message_delivery FOR SELECT TO surety_worker USING (true);

-- Where short messages go as long as no provider is set up: their text, which holds no personal data, and no number.
CREATE TABLE sms_log (
  network_id  uuid NOT NULL,
  delivery_id uuid NOT NULL,
  locale      text NOT NULL CHECK (locale IN ('zh', 'en')),
  text        text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT sms_logged_once PRIMARY KEY (network_id, delivery_id),
  FOREIGN KEY (network_id, delivery_id) REFERENCES message_delivery (network_id, id)
);
CALL guard_network_table('sms_log', 'operator');
GRANT SELECT, INSERT ON sms_log TO surety_app;
