import { nginxCommand } from '../../nginx/command.ts';
import { nginxSeconds, ranOut } from '../../nginx/patience.ts';
import { quote } from '../../shell/quote.ts';
import { nginxFunctions } from './nginx-command.ts';
import { type Traces, traceFunctions } from './traces-script.ts';

/**
 * Bash that has nginx read its files, and names why where it does not: by nginx's own words, else by the state of its unit,
 * else by what systemctl said.
 */
export function reloadScript(traces: Traces): string {
  const { nginx, errorLog, file } = traces;
  const unit = quote(nginx.unit ?? 'nginx.service');
  return `${nginxFunctions(nginx)}
${traceFunctions(traces)}
${ranOut}
note_reload
said=$(apply_configuration 2>&1) || {
  ! ran_out $? || failure NGINX_SILENT seconds=${nginxSeconds} nginx=${quote(nginxCommand(nginx))}
  # Nobody but nginx itself writes such lines to where its unit's output goes.
  all=$(printf '%s\\n' "$said"; journal_since_reload)
  printf '%s\\n' "$all" | tail -n 20 >&2
  named=$(printf '%s\\n' "$all" | grep -aF '[emerg]' | grep -avF 'still could not bind' | tail -n 1) || true
  cause=other place= owner= holder=
  case $named in
    '') state=$(systemctl show -p LoadState -p ActiveState -p Result -p ExecMainStatus ${unit} 2>/dev/null | tr '\\n' ' ') || true
      named=$(printf '%s\\n' "$said" | head -n 1)
      case $state in
        *LoadState=masked*) cause=masked ;;
        *Result=success*|'') ;;
        *) named="$named ($state)" ;;
      esac ;;
    *'bind() to '*' failed (98: '*)
      cause=taken port=\${named%% failed (98: *} port=\${port##*:}
      place=$(where_listens "$port") holder=$(holder_of "$port") || true ;;
    *) cause=refused place=$(place_of "$named") || true ;;
  esac
  owner=$(owner_of "$place") || true
  failure NGINX_NOT_STARTED "said=$named" "cause=$cause" "place=$place" "owner=$owner" "holder=$holder" unit=${unit} \\
    nginx=${quote(nginxCommand(nginx))} log=${quote(errorLog)} file=${quote(file)}
}`;
}
