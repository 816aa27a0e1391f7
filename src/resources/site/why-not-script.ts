import { nginxCommand } from '../../nginx/command.ts';
import { patiently } from '../../nginx/patience.ts';
import { quote } from '../../shell/quote.ts';
import type { Traces } from './traces-script.ts';

/** Lines of an error log that are nginx's own, not what a client had it write: date, time, then the level. */
const level = (name: string): string => `^[0-9/]+ [0-9:]+ \\[${name}\\] `;

/** Directives that answer a request, or refuse it, before any location is looked for. */
const answering =
  'return|rewrite|if|deny|auth_basic|auth_request|auth_jwt|ssl_verify_client|limit_req|limit_conn|access_by_lua[a-z_]*|rewrite_by_lua[a-z_]*|modsecurity|secure_link|valid_referers';

/**
 * Bash functions for a proof that does not come about. They use what the proof knows: `$code`, `$release`,
 * `$configuration`, `$fingerprint`, which answered, and `$want_release`, `$want_configuration`, `$want_fingerprint`, which
 * are empty where anything will do.
 * - `settled SECONDS`: whether it will not come about any more, the same answer having come for that long. Looks once a
 *   second.
 * - `why_not PORT PATH`: sets `fresh` (what the error log says since the reload of nginx itself and of the proof),
 *   `cause`, `said`, `place`, `owner` and `holder`. Called in a condition, since its questions may have no answer.
 */
export function whyNotFunctions(traces: Traces): string {
  return `# Of requests only the proof's own: what others sent is theirs.
own_lines() {
  awk '!/^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] [0-9]+#[0-9]+: / { next }
    !/^[^*]*#[0-9]+: \\*[0-9]+ / || /\\/deploy-proof\\// || (/, client: 127\\.0\\.0\\.1/ && !/, request: /)'
}
# What a master says; somebody else's nginx -t writes to the same log.
emergencies() {
  local pid
  for pid in $(nginx_masters); do
    printf '%s\\n' "$fresh" | grep -aE '${level('emerg')}'"$pid#"
  done
  [ -n "$(nginx_masters)" ] || printf '%s\\n' "$fresh" | grep -aE '${level('emerg')}'
}
settled() {
  [ "$SECONDS" -gt "\${looked:-0}" ] || return 1
  looked=$SECONDS
  fresh=$(log_since_reload | own_lines)
  # A port that is taken is tried five times.
  ! emergencies | grep -qavE ' bind\\(\\) to ' || return 0
  [ "$1" -ge 3 ] && taken_up || return 1
  case $code in
    0) printf '%s\\n' "$fresh" | grep -qaF 'broken header' ;;
    5??) return 1 ;;
  esac
}
why_not() {
  local port=$1 path=$2 listens
  cause=other said= place= owner= holder=
  fresh=$(log_since_reload | own_lines)
  said=$(emergencies)
  # One that was free again at a later try is no cause.
  case $said in *'still could not bind'*) ;; *) said=$(printf '%s\\n' "$said" | grep -avF ' bind() to ') ;; esac
  said=$(printf '%s\\n' "$said" | grep -avF 'still could not bind' | tail -n 1)
  listens=$(holder_of "$port")
  if [ -n "$said" ]; then
    cause=refused place=$(place_of "$said")
    case $said in
      *'bind() to '*' failed (98: '*)
        cause=taken port=\${said%% failed (98: *} port=\${port##*:}
        place=$(where_listens "$port") holder=$(holder_of "$port")
        case $holder in nginx' '*|openresty' '*|tengine' '*) cause=both owner=$(where_listens "$port" ipv6only=off) place=\${owner:-$place} ;; esac ;;
    esac
  elif [ -z "$(nginx_masters)" ]; then
    cause=down said=$(journal_since_reload | grep -aE '\\[emerg\\]|Failed|failed|killed|exited' | tail -n 1)
  elif [ -z "$listens" ]; then
    cause=unbound said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif case $listens in nginx' '*|openresty' '*|tengine' '*) false ;; esac; then
    cause=program holder=$listens
  elif [ "$code" = 0 ] && [ "$fingerprint" = - ]; then
    said=$(printf '%s\\n' "$fresh" | grep -aF 'client: 127.0.0.1' | tail -n 1)
    case $said in
      *'broken header'*) cause=proxy-protocol place=$(where_listens "$port" proxy_protocol) ;;
      *) timeout -s KILL 5 bash -c ": </dev/tcp/127.0.0.1/$port" 2>/dev/null && cause=closed || cause=filtered ;;
    esac
    [ -n "$said" ] || said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif [ "$release" = - ] && [ "\${want_release:--}" != - ]; then
    place=$(where_listens "127[.]0[.]0[.]1:$port")
    if [ -n "$place" ] || { [ -n "$want_fingerprint" ] && [ "$fingerprint" != "$want_fingerprint" ]; }
    then cause=server place=\${place:-$(where_listens "$port")}
    else cause=answered place=$(where_answers) said=$(printf '%s\\n' "$fresh" | grep -aF "$path" | tail -n 1)
    fi
  elif [ -n "$want_release" ] && [ "$release" != "$want_release" ] || [ -n "$want_configuration" ] && [ "$configuration" != "$want_configuration" ]; then
    cause=old said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif [ -n "$want_fingerprint" ] && [ "$fingerprint" != "$want_fingerprint" ]; then
    cause=certificate
  else
    cause=status said=$(printf '%s\\n' "$fresh" | grep -aF "$path" | tail -n 1)
    case $code in 5??) case $said in *' limiting '*) ;; *) cause=application ;; esac ;; esac
  fi
  owner=$(owner_of "$place") said=\${said:0:600}
}
# The first directive that answers by itself, of the application's snippet, else of the http block.
where_answers() {
  local own=${quote(traces.file)} at
  at=$(awk '/^ *# nginx-snippet$/ { after = 1; next }
    after { sub(/#.*/, "") }
    after && depth == 0 && /^[ \\t]*(${answering})[ \\t{]/ { print NR; exit }
    after { text = $0; depth += gsub(/[{]/, "", text) - gsub(/[}]/, "", text); if (depth < 0) exit }' "$own")
  if [ -n "$at" ]; then printf '%s:%s' "$own" "$at"; return; fi
  ${patiently} ${nginxCommand(traces.nginx)} -T 2>/dev/null | awk '
    /^# configuration file \\/.*:$/ { file = substr($0, 22, length($0) - 22); line = depth = 0; files++; next }
    { line++; sub(/#.*/, "") }
    depth == (files == 1) && /^[ \\t]*(${answering})[ \\t{]/ { print file ":" line; exit }
    { text = $0; depth += gsub(/[{]/, "", text) - gsub(/[}]/, "", text) }'
}`;
}
