-- What the analysis of complaints goes by: complaints by the day of their intake, and sales by their day.
CREATE INDEX complaint_by_day ON complaint (network_id, received_on);
CREATE INDEX purchase_by_day ON purchase (network_id, sold_on);
ALTER TABLE purchase
  -- Who sold, by the shop's own staff number; never a name.
  ADD COLUMN salesperson text CHECK (salesperson ~ '^[0-9A-Za-z-]{1,20}$'),
  -- What is known only because somebody complained tells nothing of how much was sold.
  ADD COLUMN known_by text NOT NULL DEFAULT 'sale' CHECK (known_by IN ('sale', 'complaint'));
