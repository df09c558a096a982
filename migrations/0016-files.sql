-- Evidence files. Their bytes stand in the file store, by network and digest; here stands what they are and whose.
-- An object is the bytes of one digest, however many files have them.
CREATE TABLE file_object (
  network_id   uuid NOT NULL,
  digest       text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  bytes        bigint NOT NULL CHECK (bytes > 0),
  -- Since when no file has them; null while one does.
  unused_since timestamptz,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, digest)
);
CREATE INDEX file_object_unused ON file_object (network_id, unused_since) WHERE unused_since IS NOT NULL;
CALL guard_network_table('file_object', 'operator');
GRANT SELECT, INSERT, UPDATE (unused_since), DELETE ON file_object TO surety_app;
GRANT SELECT (network_id, unused_since) ON file_object TO surety_worker;
CREATE POLICY worker_lists ON file_object FOR SELECT TO surety_worker USING (true);

-- What came in and belongs to nothing yet; it goes when it is attached, or after a day.
CREATE TABLE file_upload (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  digest      text NOT NULL,
  bytes       bigint NOT NULL,
  media_type  text NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- The member whose people brought it; null for the operator's own.
  member_id   uuid,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, digest) REFERENCES file_object (network_id, digest)
);
CREATE INDEX file_upload_by_age ON file_upload (network_id, recorded_at);
CREATE INDEX file_upload_by_digest ON file_upload (network_id, digest);
CALL guard_network_table('file_upload', 'parties', '{member_id}');
GRANT SELECT, INSERT, DELETE ON file_upload TO surety_app;
GRANT SELECT (network_id, recorded_at) ON file_upload TO surety_worker;
CREATE POLICY worker_lists ON file_upload FOR SELECT TO surety_worker USING (true);

-- Evidence: a file of one subject. It is never edited and never deleted.
CREATE TABLE file (
  network_id      uuid NOT NULL,
  id              uuid NOT NULL,
  digest          text NOT NULL,
  bytes           bigint NOT NULL,
  media_type      text NOT NULL,
  name            text NOT NULL,
  uploaded_by     uuid NOT NULL,
  uploaded_at     timestamptz NOT NULL,
  subject_type    text NOT NULL,
  subject_id      uuid NOT NULL,
  -- The member that is a party of the subject and may see its files; null where none is.
  member_id uuid,
  attached_by     uuid NOT NULL,
  attached_at     timestamptz NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, digest) REFERENCES file_object (network_id, digest)
);
CREATE INDEX file_by_subject ON file (network_id, subject_type, subject_id, id);
CREATE INDEX file_by_digest ON file (network_id, digest);
CALL guard_network_table('file', 'parties', '{member_id}');
GRANT SELECT, INSERT ON file TO surety_app;

-- That a file counts no more as evidence, and why; the file itself stays.
CREATE TABLE file_withdrawal (
  network_id      uuid NOT NULL,
  file_id         uuid NOT NULL,
  member_id uuid,
  reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  withdrawn_by    uuid NOT NULL,
  withdrawn_at    timestamptz NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT file_withdrawn_once PRIMARY KEY (network_id, file_id),
  FOREIGN KEY (network_id, file_id) REFERENCES file (network_id, id)
);
CALL guard_network_table('file_withdrawal', 'parties', '{member_id}');
GRANT SELECT, INSERT ON file_withdrawal TO surety_app;
