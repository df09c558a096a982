-- Compensation requests: proposed by one, decided by another, paid by a third; what the member bears is in the funds.
CREATE TABLE compensation_request (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  complaint_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency     char(3) NOT NULL,
  -- The explained lines of the rule's decision, frozen when proposed: rule ids, pack, formula.
  explained    jsonb NOT NULL,
  state        text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused', 'paid')),
  proposed_by  uuid NOT NULL,
  proposed_on  date NOT NULL,
  decided_by   uuid,
  decided_on   date,
  decision_reason text,
  paid_by      uuid,
  paid_on      date,
  payment_reference text,
  version      integer NOT NULL DEFAULT 1,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, complaint_id) REFERENCES complaint (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT decided_by_another CHECK (decided_by <> proposed_by),
  CONSTRAINT paid_by_another CHECK (paid_by <> decided_by)
);
CREATE UNIQUE INDEX one_open_request ON compensation_request (network_id, complaint_id) WHERE state <> 'refused';
CREATE INDEX compensation_by_member ON compensation_request (network_id, member_id, id);
CALL guard_network_table('compensation_request', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_on, decision_reason, paid_by, paid_on, payment_reference, version)
  ON compensation_request TO surety_app;
