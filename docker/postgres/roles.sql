-- The roles of Surety. Run it as a superuser, in any database of the cluster:
--
--   1. this file;
--   2. CREATE DATABASE surety OWNER surety_owner;      -- by itself: it cannot run inside a transaction
--   3. this file again, which then gives the rights on the database;
--   4. ALTER ROLE … PASSWORD … for each of the three roles: no password is written here.
--
-- It may be run at any time again. It never changes the attributes of a role that exists; it stops where one has more
-- rights than it should, because then row-level security would not hold.

DO $roles$
DECLARE
  too_much text;
BEGIN
  -- Owns the database and everything in it; used by migrations only, never by a running process. Tables have FORCE ROW
  -- LEVEL SECURITY, so even the owner sees no rows outside a network.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'surety_owner') THEN
    CREATE ROLE surety_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;

  -- Serves requests and does the work of one network at a time; owns nothing, and has table by table what the
  -- migrations grant.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'surety_app') THEN
    CREATE ROLE surety_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;

  -- Lists the work that is due across networks, and runs the queue; the work itself is done as surety_app.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'surety_worker') THEN
    CREATE ROLE surety_worker LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;

  SELECT string_agg(rolname, ', ' ORDER BY rolname) INTO too_much
    FROM pg_roles
   WHERE rolname IN ('surety_owner', 'surety_app', 'surety_worker')
     AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication);
  IF too_much IS NOT NULL THEN
    RAISE EXCEPTION 'these roles have more rights than Surety allows: %', too_much
      USING HINT = 'ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION';
  END IF;

  SELECT string_agg(pg_get_userbyid(member), ', ') INTO too_much
    FROM pg_auth_members
   WHERE member IN ('surety_app'::regrole, 'surety_worker'::regrole);
  IF too_much IS NOT NULL THEN
    RAISE EXCEPTION 'these roles must not be members of another: %', too_much;
  END IF;
END
$roles$;

-- By default everybody may connect to every database and make temporary tables there.
DO $rights$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT datname FROM pg_database WHERE datdba = 'surety_owner'::regrole LOOP
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', name);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO surety_app, surety_worker', name);
  END LOOP;
END
$rights$;
