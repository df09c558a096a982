-- Whose complaint it is and which purchase it is about; what the rules gave, what the consumer chose, and shops' repairs.
ALTER TABLE complaint
  ADD COLUMN consumer_id uuid,
  ADD COLUMN purchase_id uuid,
  ADD CONSTRAINT complaint_of_consumer FOREIGN KEY (network_id, consumer_id) REFERENCES consumer (network_id, id),
  ADD CONSTRAINT complaint_of_purchase FOREIGN KEY (network_id, purchase_id) REFERENCES purchase (network_id, id);
CREATE INDEX complaint_by_consumer ON complaint (network_id, consumer_id, id) WHERE consumer_id IS NOT NULL;
CREATE INDEX complaint_by_purchase ON complaint (network_id, purchase_id, id) WHERE purchase_id IS NOT NULL;
GRANT UPDATE (consumer_id, purchase_id) ON complaint TO surety_app;

-- A decision as it was made: the facts, the answer with its explained lines, and the packs by version and digest.
CREATE TABLE remedy_decision (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  covered      text NOT NULL CHECK (covered IN ('covered', 'not_covered', 'undecided')),
  facts        jsonb NOT NULL,
  decision     jsonb NOT NULL,
  packs        jsonb NOT NULL,
  decided_by   uuid NOT NULL,
  decided_on   date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CREATE INDEX remedy_decision_by_complaint ON remedy_decision (network_id, complaint_id, id);
CALL guard_network_table('remedy_decision', 'parties', '{member_id}');
GRANT SELECT, INSERT ON remedy_decision TO surety_app;

CREATE TABLE remedy_choice (
  network_id   uuid NOT NULL,
  decision_id  uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  remedy       text NOT NULL,
  chosen_on    date NOT NULL,
  recorded_by  uuid NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT remedy_chosen_once PRIMARY KEY (network_id, decision_id),
  FOREIGN KEY (network_id, decision_id) REFERENCES remedy_decision (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CALL guard_network_table('remedy_choice', 'parties', '{member_id}');
GRANT SELECT, INSERT ON remedy_choice TO surety_app;

-- What a shop repaired over a complaint: what the rules count when the fault comes back.
CREATE TABLE repair_record (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  received_on  date NOT NULL,
  returned_on  date,
  fault        text NOT NULL,
  part         text,
  replaced     boolean NOT NULL,
  cause        text CHECK (length(cause) BETWEEN 1 AND 1000),
  recorded_by  uuid NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT repair_ends_after_start CHECK (returned_on >= received_on)
);
CREATE INDEX repair_record_by_complaint ON repair_record (network_id, complaint_id, id);
CREATE UNIQUE INDEX repair_open_once ON repair_record (network_id, complaint_id) WHERE returned_on IS NULL;
CALL guard_network_table('repair_record', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (returned_on, part, replaced, cause) ON repair_record TO surety_app;
