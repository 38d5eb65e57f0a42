#!/bin/sh
# Prints a token that the services of compose.yaml trust for a day: token.sh analyst|marketer|admin [SUBJECT]
set -eu
folder=${CLIENTELE_COMPOSE:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
role=${1:?which role: shopper, analyst, marketer or admin}
subject=${2:-$role}
case $role in
  shopper | analyst | marketer | admin) ;;
  *)
    echo "token.sh: no such role: $role" >&2
    exit 2
    ;;
esac
case $subject in
  *[!A-Za-z0-9._:@-]*)
    echo "token.sh: a subject has letters, digits and . _ : @ - only" >&2
    exit 2
    ;;
esac
encoded() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

now=$(date +%s)
header=$(printf '{"alg":"RS256","typ":"JWT"}' | encoded)
claims=$(printf '{"iss":"https://clientele.local","sub":"%s","upn":"%s","groups":["%s"],"iat":%s,"exp":%s,"jti":"%s"}' \
  "$subject" "$subject" "$role" "$now" "$((now + 86400))" "$(openssl rand -hex 16)" | encoded)
signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha256 -sign "$folder/.clientele/compose/private.pem" | encoded)
echo "$header.$claims.$signature"
