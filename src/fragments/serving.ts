import { proofHeaders } from '../nginx/site.ts';

/** What one fresh connection to nginx on loopback brought, with the domain's name as SNI and Host. */
export interface Serving {
  /** HTTP status; 0 when no HTTP answer came. */
  readonly status: number;
  /** Release and configuration that the answer's headers name; empty when they are not there. */
  readonly release: string;
  readonly configuration: string;
  /** SHA-256 of the served leaf certificate, lower-case hex; empty when no TLS came about. */
  readonly fingerprint: string;
  /** How many certificates came with it, itself included; absent where that was not seen. */
  readonly sent?: number;
}

/** Bytes of an answer that are read: its certificates and headers, not all that an application sends after them. */
const most = 131_072;

/**
 * Bash function `look_at_nginx https|http DOMAIN PORT PATH`: one fresh connection to loopback, one request, one line
 * `STATUS RELEASE CONFIGURATION FINGERPRINT SENT` with `-` for what did not come. With `-ign_eof` openssl's s_client takes no
 * commands from its input and ends when the server closes (openssl-s_client(1), "CONNECTED COMMANDS"). It is ended by
 * SIGKILL: the switch ignores SIGTERM, and what it starts inherits that; after `$look_seconds`, else 20. Whom the server trusts
 * is not read for it: that is most of what s_client does otherwise, and nothing is judged here.
 */
export const lookAtNginx = `
look_at_nginx() {
  local answer fingerprint=
  if [ "$1" = https ]; then
    answer=$(printf 'GET %s HTTP/1.1\\r\\nHost: %s:%s\\r\\nConnection: close\\r\\n\\r\\n' "$4" "$2" "$3" |
      SSL_CERT_FILE=/dev/null SSL_CERT_DIR=/dev/null \\
      timeout -s KILL "\${look_seconds:-20}" openssl s_client -connect "127.0.0.1:$3" -servername "$2" -ign_eof 2>/dev/null | head -c ${most} | tr -d '\\000\\r')
    fingerprint=$(printf '%s\\n' "$answer" | openssl x509 -noout -fingerprint -sha256 2>/dev/null)
    fingerprint=\${fingerprint##*=} fingerprint=\${fingerprint//:/} fingerprint=\${fingerprint,,}
  else
    answer=$(timeout -s KILL "\${look_seconds:-20}" curl -q -s -i --noproxy '*' -H "Host: $2:$3" "http://127.0.0.1:$3$4" | head -c ${most} | tr -d '\\000\\r')
  fi
  # What openssl says of the connection comes first.
  printf '%s\\n' "$answer" | awk -v release=${proofHeaders.release} -v configuration=${proofHeaders.configuration} -v fingerprint="$fingerprint" '
    function of(name,  value) { value = header[tolower(name)]; sub(/[ \\t]+$/, "", value); gsub(/[ \\t]+/, "_", value); return value == "" ? "-" : value }
    !answered && /^ *[0-9]+ s:/ { sent++ }
    !answered { answered = /^HTTP\\/1/; status = $2 + 0; next }
    ended || /^$/ { ended = 1; next }
    { at = index($0, ": "); name = tolower(substr($0, 1, at - 1)); if (!(name in header)) header[name] = substr($0, at + 2) }
    END { print (answered && status ? status : "-"), of(release), of(configuration), (fingerprint == "" ? "-" : fingerprint), (sent ? sent : "-") }'
}`;

/** Reads one line of `look_at_nginx`. */
export function readServing(line: string): Serving {
  const [status, release, configuration, fingerprint, sent] = line
    .trim()
    .split(' ')
    .map((word) => (word === '-' ? '' : word));
  return {
    status: Number(status) || 0,
    release: release ?? '',
    configuration: configuration ?? '',
    fingerprint: fingerprint ?? '',
    ...(Number(sent) > 0 ? { sent: Number(sent) } : {}),
  };
}
