-- Consultations, contacts, call-backs, and who is responsible.
CREATE TABLE consultation (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  -- The shop that it was about, where it was about one.
  member_id   uuid,
  channel     text NOT NULL CHECK (channel IN ('counter', 'phone', 'online', 'hotline_12315', 'api')),
  asked       text NOT NULL CHECK (length(asked) BETWEEN 1 AND 2000),
  answered    text NOT NULL CHECK (length(answered) BETWEEN 1 AND 2000),
  at          timestamptz NOT NULL,
  by_id       uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CALL guard_network_table('consultation', 'operator');
GRANT SELECT, INSERT ON consultation TO surety_app;

CREATE TABLE complaint_contact (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  complaint_id uuid NOT NULL,
  -- Set where the shop was the other side: then it sees it too.
  member_id    uuid,
  party        text NOT NULL CHECK (party IN ('consumer', 'shop', 'maker', 'carrier', 'authority')),
  way          text NOT NULL CHECK (way IN ('phone', 'counter', 'visit', 'message', 'online', 'letter')),
  direction    text NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
  said         text NOT NULL CHECK (length(said) BETWEEN 1 AND 2000),
  at           timestamptz NOT NULL,
  by_id        uuid NOT NULL,
  by_role      text NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CREATE INDEX complaint_contact_by_complaint ON complaint_contact (network_id, complaint_id, id);
CALL guard_network_table('complaint_contact', 'parties', '{member_id}');
GRANT SELECT, INSERT ON complaint_contact TO surety_app;

CREATE TABLE call_back (
  network_id      uuid NOT NULL,
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('consultation', 'closing')),
  complaint_id    uuid,
  consultation_id uuid,
  -- In milliseconds: the list goes by it.
  due_ms          bigint NOT NULL,
  due_at          timestamptz NOT NULL,
  state           text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'done', 'dropped')),
  result          text CHECK (result IN ('content', 'not_content', 'not_reached')),
  satisfaction    integer CHECK (satisfaction BETWEEN 1 AND 5),
  note            text CHECK (length(note) BETWEEN 1 AND 1000),
  done_at         timestamptz,
  done_by         uuid,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, consultation_id) REFERENCES consultation (network_id, id),
  CHECK ((complaint_id IS NULL) <> (consultation_id IS NULL)),
  CHECK ((state = 'done') = (result IS NOT NULL))
);
CREATE INDEX call_back_due ON call_back (network_id, due_ms, id) WHERE state = 'due';
CREATE INDEX call_back_by_complaint ON call_back (network_id, complaint_id, id) WHERE complaint_id IS NOT NULL;
CALL guard_network_table('call_back', 'operator');
GRANT SELECT, INSERT, UPDATE (state, result, satisfaction, note, done_at, done_by) ON call_back TO surety_app;

-- Whether the shop must answer first, and whether it did.
CREATE TABLE first_responsibility (
  network_id    uuid NOT NULL,
  complaint_id  uuid NOT NULL,
  member_id     uuid NOT NULL,
  applies       boolean NOT NULL,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  confirmed_by  uuid NOT NULL,
  confirmed_on  date NOT NULL,
  carried_out   boolean,
  audit_reason  text CHECK (length(audit_reason) BETWEEN 1 AND 1000),
  audited_by    uuid,
  audited_on    date,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT first_responsibility_once PRIMARY KEY (network_id, complaint_id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CALL guard_network_table('first_responsibility', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (carried_out, audit_reason, audited_by, audited_on) ON first_responsibility TO surety_app;

-- Who is responsible for the quality: determined, contested once, and then decided by somebody else.
CREATE TABLE responsibility (
  network_id      uuid NOT NULL,
  complaint_id    uuid NOT NULL,
  member_id       uuid NOT NULL,
  party           text NOT NULL CHECK (party IN ('shop', 'maker', 'carrier', 'consumer', 'mall')),
  reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  determined_by   uuid NOT NULL,
  determined_on   date NOT NULL,
  contest_reason  text CHECK (length(contest_reason) BETWEEN 1 AND 1000),
  contested_by    uuid,
  contested_on    date,
  decided_party   text CHECK (decided_party IN ('shop', 'maker', 'carrier', 'consumer', 'mall')),
  decision_reason text CHECK (length(decision_reason) BETWEEN 1 AND 1000),
  decided_by      uuid,
  decided_on      date,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT responsibility_once PRIMARY KEY (network_id, complaint_id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT decided_by_another CHECK (decided_by <> determined_by)
);
CALL guard_network_table('responsibility', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (contest_reason, contested_by, contested_on, decided_party, decision_reason, decided_by, decided_on) ON responsibility TO surety_app;
