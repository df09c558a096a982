-- Sanctions and awards: proposed by rule or by a person, decided by another, served as a notice, open to one appeal.
CREATE TABLE sanction (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  member_id    uuid NOT NULL,
  rule         text NOT NULL CHECK (rule ~ '^[A-Z]{2}-[0-9A-Za-z.-]{1,20}$'),
  measure      text NOT NULL CHECK (measure ~ '^[a-z][a-z_]{0,39}$'),
  -- The problem that was complained of; NULL where it does not matter.
  problem      text,
  -- The days in which complaints counted; NULL where a person proposed for another reason.
  window_from  date,
  window_through date,
  -- Strictly more complaints than this must count, also when it is confirmed; NULL where it is not complaints that are counted.
  more_than    integer CHECK (more_than >= 0),
  -- The code of the person at fault, as the member knows it: never a name.
  staff_code   text CHECK (staff_code ~ '^[0-9A-Za-z-]{1,40}$'),
  reason       text CHECK (length(reason) BETWEEN 1 AND 1000),
  amount_minor bigint CHECK (amount_minor > 0),
  currency     char(3) NOT NULL,
  due_days     integer CHECK (due_days > 0),
  -- The whole deposit is taken, whatever it is when that is decided.
  whole_deposit boolean NOT NULL,
  -- Whether a warning may be shown to everybody.
  is_public    boolean NOT NULL,
  pack_id      uuid NOT NULL,
  pack_version integer NOT NULL,
  pack_digest  text NOT NULL,
  appeal_days  integer NOT NULL CHECK (appeal_days > 0),
  state        text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused', 'appealed', 'upheld', 'lifted')),
  -- NULL where the system proposed by rule.
  proposed_by  uuid,
  proposed_on  date NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT window_whole CHECK ((window_from IS NULL) = (window_through IS NULL) AND window_from <= window_through),
  CONSTRAINT reason_by_hand CHECK (window_from IS NOT NULL OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX proposed_once ON sanction (network_id, member_id, measure, problem, window_from) NULLS NOT DISTINCT WHERE window_from IS NOT NULL;
CREATE INDEX sanction_by_member ON sanction (network_id, member_id, id);
CALL guard_network_table('sanction', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (state, version) ON sanction TO surety_app;

-- The complaints that counted when it was proposed.
CREATE TABLE sanction_complaint (
  network_id   uuid NOT NULL,
  sanction_id  uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, sanction_id, complaint_id),
  FOREIGN KEY (network_id, sanction_id) REFERENCES sanction (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CALL guard_network_table('sanction_complaint', 'parties', '{member_id}');
GRANT SELECT, INSERT ON sanction_complaint TO surety_app;

CREATE TABLE sanction_decision (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  sanction_id  uuid NOT NULL,
  member_id    uuid NOT NULL,
  outcome      text NOT NULL CHECK (outcome IN ('confirmed', 'refused', 'upheld', 'lifted')),
  -- On the proposal, or on the appeal.
  on_appeal    boolean NOT NULL GENERATED ALWAYS AS (outcome IN ('upheld', 'lifted')) STORED,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  decided_by   uuid NOT NULL,
  decided_on   date NOT NULL,
  -- From when its money counts as given back; of a lifted one alone.
  effective_on date,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, sanction_id) REFERENCES sanction (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT sanction_decided_once UNIQUE (network_id, sanction_id, on_appeal),
  CONSTRAINT effective_when_lifted CHECK ((outcome = 'lifted') = (effective_on IS NOT NULL))
);
CALL guard_network_table('sanction_decision', 'parties', '{member_id}');
GRANT SELECT, INSERT ON sanction_decision TO surety_app;

CREATE TABLE sanction_appeal (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  sanction_id  uuid NOT NULL,
  member_id    uuid NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  appealed_by  uuid NOT NULL,
  appealed_on  date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, sanction_id) REFERENCES sanction (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT appealed_once UNIQUE (network_id, sanction_id)
);
CALL guard_network_table('sanction_appeal', 'parties', '{member_id}');
GRANT SELECT, INSERT ON sanction_appeal TO surety_app;

CREATE TABLE award (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  member_id    uuid NOT NULL,
  rule         text NOT NULL,
  plaque       text NOT NULL,
  year         integer NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  pack_id      uuid NOT NULL,
  pack_version integer NOT NULL,
  pack_digest  text NOT NULL,
  granted_by   uuid NOT NULL,
  granted_on   date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT awarded_once UNIQUE (network_id, member_id, year)
);
CALL guard_network_table('award', 'parties', '{member_id}');
GRANT SELECT, INSERT ON award TO surety_app;

-- A debt may be due on a day, in one payment; and it may be lifted with what caused it.
ALTER TABLE receivable
  ADD COLUMN due_on date,
  ADD COLUMN in_one_payment boolean NOT NULL DEFAULT false,
  ADD COLUMN lifted_on date;
GRANT UPDATE (lifted_on) ON receivable TO surety_app;

-- A draw given back: the ledger's reversal has this row for its cause.
CREATE TABLE fund_draw_return (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  draw_id      uuid NOT NULL,
  fund_id      uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  effective_on date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, draw_id) REFERENCES fund_draw (network_id, id),
  FOREIGN KEY (network_id, fund_id) REFERENCES fund (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT draw_returned_once UNIQUE (network_id, draw_id)
);
CALL guard_network_table('fund_draw_return', 'parties', '{member_id}');
GRANT SELECT, INSERT ON fund_draw_return TO surety_app;
