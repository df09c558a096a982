-- What members owe beyond their funds, and the deductions decided against them.
CREATE TABLE receivable (
  network_id    uuid NOT NULL,
  id            uuid NOT NULL,
  member_id     uuid NOT NULL,
  amount_minor  bigint NOT NULL CHECK (amount_minor > 0),
  paid_minor    bigint NOT NULL DEFAULT 0,
  currency      char(3) NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('compensation', 'penalty', 'dues')),
  case_type     text NOT NULL,
  case_id       uuid NOT NULL,
  arose_on      date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT receivable_once_per_case UNIQUE (network_id, case_type, case_id),
  CONSTRAINT receivable_not_overpaid CHECK (paid_minor BETWEEN 0 AND amount_minor)
);
CREATE INDEX receivable_by_member ON receivable (network_id, member_id, id);
CALL guard_network_table('receivable', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (paid_minor) ON receivable TO surety_app;

CREATE TABLE receivable_payment (
  network_id    uuid NOT NULL,
  id            uuid NOT NULL,
  receivable_id uuid NOT NULL,
  member_id     uuid NOT NULL,
  amount_minor  bigint NOT NULL CHECK (amount_minor > 0),
  received_on   date NOT NULL,
  -- The bank's or the cashier's own reference: one payment is recorded once.
  reference     text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, receivable_id) REFERENCES receivable (network_id, id),
  CONSTRAINT payment_recorded_once UNIQUE (network_id, receivable_id, reference)
);
CALL guard_network_table('receivable_payment', 'parties', '{member_id}');
GRANT SELECT, INSERT ON receivable_payment TO surety_app;

CREATE TABLE deduction (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency     char(3) NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  clause       text NOT NULL CHECK (length(clause) BETWEEN 1 AND 200),
  state        text NOT NULL CHECK (state IN ('proposed', 'taken', 'refused')),
  proposed_by  uuid NOT NULL,
  proposed_on  date NOT NULL,
  decided_by   uuid,
  decided_on   date,
  decision_reason text,
  version      integer NOT NULL DEFAULT 1,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT decided_by_another CHECK (decided_by <> proposed_by)
);
CREATE INDEX deduction_by_member ON deduction (network_id, member_id, id);
CALL guard_network_table('deduction', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_on, decision_reason, version) ON deduction TO surety_app;
