import { nginxCommand } from '../../nginx/command.ts';
import { patiently } from '../../nginx/patience.ts';
import { quote } from '../../shell/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';

const initScript = '/etc/init.d/nginx';

/**
 * Bash functions that look at nginx as it is when they are called, whatever was surveyed minutes before:
 * - `nginx_masters` prints the pids of its masters that are root's.
 * - `apply_configuration` has nginx read its configuration again where a master lives, else starts it.
 * - `stop_nginx` stops it.
 */
export function nginxFunctions(nginx: InstalledNginx): string {
  const command = nginxCommand(nginx);
  return `nginx_processes() {
  local process exe
  find /proc/[0-9]*/exe -maxdepth 0 -printf '%h %l\\n' 2>/dev/null | while read -r process exe; do
    [ "\${exe% (deleted)}" = ${quote(nginx.program)} ] || continue
    tr '\\0' ' ' <"$process/cmdline" 2>/dev/null | grep -q "^$1" || continue
    # One of a container has a pid namespace of its own, or a root.
    [ "$process/root" -ef / ] || continue
    [ "$(readlink "$process/ns/pid")" != "$(readlink /proc/self/ns/pid)" ] || echo "\${process#/proc/}"
  done
}
of_root() {
  local pid
  while read -r pid; do
    ! grep -q "^Uid:[[:space:]]*$UID[[:space:]]" "/proc/$pid/status" 2>/dev/null || echo "$pid"
  done
}
# A master has its title a moment after the command that started it has ended: until then its command line is that command's.
nginx_masters() {
  local masters try
  for try in 1 2 3 4 5 6 7 8 9 10; do
    masters=$(nginx_processes 'nginx: master process' | of_root) || true
    [ -z "$masters" ] && [ -n "$(nginx_processes '[^ ]*[^ :]\\( \\|$\\)' | of_root)" ] || break
    sleep 0.2
  done
  [ -z "$masters" ] || printf '%s\\n' "$masters"
}
# Workers outlive a master that was killed, and hold its ports.
end_orphans() {
  local masters orphans pid parent try signal=QUIT
  masters=" $(nginx_processes 'nginx: master process' | tr '\\n' ' ')"
  for try in 1 2 3 4 5 6 7 8 9 10; do
    orphans=
    for pid in $(nginx_processes 'nginx: \\(worker\\|cache [a-z]*\\) process *$'); do
      parent=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status" 2>/dev/null)
      case $masters in *" $parent "*) ;; *) orphans="$orphans $pid" ;; esac
    done
    [ -n "$orphans" ] || return 0
    # QUIT lets go of the ports at once, and lets the last requests end.
    [ "$try" -lt 6 ] || signal=KILL
    kill -s "$signal" $orphans 2>/dev/null
    sleep 0.3
  done
}
start_nginx() {
  end_orphans
${indent(startCommands(nginx))}
}
apply_configuration() {
  if [ -n "$(nginx_masters)" ]; then ${patiently} ${command} -s reload; else start_nginx; fi
}
stop_nginx() {
${indent(stopCommands(nginx))}
}`;
}

/**
 * Another program than the one that ran may be what systemd would start. The lock's descriptors stay with the script, not
 * with a daemon that it starts. Not `start`: what systemd makes of a SysV script counts as active for ever, also when a
 * panel stopped nginx by calling that script itself. What failed often in short time is not started again before
 * `reset-failed` (systemd.unit(5), StartLimitBurst).
 */
function startCommands(nginx: InstalledNginx): string {
  const plain = `${patiently} ${nginxCommand(nginx)} 8>&- 9>&-`;
  // A script may take what a master that was killed left for one that runs.
  if (nginx.unit === undefined)
    return nginx.initScript
      ? `${patiently} ${initScript} start 8>&- 9>&- && [ -n "$(nginx_masters)" ] || ${plain}`
      : plain;
  const unit = quote(nginx.unit);
  const restart = `systemctl reset-failed ${unit} >/dev/null 2>&1
systemctl restart ${unit} 8>&- 9>&-`;
  if (nginx.state === 'stopped') return restart;
  return `local path
path=$(systemctl show -p ExecStart ${unit} 2>/dev/null | sed -n 's/.*path=\\([^ ;]*\\).*/\\1/p' | tail -n 1)
case \${path##*/} in
  nginx|openresty|tengine) [ "$path" = ${initScript} ] || [ "$(readlink -f "$path")" = ${quote(nginx.program)} ] || { ${plain}; return; } ;;
esac
${restart}`;
}

function stopCommands(nginx: InstalledNginx): string {
  if (nginx.unit !== undefined) return `systemctl stop ${quote(nginx.unit)}`;
  return `${patiently} ${nginx.initScript ? `${initScript} stop` : `${nginxCommand(nginx)} -s stop`}`;
}

function indent(script: string): string {
  return script.replace(/^/gm, '  ');
}
