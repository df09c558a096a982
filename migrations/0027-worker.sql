-- Events that the relay handed to a consumer and that it has not consumed yet. Per consumer and aggregate they form a
-- line, of which only the first may be taken: so an event that fails is not overtaken by the next.
CREATE TABLE reaction_turn (
  network_id   uuid NOT NULL,
  consumer     text NOT NULL,
  aggregate_id uuid NOT NULL,
  seq          bigint NOT NULL,
  event_id     uuid NOT NULL,
  PRIMARY KEY (network_id, consumer, aggregate_id, seq)
);
CALL guard_network_table('reaction_turn', 'operator');
GRANT INSERT ON reaction_turn TO surety_worker;
CREATE POLICY worker_hands_on ON reaction_turn FOR INSERT TO surety_worker WITH CHECK (true);
GRANT SELECT, DELETE ON reaction_turn TO surety_app;

-- Which networks have request keys to prune.
GRANT SELECT (network_id, recorded_at) ON request_key TO surety_worker;
CREATE POLICY worker_lists ON request_key FOR SELECT TO surety_worker USING (true);
