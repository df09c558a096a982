-- Who belongs to a network, and who is invited to.

-- Finds a person's active memberships before any network is set. The key is a keyed hash of the person's id, so that
-- this table by itself does not say who works where; a deactivated membership has no row.
CREATE TABLE membership_index (
  person_hash   bytea NOT NULL,
  network_id    uuid NOT NULL REFERENCES network (id),
  membership_id uuid NOT NULL,
  PRIMARY KEY (person_hash, network_id)
);
GRANT SELECT, INSERT, DELETE ON membership_index TO surety_app;

-- Finds what a code stands for by the code's keyed hash; the code itself is kept nowhere.
CREATE TABLE public_code_index (
  code_hash  bytea NOT NULL,
  purpose    text NOT NULL CHECK (purpose IN ('invitation')),
  network_id uuid NOT NULL REFERENCES network (id),
  id         uuid NOT NULL,
  PRIMARY KEY (code_hash, purpose)
);
GRANT SELECT, INSERT ON public_code_index TO surety_app;

CREATE TABLE membership (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  person_id   uuid NOT NULL REFERENCES person (id),
  -- Set for a member's own people; what they read is limited to that member.
  member_id   uuid,
  roles       text[] NOT NULL CHECK (cardinality(roles) > 0),
  state       text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'deactivated')),
  version     integer NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CONSTRAINT membership_once_per_person UNIQUE (network_id, person_id)
);
CALL guard_network_table('membership', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (member_id, roles, state, version) ON membership TO surety_app;

-- The e-mail is sealed under the invitation's own code, which is shown once: here it is only comparable, by its digest.
CREATE TABLE invitation (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  email_digest bytea NOT NULL,
  sealed_email bytea NOT NULL,
  member_id    uuid,
  roles        text[] NOT NULL CHECK (cardinality(roles) > 0),
  -- Null for the first administrator's, which the platform made.
  invited_by   uuid,
  expires_at   timestamptz NOT NULL,
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX invitation_open_by_email ON invitation (network_id, email_digest) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CALL guard_network_table('invitation', 'operator');
GRANT SELECT, INSERT, UPDATE (accepted_at, withdrawn_at) ON invitation TO surety_app;
