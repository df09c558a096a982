-- What the analysis of complaints goes by: complaints by the day of their intake, and sales by their day.
CREATE INDEX complaint_by_day ON complaint (network_id, received_on);
CREATE INDEX purchase_by_day ON purchase (network_id, sold_on);
ALTER TABLE purchase
  -- Who sold, by the shop's own staff number; never a name.
  ADD COLUMN salesperson text CHECK (salesperson ~ '^[0-9A-Za-z-]{1,20}$'),
  -- What is known only because somebody complained tells nothing of how much was sold.
  ADD COLUMN known_by text NOT NULL DEFAULT 'sale' CHECK (known_by IN ('sale', 'complaint'));

-- The day on which a network's care was last planned ahead: once a day, by whichever worker comes first.
CREATE TABLE care_plan (
  network_id uuid NOT NULL,
  -- Which plan: as yet there is one for consumers alone.
  code       text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  planned_on date NOT NULL,
  PRIMARY KEY (network_id, code)
);
CALL guard_network_table('care_plan', 'operator');
GRANT SELECT, INSERT, UPDATE (planned_on) ON care_plan TO surety_app;
GRANT SELECT ON care_plan TO surety_worker;
CREATE POLICY worker_lists ON care_plan FOR SELECT TO surety_worker USING (true);
