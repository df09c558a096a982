-- Funds: members' money that the operator keeps, by pots; what each may be used for stands in the agreement's terms.
CREATE TABLE fund_terms (
  network_id              uuid NOT NULL,
  agreement_id            uuid NOT NULL,
  kind                    text NOT NULL CHECK (kind IN ('guarantee_fund', 'deposit', 'bond', 'retention', 'complaint_fund')),
  member_id               uuid NOT NULL,
  required_minor          bigint NOT NULL CHECK (required_minor >= 0),
  currency                char(3) NOT NULL,
  -- For what the pot may be drawn, and its turn among the member's pots that may be.
  uses                    text[] NOT NULL CHECK (uses <@ '{compensation,penalty,dues}'),
  draw_order              integer NOT NULL,
  -- The day by which the first payment is due, and how many days a call for a top-up gives.
  due_on                  date,
  top_up_days             integer NOT NULL CHECK (top_up_days BETWEEN 0 AND 366),
  -- How long the pot is kept after the agreement's end, and within how many days of that it is to be returned.
  tail_days               integer NOT NULL CHECK (tail_days BETWEEN 0 AND 3660),
  return_days             integer NOT NULL CHECK (return_days BETWEEN 0 AND 3660),
  late_return_daily_rate  numeric(18, 12) NOT NULL CHECK (late_return_daily_rate >= 0),
  kept_on_serious_breach  boolean NOT NULL,
  PRIMARY KEY (network_id, agreement_id, kind),
  FOREIGN KEY (network_id, agreement_id) REFERENCES agreement (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT fund_turns_differ UNIQUE (network_id, agreement_id, draw_order)
);
CREATE INDEX fund_terms_by_member ON fund_terms (network_id, member_id, kind);
CALL guard_network_table('fund_terms', 'parties', '{member_id}');
GRANT SELECT, INSERT ON fund_terms TO surety_app;

-- One pot of a kind a member, whatever the agreement; its money is its account's.
CREATE TABLE fund (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  member_id   uuid NOT NULL,
  kind        text NOT NULL,
  currency    char(3) NOT NULL,
  account_id  uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  FOREIGN KEY (network_id, account_id) REFERENCES account (network_id, id),
  CONSTRAINT fund_once UNIQUE (network_id, member_id, kind, currency)
);
CREATE INDEX fund_by_account ON fund (network_id, account_id);
CALL guard_network_table('fund', 'parties', '{member_id}');
GRANT SELECT, INSERT ON fund TO surety_app;

CREATE TABLE fund_receipt (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  fund_id     uuid NOT NULL,
  member_id   uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  received_on date NOT NULL,
  -- The bank's or the cashier's own reference: one receipt is recorded once.
  reference   text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  transfer_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, fund_id) REFERENCES fund (network_id, id),
  CONSTRAINT receipt_recorded_once UNIQUE (network_id, fund_id, reference)
);
CALL guard_network_table('fund_receipt', 'parties', '{member_id}');
GRANT SELECT, INSERT ON fund_receipt TO surety_app;

CREATE INDEX fund_receipt_by_fund ON fund_receipt (network_id, fund_id, id);

-- A receipt taken back, and why; the ledger's reversal has this row for its cause.
CREATE TABLE receipt_reversal (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  receipt_id  uuid NOT NULL,
  member_id   uuid NOT NULL,
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, receipt_id) REFERENCES fund_receipt (network_id, id),
  CONSTRAINT receipt_reversed_once UNIQUE (network_id, receipt_id)
);
CALL guard_network_table('receipt_reversal', 'parties', '{member_id}');
GRANT SELECT, INSERT ON receipt_reversal TO surety_app;

-- Money of a fund set aside for a case; `outcome` closes it once.
CREATE TABLE fund_hold (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  fund_id      uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  purpose      text NOT NULL CHECK (purpose IN ('compensation', 'penalty', 'dues')),
  case_type    text NOT NULL,
  case_id      uuid NOT NULL,
  hold_id      uuid NOT NULL,
  expires_at   timestamptz,
  outcome      text CHECK (outcome IN ('captured', 'voided', 'expired')),
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, fund_id) REFERENCES fund (network_id, id),
  FOREIGN KEY (network_id, hold_id) REFERENCES hold (network_id, id)
);
CREATE INDEX fund_hold_by_case ON fund_hold (network_id, case_type, case_id);
CREATE INDEX fund_hold_standing ON fund_hold (network_id, fund_id) WHERE outcome IS NULL;
CREATE INDEX fund_hold_expiring ON fund_hold (expires_at) WHERE outcome IS NULL AND expires_at IS NOT NULL;
CALL guard_network_table('fund_hold', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (outcome) ON fund_hold TO surety_app;
GRANT SELECT (network_id, id, expires_at, outcome) ON fund_hold TO surety_worker;
CREATE POLICY worker_lists ON fund_hold FOR SELECT TO surety_worker USING (true);

-- A demand that the member top its fund up again; receipts meet the oldest first.
CREATE TABLE fund_call (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  fund_id      uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  met_minor    bigint NOT NULL DEFAULT 0 CHECK (met_minor >= 0),
  called_on    date NOT NULL,
  due_on       date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, fund_id) REFERENCES fund (network_id, id),
  CONSTRAINT call_not_overmet CHECK (met_minor <= amount_minor)
);
CREATE INDEX fund_call_open ON fund_call (network_id, fund_id, due_on, id) WHERE met_minor < amount_minor;
CREATE INDEX fund_call_due ON fund_call (due_on) WHERE met_minor < amount_minor;
CALL guard_network_table('fund_call', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (met_minor) ON fund_call TO surety_app;
GRANT SELECT (network_id, id, due_on, amount_minor, met_minor) ON fund_call TO surety_worker;
CREATE POLICY worker_lists ON fund_call FOR SELECT TO surety_worker USING (true);

-- What a case takes from a fund: one line a fund, so that each is posted once.
CREATE TABLE fund_draw (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  fund_id      uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  purpose      text NOT NULL CHECK (purpose IN ('compensation', 'penalty', 'dues')),
  case_type    text NOT NULL,
  case_id      uuid NOT NULL,
  transfer_id  uuid NOT NULL,
  drawn_on     date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, fund_id) REFERENCES fund (network_id, id),
  FOREIGN KEY (network_id, transfer_id) REFERENCES transfer (network_id, id)
);
CREATE INDEX fund_draw_by_case ON fund_draw (network_id, case_type, case_id);
CALL guard_network_table('fund_draw', 'parties', '{member_id}');
GRANT SELECT, INSERT ON fund_draw TO surety_app;

-- What an open case puts on a member's funds so that they are not released under it.
CREATE TABLE case_mark (
  network_id  uuid NOT NULL,
  case_type   text NOT NULL,
  case_id     uuid NOT NULL,
  member_id   uuid NOT NULL,
  lifted_at   timestamptz,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, case_type, case_id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CREATE INDEX case_mark_open ON case_mark (network_id, member_id) WHERE lifted_at IS NULL;
CALL guard_network_table('case_mark', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (lifted_at) ON case_mark TO surety_app;

CREATE TABLE fund_release (
  network_id     uuid NOT NULL,
  id             uuid NOT NULL,
  fund_id        uuid NOT NULL,
  member_id      uuid NOT NULL,
  outcome        text NOT NULL CHECK (outcome IN ('returned', 'kept')),
  amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
  -- By when it was to be returned, and what the operator owes for being late.
  due_on         date NOT NULL,
  late_fee_minor bigint NOT NULL CHECK (late_fee_minor >= 0),
  released_on    date NOT NULL,
  reference      text NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, fund_id) REFERENCES fund (network_id, id)
);
CREATE INDEX fund_release_by_fund ON fund_release (network_id, fund_id);
CALL guard_network_table('fund_release', 'parties', '{member_id}');
GRANT SELECT, INSERT ON fund_release TO surety_app;

-- Reminders sent for open calls: one for each kind and call, whatever restarts in between.
CREATE TABLE call_reminder (
  network_id  uuid NOT NULL,
  call_id     uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('coming_due', 'overdue')),
  member_id   uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT reminded_once PRIMARY KEY (network_id, call_id, kind),
  FOREIGN KEY (network_id, call_id) REFERENCES fund_call (network_id, id)
);
CALL guard_network_table('call_reminder', 'parties', '{member_id}');
GRANT SELECT ON call_reminder TO surety_worker;
CREATE POLICY worker_lists ON call_reminder FOR SELECT TO surety_worker USING (true);
GRANT SELECT, INSERT ON call_reminder TO surety_app;
