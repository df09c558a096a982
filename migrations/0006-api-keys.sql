-- API keys: a secret shown once, scopes instead of roles.

-- Finds a key by the keyed hash of its secret. The last use stands here because it is written in batches, for keys of
-- many networks at once, after the requests that used them are answered.
CREATE TABLE api_key_index (
  key_hash     bytea PRIMARY KEY,
  network_id   uuid NOT NULL REFERENCES network (id),
  api_key_id   uuid NOT NULL,
  last_used_at timestamptz,
  CONSTRAINT api_key_indexed_once UNIQUE (network_id, api_key_id)
);
GRANT SELECT, INSERT, UPDATE (last_used_at) ON api_key_index TO surety_app;

CREATE TABLE api_key (
  network_id      uuid NOT NULL,
  id              uuid NOT NULL,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  scopes          text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_by      uuid NOT NULL,
  -- On the clock, whatever a sandbox network's clock says.
  expires_at      timestamptz NOT NULL,
  -- Set once, when another key takes its place: until then both work.
  overlap_ends_at timestamptz,
  revoked_at      timestamptz,
  replaces_id     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, replaces_id) REFERENCES api_key (network_id, id)
);
CREATE UNIQUE INDEX api_key_replaced_once ON api_key (network_id, replaces_id) WHERE replaces_id IS NOT NULL;
CALL guard_network_table('api_key', 'operator');
GRANT SELECT, INSERT, UPDATE (overlap_ends_at, revoked_at) ON api_key TO surety_app;
