-- Members and the dated agreements between them and the operator.
CREATE TABLE member (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('shop', 'outlet', 'supplier', 'certification_body')),
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- The operator's own short code: a counter, a dealer number.
  code        text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  CONSTRAINT member_code_taken UNIQUE (network_id, code)
);
CREATE INDEX member_by_kind ON member (network_id, kind, id);
CALL guard_network_table('member', 'parties', '{id}');
-- The name may change; that grant also lets the member be locked while agreements are signed.
GRANT SELECT, INSERT, UPDATE (name) ON member TO surety_app;

CREATE TABLE agreement (
  network_id     uuid NOT NULL,
  id             uuid NOT NULL,
  member_id      uuid NOT NULL,
  number         text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
  starts_on      date NOT NULL,
  -- The last day in force; NULL while no end is agreed.
  ends_on        date,
  end_reason     text,
  serious_breach boolean NOT NULL DEFAULT false,
  version        integer NOT NULL DEFAULT 1,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT agreement_number_taken UNIQUE (network_id, number),
  CONSTRAINT agreement_ends_after_start CHECK (ends_on >= starts_on)
);
CREATE INDEX agreement_by_member ON agreement (network_id, member_id, starts_on);
CALL guard_network_table('agreement', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (ends_on, end_reason, serious_breach, version) ON agreement TO surety_app;

-- People of a member belong to one that exists; the tables are older than members.
ALTER TABLE membership ADD CONSTRAINT membership_of_member FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id);
ALTER TABLE invitation ADD CONSTRAINT invitation_of_member FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id);
