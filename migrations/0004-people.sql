-- People and their log-in sessions. Global, because one person may belong to many networks and is known before any of
-- them can be set; so nothing here may refer to a network's own tables.
CREATE TABLE person (
  id            uuid PRIMARY KEY,
  -- Lower-cased by the application, so that equality finds it and no lower() is needed in an index.
  email         text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  display_name  text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  state         text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'deactivated')),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT person_once_per_email UNIQUE (email)
);
GRANT SELECT, INSERT ON person TO surety_app;

-- A session names one network and keeps the roles it was opened with: whatever changes them ends the session, so a
-- request is judged by this row alone. It runs on the clock, whatever a sandbox network's clock says.
CREATE TABLE log_in_session (
  id               uuid PRIMARY KEY,
  person_id        uuid NOT NULL REFERENCES person (id),
  network_id       uuid NOT NULL REFERENCES network (id),
  membership_id    uuid NOT NULL,
  member_id        uuid,
  roles            text[] NOT NULL,
  -- When the password was given: a session opened out of another inherits it, so that none outlives its 90 days.
  authenticated_at timestamptz NOT NULL,
  recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at       timestamptz NOT NULL,
  -- The refresh token that is good, the one before it, and when it took its place.
  refresh_digest   bytea NOT NULL,
  previous_digest  bytea,
  generation       integer NOT NULL DEFAULT 1,
  rotated_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at         timestamptz,
  ended_reason     text CHECK (ended_reason IN ('logged_out', 'ended', 'refresh_reused', 'roles_changed', 'deactivated')),
  CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX log_in_session_live_by_person ON log_in_session (person_id, id) WHERE ended_at IS NULL;
CREATE INDEX log_in_session_live_by_membership ON log_in_session (network_id, membership_id, id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (refresh_digest, previous_digest, generation, rotated_at, expires_at, ended_at, ended_reason)
  ON log_in_session TO surety_app;

-- Password checks of one account, whether or not there is such an account: the digest does not say which it is.
CREATE TABLE credential_throttle (
  account_digest bytea PRIMARY KEY,
  checks         integer NOT NULL CHECK (checks >= 0),
  window_started timestamptz NOT NULL
);
CREATE INDEX credential_throttle_by_age ON credential_throttle (window_started);
GRANT SELECT, INSERT, UPDATE, DELETE ON credential_throttle TO surety_app;
