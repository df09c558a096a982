-- Packs: versions of rule data that a network adopted or made, and what was decided on each. Shipped packs come with the
-- program and have no rows. A member reads them whole: what it is told by the rules, it may look up.
CREATE TABLE pack_counter (
  network_id   uuid NOT NULL,
  kind         text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  code         text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  -- Locked while versions of this code are proposed and decided, so that they are one after the other.
  last_version integer NOT NULL,
  PRIMARY KEY (network_id, kind, code)
);
CALL guard_network_table('pack_counter', 'operator');
GRANT SELECT, INSERT, UPDATE (last_version) ON pack_counter TO surety_app;

CREATE TABLE pack (
  network_id     uuid NOT NULL,
  id             uuid NOT NULL,
  kind           text NOT NULL,
  code           text NOT NULL,
  version        integer NOT NULL,
  name_zh        text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
  name_en        text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
  effective_from date NOT NULL,
  rules          jsonb NOT NULL,
  -- SHA-256 of the rules' canonical text.
  digest         text NOT NULL CHECK (length(digest) = 64),
  adopted        boolean NOT NULL,
  -- The pack that it copies or changes: one of this network, or a shipped one, which has no row.
  based_on_id    uuid,
  reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  proposed_by    uuid NOT NULL,
  proposed_on    date NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, kind, code) REFERENCES pack_counter (network_id, kind, code),
  CONSTRAINT pack_version_once UNIQUE (network_id, kind, code, version),
  -- What a decision repeats of its pack, so that its own constraints can see it.
  CONSTRAINT pack_as_decided UNIQUE (network_id, id, kind, code, effective_from, proposed_by),
  CONSTRAINT adopted_from_a_pack CHECK (NOT adopted OR based_on_id IS NOT NULL)
);
CALL guard_network_table('pack', 'all');
GRANT SELECT, INSERT ON pack TO surety_app;

CREATE TABLE pack_decision (
  network_id     uuid NOT NULL,
  pack_id        uuid NOT NULL,
  kind           text NOT NULL,
  code           text NOT NULL,
  effective_from date NOT NULL,
  proposed_by    uuid NOT NULL,
  approved       boolean NOT NULL,
  reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  decided_by     uuid NOT NULL,
  decided_on     date NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT pack_decided_once PRIMARY KEY (network_id, pack_id),
  FOREIGN KEY (network_id, pack_id, kind, code, effective_from, proposed_by)
    REFERENCES pack (network_id, id, kind, code, effective_from, proposed_by),
  CONSTRAINT pack_decided_by_another CHECK (decided_by <> proposed_by)
);
-- Of the approved versions of a code no two start on one day: so which is in force is never a question.
CREATE UNIQUE INDEX pack_starts_once ON pack_decision (network_id, kind, code, effective_from) WHERE approved;
CALL guard_network_table('pack_decision', 'all');
GRANT SELECT, INSERT ON pack_decision TO surety_app;
