-- Numbered papers served on members. Their numbers have no gaps: a counter row for each network and series.
CREATE TABLE notice_counter (
  network_id uuid NOT NULL,
  series     text NOT NULL,
  last       bigint NOT NULL,
  PRIMARY KEY (network_id, series)
);
CALL guard_network_table('notice_counter', 'operator');
GRANT SELECT, INSERT, UPDATE (last) ON notice_counter TO surety_app;

CREATE TABLE notice (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  series      text NOT NULL,
  number      bigint NOT NULL CHECK (number > 0),
  member_id   uuid NOT NULL,
  case_type   text NOT NULL,
  case_id     uuid NOT NULL,
  says        jsonb NOT NULL,
  issued_on   date NOT NULL,
  served_on   date,
  served_by   uuid,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT notice_number_once UNIQUE (network_id, series, number),
  CONSTRAINT notice_once_per_case UNIQUE (network_id, case_type, case_id, series)
);
CREATE INDEX notice_by_member ON notice (network_id, member_id, id);
CALL guard_network_table('notice', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (served_on, served_by) ON notice TO surety_app;
