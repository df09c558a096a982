-- Calendars that operators publish, and the clocks that count by them. A publication is never edited: each has the next
-- edition of its network, and a clock keeps counting by the edition it was started under.
CREATE TABLE calendar_counter (
  network_id uuid NOT NULL,
  series     text NOT NULL,
  last       integer NOT NULL,
  PRIMARY KEY (network_id, series)
);
CALL guard_network_table('calendar_counter', 'operator');
GRANT SELECT, INSERT, UPDATE (last) ON calendar_counter TO surety_app;

CREATE TABLE work_calendar (
  network_id    uuid NOT NULL,
  id            uuid NOT NULL,
  edition       integer NOT NULL CHECK (edition > 0),
  year          integer NOT NULL CHECK (year BETWEEN 1900 AND 9998),
  source        text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  holidays      date[] NOT NULL,
  make_up_days  date[] NOT NULL,
  -- Each as 09:00-15:30, in the network's zone, in order.
  shifts        text[] NOT NULL,
  published_by  uuid NOT NULL,
  published_on  date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CONSTRAINT calendar_edition_once UNIQUE (network_id, edition)
);
CREATE INDEX work_calendar_by_year ON work_calendar (network_id, year, edition);
CALL guard_network_table('work_calendar', 'all');
GRANT SELECT, INSERT ON work_calendar TO surety_app;

-- One row a clock: how it was told to count, pinned; where it stands; and what is still to fire, soonest first.
CREATE TABLE clock (
  network_id       uuid NOT NULL,
  id               uuid NOT NULL,
  subject_type     text NOT NULL CHECK (length(subject_type) BETWEEN 1 AND 40),
  subject_id       uuid NOT NULL,
  -- The member whose matter it is; NULL where it concerns none. The table is older than members.
  member_id        uuid,
  code             text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  party            text NOT NULL CHECK (party IN ('consumer', 'shop', 'supervision', 'maker', 'desk', 'floor', 'management', 'sales', 'support', 'logistics')),
  pack             text NOT NULL CHECK (length(pack) BETWEEN 1 AND 100),
  pack_version     text NOT NULL CHECK (length(pack_version) BETWEEN 1 AND 40),
  rule             text NOT NULL CHECK (length(rule) BETWEEN 1 AND 40),
  stop_event       text NOT NULL CHECK (length(stop_event) BETWEEN 1 AND 60),
  unit             text NOT NULL CHECK (unit IN ('minutes', 'hours', 'calendar_days', 'working_days', 'months', 'end_of_shift', 'as_soon_as_possible')),
  amount           integer NOT NULL CHECK (amount BETWEEN 0 AND 100000),
  warn_minutes     integer NOT NULL CHECK (warn_minutes BETWEEN 0 AND 1000000),
  escalate_to      text[] NOT NULL,
  escalate_minutes integer[] NOT NULL DEFAULT '{}',
  pause_reasons    text[] NOT NULL,
  calendar_edition integer NOT NULL,
  state            text NOT NULL CHECK (state IN ('running', 'paused', 'stopped')),
  cycle            integer NOT NULL DEFAULT 1,
  started_at       timestamptz NOT NULL,
  -- The start, later by every pause: what the deadline is counted from.
  counts_from      timestamptz NOT NULL,
  paused_at        timestamptz,
  -- What the customer was told instead, and what counts_from was then: later pauses move it on.
  extended_to      timestamptz,
  extended_from    timestamptz,
  due_at           timestamptz,
  -- The year whose calendar the deadline waits for.
  missing_year     integer,
  warn_at          timestamptz,
  breached_at      timestamptz,
  stopped_at       timestamptz,
  fire_at          timestamptz[] NOT NULL DEFAULT '{}',
  fire_as          text[] NOT NULL DEFAULT '{}',
  next_fire_at     timestamptz,
  last_event       integer NOT NULL DEFAULT 0,
  recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CONSTRAINT clock_once UNIQUE (network_id, subject_type, subject_id, code)
);
CREATE INDEX clock_to_fire ON clock (network_id, next_fire_at) WHERE next_fire_at IS NOT NULL;
CREATE INDEX clock_without_calendar ON clock (network_id, missing_year, id) WHERE missing_year IS NOT NULL;
CREATE INDEX clock_open_by_due ON clock (network_id, due_at, id) WHERE state <> 'stopped';
CREATE INDEX clock_by_member ON clock (network_id, member_id, due_at, id) WHERE state <> 'stopped';
CALL guard_network_table('clock', 'parties', '{member_id}');
GRANT SELECT, INSERT ON clock TO surety_app;
GRANT UPDATE (pack, pack_version, rule, stop_event, unit, amount, warn_minutes, escalate_to, escalate_minutes, pause_reasons, calendar_edition,
              state, cycle, started_at, counts_from, paused_at, extended_to, extended_from, due_at, missing_year, warn_at, breached_at,
              stopped_at, fire_at, fire_as, next_fire_at, last_event) ON clock TO surety_app;
GRANT SELECT (network_id, next_fire_at, missing_year) ON clock TO surety_worker;
CREATE POLICY worker_lists ON clock FOR SELECT TO surety_worker USING (true);
GRANT SELECT (network_id, year) ON work_calendar TO surety_worker;
CREATE POLICY worker_lists ON work_calendar FOR SELECT TO surety_worker USING (true);

-- What happened to a clock, numbered without gaps under its row's lock.
CREATE TABLE clock_event (
  network_id  uuid NOT NULL,
  clock_id    uuid NOT NULL,
  n           integer NOT NULL,
  member_id   uuid,
  cycle       integer NOT NULL,
  what        text NOT NULL CHECK (what IN ('started', 'paused', 'resumed', 'extended', 'restated', 'computed', 'warned', 'breached', 'escalated', 'stopped', 'restarted')),
  -- To whom it was escalated.
  step        text NOT NULL DEFAULT '',
  at          timestamptz NOT NULL,
  -- The deadline as it then stood.
  due_at      timestamptz,
  reason      text CHECK (length(reason) BETWEEN 1 AND 1000),
  -- What backs it: a file, a message, a note on the case.
  evidence    text CHECK (length(evidence) BETWEEN 1 AND 200),
  by_id       uuid,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, clock_id, n),
  FOREIGN KEY (network_id, clock_id) REFERENCES clock (network_id, id)
);
-- Each warning, breach and step happens once in a cycle, whoever fires.
CREATE UNIQUE INDEX clock_fires_once ON clock_event (network_id, clock_id, cycle, what, step) WHERE what IN ('warned', 'breached', 'escalated');
CALL guard_network_table('clock_event', 'parties', '{member_id}');
GRANT SELECT, INSERT ON clock_event TO surety_app;
