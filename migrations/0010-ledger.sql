-- The ledger: accounts, entries of transfers, holds, and what they did to the balances.
CREATE TABLE account (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  kind        text NOT NULL,
  member_id   uuid,
  currency    char(3) NOT NULL,
  side        text NOT NULL CHECK (side IN ('debit', 'credit')),
  -- A floored account has a balance row, and never falls below zero less its holds.
  floored     boolean NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (network_id, kind, member_id, currency),
  CONSTRAINT account_currency UNIQUE (network_id, id, currency)
);
CALL guard_network_table('account', 'parties', '{member_id}');
GRANT SELECT, INSERT ON account TO surety_app;

CREATE TABLE account_balance (
  network_id           uuid NOT NULL,
  account_id           uuid NOT NULL,
  member_id            uuid,
  side                 text NOT NULL CHECK (side IN ('debit', 'credit')),
  posted_debit_minor   bigint NOT NULL DEFAULT 0 CHECK (posted_debit_minor >= 0),
  posted_credit_minor  bigint NOT NULL DEFAULT 0 CHECK (posted_credit_minor >= 0),
  pending_debit_minor  bigint NOT NULL DEFAULT 0 CHECK (pending_debit_minor >= 0),
  pending_credit_minor bigint NOT NULL DEFAULT 0 CHECK (pending_credit_minor >= 0),
  last_line            bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (network_id, account_id),
  FOREIGN KEY (network_id, account_id) REFERENCES account (network_id, id),
  -- Available is what is posted on the account's own side, less what is posted against it or held against it.
  CONSTRAINT below_floor CHECK (
    CASE side
      WHEN 'credit' THEN posted_credit_minor - posted_debit_minor - pending_debit_minor
      ELSE posted_debit_minor - posted_credit_minor - pending_credit_minor
    END >= 0)
) WITH (fillfactor = 50);
CALL guard_network_table('account_balance', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (posted_debit_minor, posted_credit_minor, pending_debit_minor, pending_credit_minor, last_line)
  ON account_balance TO surety_app;

CREATE TABLE entry (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  cause_type   text NOT NULL,
  cause_id     uuid NOT NULL,
  effective_on date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id)
);
CREATE INDEX entry_by_cause ON entry (network_id, cause_type, cause_id);
CALL guard_network_table('entry', 'operator');
GRANT SELECT, INSERT ON entry TO surety_app;

CREATE TABLE transfer (
  network_id        uuid NOT NULL,
  id                uuid NOT NULL,
  entry_id          uuid NOT NULL,
  debit_account_id  uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  amount_minor      bigint NOT NULL CHECK (amount_minor > 0),
  currency          char(3) NOT NULL,
  code              text NOT NULL,
  cause_type        text NOT NULL,
  cause_id          uuid NOT NULL,
  effective_on      date NOT NULL,
  reverses_id       uuid,
  recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, entry_id) REFERENCES entry (network_id, id),
  -- Both accounts keep the transfer's currency, so no entry can mix two.
  FOREIGN KEY (network_id, debit_account_id, currency) REFERENCES account (network_id, id, currency),
  FOREIGN KEY (network_id, credit_account_id, currency) REFERENCES account (network_id, id, currency),
  FOREIGN KEY (network_id, reverses_id) REFERENCES transfer (network_id, id),
  CONSTRAINT two_accounts CHECK (debit_account_id <> credit_account_id),
  CONSTRAINT posted_once UNIQUE (network_id, cause_type, cause_id, code)
);
CREATE UNIQUE INDEX reversed_once ON transfer (network_id, reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX transfer_by_debit ON transfer (network_id, debit_account_id, effective_on, recorded_at) INCLUDE (amount_minor);
CREATE INDEX transfer_by_credit ON transfer (network_id, credit_account_id, effective_on, recorded_at) INCLUDE (amount_minor);
CREATE INDEX transfer_by_entry ON transfer (network_id, entry_id);
CALL guard_network_table('transfer', 'operator');
GRANT SELECT, INSERT ON transfer TO surety_app;

-- A hold reserves on both accounts until it is resolved, once: captured wholly or in part, voided, or expired.
CREATE TABLE hold (
  network_id        uuid NOT NULL,
  id                uuid NOT NULL,
  debit_account_id  uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  amount_minor      bigint NOT NULL CHECK (amount_minor > 0),
  currency          char(3) NOT NULL,
  code              text NOT NULL,
  cause_type        text NOT NULL,
  cause_id          uuid NOT NULL,
  expires_at        timestamptz,
  recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, debit_account_id, currency) REFERENCES account (network_id, id, currency),
  FOREIGN KEY (network_id, credit_account_id, currency) REFERENCES account (network_id, id, currency),
  CONSTRAINT held_once UNIQUE (network_id, cause_type, cause_id, code)
);
CALL guard_network_table('hold', 'operator');
GRANT SELECT, INSERT ON hold TO surety_app;

CREATE TABLE hold_resolution (
  network_id     uuid NOT NULL,
  hold_id        uuid NOT NULL,
  outcome        text NOT NULL CHECK (outcome IN ('captured', 'voided', 'expired')),
  captured_minor bigint NOT NULL CHECK (captured_minor >= 0),
  transfer_id    uuid,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT hold_resolved_once PRIMARY KEY (network_id, hold_id),
  FOREIGN KEY (network_id, hold_id) REFERENCES hold (network_id, id),
  FOREIGN KEY (network_id, transfer_id) REFERENCES transfer (network_id, id),
  CHECK ((outcome = 'captured') = (transfer_id IS NOT NULL)),
  CHECK ((outcome = 'captured') = (captured_minor > 0))
);
CALL guard_network_table('hold_resolution', 'operator');
GRANT SELECT, INSERT ON hold_resolution TO surety_app;

-- The account history of a floored account: numbered without gaps under the lock of its balance row.
CREATE TABLE account_line (
  network_id    uuid NOT NULL,
  account_id    uuid NOT NULL,
  line          bigint NOT NULL,
  member_id     uuid,
  what          text NOT NULL CHECK (what IN ('transfer', 'reversal', 'hold', 'capture', 'void', 'expiry')),
  code          text NOT NULL,
  cause_type    text NOT NULL,
  cause_id      uuid NOT NULL,
  transfer_id   uuid,
  hold_id       uuid,
  -- Signed as seen from the account's own side: what this line did to the posted and to the held balance.
  posted_minor  bigint NOT NULL,
  held_minor    bigint NOT NULL,
  posted_after_minor bigint NOT NULL,
  held_after_minor   bigint NOT NULL,
  effective_on  date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, account_id, line),
  FOREIGN KEY (network_id, account_id) REFERENCES account (network_id, id),
  CONSTRAINT line_not_below_floor CHECK (posted_after_minor - held_after_minor >= 0)
);
CALL guard_network_table('account_line', 'parties', '{member_id}');
GRANT SELECT, INSERT ON account_line TO surety_app;
