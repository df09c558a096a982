-- A complaint may be taken in before all its facts are known, by any channel, and it has more ends than one.
ALTER TABLE complaint
  ALTER COLUMN category DROP NOT NULL,
  ALTER COLUMN price_minor DROP NOT NULL,
  ALTER COLUMN sold_on DROP NOT NULL,
  ALTER COLUMN returned_on DROP NOT NULL,
  ALTER COLUMN defect DROP NOT NULL,
  ALTER COLUMN has_voucher DROP NOT NULL,
  ALTER COLUMN shop_present DROP NOT NULL,
  ADD COLUMN number text,
  ADD COLUMN channel text NOT NULL DEFAULT 'counter' CHECK (channel IN ('counter', 'phone', 'online', 'hotline_12315', 'api')),
  -- The number under which the hotline passed it on.
  ADD COLUMN hotline_number text CHECK (hotline_number ~ '^[0-9A-Za-z-]{4,40}$'),
  -- What counts as the same problem; the defect, unless somebody says otherwise.
  ADD COLUMN problem text CHECK (problem ~ '^[a-z][a-z0-9_]{0,59}$'),
  ADD COLUMN demand text CHECK (demand IN ('repair', 'exchange', 'refund', 'other')),
  ADD COLUMN voucher text CHECK (length(voucher) BETWEEN 1 AND 60),
  ADD COLUMN priority text NOT NULL DEFAULT 'general' CHECK (priority ~ '^[a-z][a-z_]{0,29}$'),
  ADD COLUMN received_at timestamptz,
  ADD COLUMN received_on date,
  ADD COLUMN outcome text CHECK (outcome IN ('repaired', 'exchanged', 'refunded', 'compensated', 'agreed', 'rejected', 'referred')),
  ADD COLUMN ended_on date,
  ADD COLUMN ended_by uuid,
  ADD COLUMN reopened integer NOT NULL DEFAULT 0,
  -- When the consumer contested a refusal: once.
  ADD COLUMN contested_on date,
  -- The compensation request that asks, from its proposal until it is refused or paid: meanwhile the complaint does not end.
  ADD COLUMN pending_request_id uuid,
  -- Into which complaint it was merged, by a person.
  ADD COLUMN merged_into uuid,
  ADD COLUMN accident_on date,
  -- When the next of its clocks is due, in milliseconds; the end of the year 9999 where none is. Lists go by it.
  ADD COLUMN next_due_ms bigint NOT NULL DEFAULT 253402300799999,
  DROP CONSTRAINT complaint_state_check,
  ADD CONSTRAINT complaint_state_check CHECK (state IN ('open', 'decided', 'settled', 'closed', 'withdrawn', 'unfounded', 'merged')),
  ADD CONSTRAINT merged_or_not CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  ADD CONSTRAINT complaint_merged_into FOREIGN KEY (network_id, merged_into) REFERENCES complaint (network_id, id);

-- What was there before is given what it lacks. Forced row security would hide every row from the owner.
ALTER TABLE complaint NO FORCE ROW LEVEL SECURITY;
UPDATE complaint c SET
  number = 'C' || to_char(c.recorded_at AT TIME ZONE n.zone, 'YYMMDD') || '-' || upper(right(c.id::text, 7)),
  problem = c.defect, received_at = c.recorded_at, received_on = (c.recorded_at AT TIME ZONE n.zone)::date,
  outcome = CASE c.state WHEN 'settled' THEN 'compensated' WHEN 'closed' THEN 'agreed' END
FROM network n WHERE n.id = c.network_id;
DO $$
DECLARE lacking bigint;
BEGIN
  IF to_regclass('compensation_request') IS NOT NULL THEN
    ALTER TABLE compensation_request NO FORCE ROW LEVEL SECURITY;
    UPDATE complaint c SET pending_request_id = r.id FROM compensation_request r
    WHERE r.network_id = c.network_id AND r.complaint_id = c.id AND r.state IN ('proposed', 'approved') AND c.state = 'open';
    ALTER TABLE compensation_request FORCE ROW LEVEL SECURITY;
  END IF;
  SELECT count(*) INTO lacking FROM complaint WHERE number IS NULL OR received_on IS NULL;
  IF lacking > 0 THEN RAISE EXCEPTION '% complaints were not given a number', lacking; END IF;
END $$;
ALTER TABLE complaint FORCE ROW LEVEL SECURITY;

ALTER TABLE complaint
  ALTER COLUMN number SET NOT NULL,
  ALTER COLUMN received_at SET NOT NULL,
  ALTER COLUMN received_on SET NOT NULL,
  ADD CONSTRAINT complaint_number_once UNIQUE (network_id, number);
CREATE UNIQUE INDEX hotline_number_once ON complaint (network_id, hotline_number) WHERE hotline_number IS NOT NULL;
CREATE INDEX complaint_due ON complaint (network_id, next_due_ms, id);
CREATE INDEX complaint_due_by_member ON complaint (network_id, member_id, next_due_ms, id);
CREATE INDEX complaint_due_by_state ON complaint (network_id, state, next_due_ms, id);
CREATE INDEX complaint_due_by_member_and_state ON complaint (network_id, member_id, state, next_due_ms, id);
DROP INDEX complaint_by_member;
CREATE INDEX complaint_counted ON complaint (network_id, member_id, received_on, problem) WHERE state NOT IN ('withdrawn', 'unfounded', 'merged');
CREATE INDEX complaint_by_voucher ON complaint (network_id, member_id, voucher) WHERE voucher IS NOT NULL;
GRANT UPDATE (
  category, price_minor, sold_on, returned_on, defect, problem, demand, voucher, has_voucher, shop_present, hotline_number, priority, outcome,
  ended_on, ended_by, reopened, contested_on, pending_request_id, merged_into, accident_on, next_due_ms
) ON complaint TO surety_app;

-- What happened to a complaint, for good: codes and opaque ids. Nothing personal.
CREATE TABLE complaint_event (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  code         text NOT NULL CHECK (code ~ '^[a-z][a-z_]{0,39}$'),
  at           timestamptz NOT NULL,
  by_id        uuid,
  by_role      text NOT NULL,
  -- What it was about, and a word on it: a state, an outcome, the names of facts.
  about_id     uuid,
  detail       text CHECK (length(detail) <= 200),
  -- In the words of whoever did it.
  reason       text CHECK (length(reason) <= 2000),
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CREATE INDEX complaint_event_by_complaint ON complaint_event (network_id, complaint_id, id);
CALL guard_network_table('complaint_event', 'parties', '{member_id}');
GRANT SELECT, INSERT ON complaint_event TO surety_app;

-- What a side says on a complaint, and what it refers to.
CREATE TABLE complaint_statement (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  side         text NOT NULL CHECK (side IN ('consumer', 'shop', 'maker', 'carrier', 'mall')),
  says         text NOT NULL CHECK (length(says) BETWEEN 1 AND 2000),
  reference    text CHECK (length(reference) BETWEEN 1 AND 200),
  at           timestamptz NOT NULL,
  by_id        uuid NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CREATE INDEX complaint_statement_by_complaint ON complaint_statement (network_id, complaint_id, id);
CALL guard_network_table('complaint_statement', 'parties', '{member_id}');
GRANT SELECT, INSERT ON complaint_statement TO surety_app;

-- The consumer's own way in: the code stands in public_code_index by its hash, and the consumer's record knows their phone.
ALTER TABLE public_code_index DROP CONSTRAINT public_code_index_purpose_check,
  ADD CONSTRAINT public_code_index_purpose_check CHECK (purpose IN ('invitation', 'ticket'));
