#!/bin/sh
# The first step of an installation: writes fresh secrets for the component k8s/components/secrets, and a key pair that
# tokens are signed with. What is there is kept: renewed secrets would no longer fit the data.
set -eu
umask 077
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)/components/secrets/generated
mkdir -p "$folder"
cd "$folder"
random() { openssl rand -base64 "$1" | tr -d '\n=' | tr '+/' '-_'; }
for name in service-secret unsubscribe-secret postgres-profile postgres-campaign elasticsearch; do
  [ -e "$name" ] || random 36 >"$name"
done
[ -e write-keys ] || printf 'shop:%s' "$(random 24)" >write-keys
[ -e private.pem ] || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem 2>/dev/null
[ -e public.pem ] || openssl pkey -in private.pem -pubout -out public.pem
echo "Secrets stand in $folder; keep private.pem where tokens are signed, and nowhere else."
