-- Networks: one row a mall operator's or a brand's world. Global, because a caller's network must be known before it can be set.
CREATE TABLE network (
  id               uuid PRIMARY KEY,
  name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  currency         char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  zone             text NOT NULL,
  -- NULL: the network runs on the clock. A number: it is a sandbox whose clock runs that many seconds ahead.
  sandbox_seconds  bigint CHECK (sandbox_seconds >= 0),
  -- How many days back, and ahead, a business day may be given.
  back_days        integer NOT NULL DEFAULT 31 CHECK (back_days BETWEEN 0 AND 3660),
  ahead_days       integer NOT NULL DEFAULT 0 CHECK (ahead_days BETWEEN 0 AND 366),
  recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE (sandbox_seconds) ON network TO surety_app;
GRANT SELECT ON network TO surety_worker;
