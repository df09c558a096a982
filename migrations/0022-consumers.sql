-- Consumers and what they bought. A consumer's row is opaque; who it is stands in personal_data alone, sealed, and can go.
CREATE TABLE consumer (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  -- Set while the consumer is merged into another: whoever is found by this row is the survivor.
  survivor_id uuid,
  -- Set when the personal data went on request; the row stays for what law keeps.
  erased_on   date,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, survivor_id) REFERENCES consumer (network_id, id),
  CHECK (survivor_id <> id)
);
CREATE INDEX consumer_by_survivor ON consumer (network_id, survivor_id) WHERE survivor_id IS NOT NULL;
CALL guard_network_table('consumer', 'operator');
GRANT SELECT, INSERT, UPDATE (survivor_id, erased_on) ON consumer TO surety_app;

-- Everything personal of a network, and nothing of it anywhere else. A row without member_id holds the whole and is the
-- operator's; a row with one holds what that member may see, masked before it was sealed. Each field is sealed by itself
-- (AES-256-GCM over network, row and field) as {"name": "<base64>"}, so that a new field needs no new column; what is
-- searched for stands beside it as a hash under the network's own key.
CREATE TABLE personal_data (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  subject_type text NOT NULL CHECK (subject_type IN ('consumer')),
  subject_id   uuid NOT NULL,
  member_id    uuid,
  -- Which key of the deployment sealed all fields of this row.
  key_version  integer NOT NULL CHECK (key_version > 0),
  sealed       jsonb NOT NULL,
  phone_index  bytea,
  email_index  bytea,
  name_index   bytea,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT personal_data_once_per_reader UNIQUE NULLS NOT DISTINCT (network_id, subject_id, member_id)
);
CREATE UNIQUE INDEX person_once_per_phone_and_name ON personal_data (network_id, phone_index, name_index) NULLS NOT DISTINCT
  WHERE member_id IS NULL AND phone_index IS NOT NULL;
CREATE INDEX personal_data_by_email ON personal_data (network_id, email_index) WHERE email_index IS NOT NULL;
CREATE INDEX personal_data_by_name ON personal_data (network_id, name_index) WHERE name_index IS NOT NULL;
CREATE INDEX personal_data_by_key ON personal_data (network_id, key_version);
CALL guard_network_table('personal_data', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (key_version, sealed, phone_index, email_index, name_index), DELETE ON personal_data TO surety_app;

-- Who was shown clear data, of whom, which fields and what for.
CREATE TABLE personal_reveal (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  subject_type text NOT NULL CHECK (subject_type IN ('consumer')),
  subject_id   uuid NOT NULL,
  purpose      text NOT NULL,
  fields       text[] NOT NULL,
  revealed_by  uuid,
  revealed_on  date NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id)
);
CREATE INDEX personal_reveal_by_subject ON personal_reveal (network_id, subject_id, id);
CALL guard_network_table('personal_reveal', 'operator');
GRANT SELECT, INSERT ON personal_reveal TO surety_app;

-- Whose personal data went. Kept outside the database too: after a restore to an earlier moment it is done again.
CREATE TABLE erasure_journal (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  subject_type text NOT NULL CHECK (subject_type IN ('consumer')),
  subject_id   uuid NOT NULL,
  erased_on    date NOT NULL,
  erased_by    uuid,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CONSTRAINT erased_once UNIQUE (network_id, subject_id)
);
CALL guard_network_table('erasure_journal', 'operator');
GRANT SELECT, INSERT ON erasure_journal TO surety_app;

-- Which consumer was taken for another, by whom and why; taking it back leaves the row and says so in it.
CREATE TABLE consumer_merge (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  consumer_id uuid NOT NULL,
  survivor_id uuid NOT NULL,
  -- The consumer itself and those that had been merged into it before.
  moved       uuid[] NOT NULL,
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  merged_by   uuid,
  merged_on   date NOT NULL,
  undone_by   uuid,
  undone_on   date,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, consumer_id) REFERENCES consumer (network_id, id),
  FOREIGN KEY (network_id, survivor_id) REFERENCES consumer (network_id, id)
);
CREATE INDEX consumer_merge_by_survivor ON consumer_merge (network_id, survivor_id, id);
CALL guard_network_table('consumer_merge', 'operator');
GRANT SELECT, INSERT, UPDATE (undone_by, undone_on) ON consumer_merge TO surety_app;

CREATE TABLE purchase (
  network_id          uuid NOT NULL,
  id                  uuid NOT NULL,
  -- The shop that sold.
  member_id           uuid NOT NULL,
  consumer_id         uuid,
  category            text NOT NULL CHECK (category ~ '^[a-z][a-z0-9_]{0,59}$'),
  model               text NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
  price_minor         bigint NOT NULL CHECK (price_minor > 0),
  invoice_price_minor bigint CHECK (invoice_price_minor > 0),
  currency            char(3) NOT NULL,
  voucher             text CHECK (length(voucher) BETWEEN 1 AND 60),
  invoice_number      text CHECK (length(invoice_number) BETWEEN 1 AND 60),
  sold_on             date NOT NULL,
  invoiced_on         date,
  delivered_on        date,
  channel             text NOT NULL CHECK (channel IN ('counter', 'exhibition', 'online', 'phone', 'door_to_door', 'group')),
  out_of_town         boolean NOT NULL,
  serial              text CHECK (length(serial) BETWEEN 1 AND 100),
  recorded_by         uuid,
  recorded_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  FOREIGN KEY (network_id, consumer_id) REFERENCES consumer (network_id, id),
  CONSTRAINT voucher_once_per_shop UNIQUE (network_id, member_id, voucher),
  CHECK (invoiced_on >= sold_on),
  CHECK (delivered_on >= sold_on)
);
CREATE INDEX purchase_by_member ON purchase (network_id, member_id, id);
CREATE INDEX purchase_by_consumer ON purchase (network_id, consumer_id, id) WHERE consumer_id IS NOT NULL;
CREATE INDEX purchase_by_serial ON purchase (network_id, serial) WHERE serial IS NOT NULL;
CALL guard_network_table('purchase', 'parties', '{member_id}');
-- Whose it is may turn out later than that it was sold.
GRANT SELECT, INSERT, UPDATE (consumer_id) ON purchase TO surety_app;

-- What was done for a consumer, written by the rooms that do it: a complaint, a repair, a contact.
CREATE TABLE consumer_event (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  consumer_id uuid NOT NULL,
  member_id   uuid,
  purchase_id uuid,
  kind        text NOT NULL CHECK (kind IN ('complaint', 'repair', 'exchange', 'refund', 'contact', 'care')),
  about_id    uuid NOT NULL,
  happened_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, consumer_id) REFERENCES consumer (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  FOREIGN KEY (network_id, purchase_id) REFERENCES purchase (network_id, id),
  CONSTRAINT event_noted_once UNIQUE (network_id, kind, about_id)
);
CREATE INDEX consumer_event_by_consumer ON consumer_event (network_id, consumer_id, id);
CALL guard_network_table('consumer_event', 'parties', '{member_id}');
GRANT SELECT, INSERT ON consumer_event TO surety_app;
