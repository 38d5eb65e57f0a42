#!/bin/sh
# The first step before `docker compose up`: writes .env with fresh passwords and keys, and a key pair for tokens.
# What is there is kept: renewed secrets would no longer fit the data.
set -eu
umask 077
folder=${1:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
random() { openssl rand -base64 "$1" | tr -d '\n=' | tr '+/' '-_'; }

if [ ! -e "$folder/.env" ]; then
  {
    echo "POSTGRES_PASSWORD=$(random 24)"
    echo "PROFILE_PASSWORD=$(random 24)"
    echo "CAMPAIGN_PASSWORD=$(random 24)"
    echo "SERVICE_SECRET=$(random 36)"
    echo "WRITE_KEYS=shop:$(random 24)"
  } >"$folder/.env"
fi
# Came later than the others.
grep -q '^UNSUBSCRIBE_SECRET=' "$folder/.env" || echo "UNSUBSCRIBE_SECRET=$(random 36)" >>"$folder/.env"
mkdir -p "$folder/.clientele/compose"
cd "$folder/.clientele/compose"
if [ ! -e private.pem ]; then
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem 2>/dev/null
fi
if [ ! -e public.pem ]; then
  openssl pkey -in private.pem -pubout -out public.pem
  chmod 644 public.pem
fi
echo "Secrets stand in $folder/.env and $folder/.clientele/compose."
