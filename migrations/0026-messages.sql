-- What is to be said to members, in the order it came up; sending it by a channel is another matter. No personal data:
-- the text is made of the code and of what it is about.
CREATE TABLE message_log (
  network_id  uuid NOT NULL,
  id          uuid NOT NULL,
  member_id   uuid NOT NULL,
  code        text NOT NULL CHECK (code IN ('fund_called', 'call_coming_due', 'call_overdue', 'notice_issued')),
  about_id    uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id)
);
CREATE INDEX message_log_by_member ON message_log (network_id, member_id, id);
CALL guard_network_table('message_log', 'parties', '{member_id}');
GRANT SELECT, INSERT ON message_log TO surety_app;
