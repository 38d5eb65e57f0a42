#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: a database and a login of its own for each service that owns one.
set -euo pipefail
for service in profile campaign; do
  password=${service^^}_PASSWORD
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$service" -v password="${!password}" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
