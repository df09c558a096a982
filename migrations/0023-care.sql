-- What is to be done for consumers who have not complained: calls, visits, thanks, on days that the plan gives.
CREATE TABLE care_task (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  consumer_id  uuid NOT NULL,
  purchase_id  uuid,
  -- The row of the plan that gave it.
  rule         text NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
  means        text NOT NULL CHECK (means IN ('call', 'visit', 'message')),
  -- Who is to do it: the desk, or senior staff.
  by_whom      text NOT NULL CHECK (by_whom IN ('desk', 'senior')),
  due_on       date NOT NULL,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  outcome      text CHECK (outcome IN ('reached', 'not_reached', 'declined', 'handles_product', 'complained')),
  -- Why a consumer complains who is called.
  reason_class text CHECK (reason_class IN ('product', 'grumbling', 'self_display', 'wish_for_attention')),
  done_by      uuid,
  done_on      date,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, consumer_id) REFERENCES consumer (network_id, id),
  FOREIGN KEY (network_id, purchase_id) REFERENCES purchase (network_id, id),
  CONSTRAINT care_planned_once UNIQUE (network_id, consumer_id, rule, due_on),
  CHECK ((state = 'done') = (outcome IS NOT NULL)),
  CHECK ((outcome IS NOT DISTINCT FROM 'complained') = (reason_class IS NOT NULL))
);
CREATE INDEX care_task_due ON care_task (network_id, state, due_on, id);
CREATE INDEX care_task_by_consumer ON care_task (network_id, consumer_id, due_on);
CALL guard_network_table('care_task', 'operator');
GRANT SELECT, INSERT, UPDATE (state, outcome, reason_class, done_by, done_on) ON care_task TO surety_app;
