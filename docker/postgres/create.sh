#!/bin/bash
# Runs once, when the official image makes its data folder: the four steps that roles.sql names.
set -euo pipefail
sql() { psql --no-psqlrc -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres "$@"; }

sql -f /surety/roles.sql
sql -c 'CREATE DATABASE surety OWNER surety_owner'
sql -f /surety/roles.sql
sql -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
ALTER ROLE surety_owner PASSWORD :'owner';
ALTER ROLE surety_app PASSWORD :'app';
ALTER ROLE surety_worker PASSWORD :'worker';
SQL
