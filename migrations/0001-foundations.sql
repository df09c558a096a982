-- What every later migration leans on: nobody reaches the schema uninvited, and one way to close a network's table.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO surety_app, surety_worker;

-- Closes a network table. `sight` says what a member's caller may read of it: 'all' of its network, 'parties' (rows in
-- which one of `party_columns` is that member), or 'operator' (nothing). Writes are decided on the whole network.
-- The settings stand in sub-selects so that they are read once a statement, not once a row.
CREATE PROCEDURE guard_network_table(name regclass, sight text, party_columns text[] DEFAULT '{}')
LANGUAGE plpgsql AS $$
DECLARE
  the_network text := '(SELECT nullif(current_setting(''app.network_id'', true), '''')::uuid)';
  the_member  text := '(SELECT nullif(current_setting(''app.member_id'', true), '''')::uuid)';
  parties text;
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY own_network ON %s USING (network_id = %s) WITH CHECK (network_id = %s)', name, the_network, the_network);
  IF sight = 'all' THEN
    RETURN;
  ELSIF sight = 'operator' THEN
    EXECUTE format('CREATE POLICY member_sight ON %s AS RESTRICTIVE FOR SELECT USING (%s IS NULL)', name, the_member);
  ELSIF sight = 'parties' AND cardinality(party_columns) > 0 THEN
    SELECT string_agg(format('%I = %s', c, the_member), ' OR ') INTO parties FROM unnest(party_columns) AS c;
    EXECUTE format('CREATE POLICY member_sight ON %s AS RESTRICTIVE FOR SELECT USING (%s IS NULL OR %s)', name, the_member, parties);
  ELSE
    RAISE EXCEPTION 'guard_network_table(%): say all, operator, or parties with their columns', name;
  END IF;
END $$;
REVOKE ALL ON PROCEDURE guard_network_table FROM PUBLIC;
