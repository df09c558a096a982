-- Consumers' complaints: no personal data here, only the facts that the rules ask for.
CREATE TABLE complaint (
  network_id   uuid NOT NULL,
  id           uuid NOT NULL,
  member_id    uuid NOT NULL,
  category     text NOT NULL,
  price_minor  bigint NOT NULL CHECK (price_minor > 0),
  currency     char(3) NOT NULL,
  sold_on      date NOT NULL,
  returned_on  date NOT NULL,
  defect       text NOT NULL,
  has_voucher  boolean NOT NULL,
  shop_present boolean NOT NULL,
  summary      text NOT NULL CHECK (length(summary) BETWEEN 1 AND 2000),
  state        text NOT NULL CHECK (state IN ('open', 'settled', 'closed')),
  -- Why it was closed without compensation; NULL otherwise.
  close_reason text,
  recorded_by  uuid NOT NULL,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, member_id) REFERENCES member (network_id, id),
  CONSTRAINT returned_after_sale CHECK (returned_on >= sold_on)
);
CREATE INDEX complaint_by_member ON complaint (network_id, member_id, id);
CALL guard_network_table('complaint', 'parties', '{member_id}');
GRANT SELECT, INSERT, UPDATE (state, close_reason) ON complaint TO surety_app;
