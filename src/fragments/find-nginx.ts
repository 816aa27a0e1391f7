/**
 * Bash that finds the nginx that runs by its process, not by its name on the PATH: BT panel's lies elsewhere (rule
 * *The nginx that runs*), and is looked for there when it does not run. A process says of itself what it likes: only
 * root's are believed, and nothing is run that another user can change. It prints a line for each master, sets `program`, `state` and `master`,
 * its pid, and the words that select its configuration as positional parameters; it exits where there is no nginx, and
 * where there is one that another user can change, which it prints (`stranger`). Needs the prelude in front.
 */
export const findNginx = `units_start() {
  local name
  for name in nginx.service openresty.service tengine.service; do
    [ "$1" = any ] || [ "$(systemctl is-enabled "$name" 2>/dev/null)" = enabled ] || continue
    systemctl show -p ExecStart "$name" 2>/dev/null | sed -nE 's/.*argv\\[\\]=(.*) ; ignore_errors=.*/\\1/p' | tail -n 1
  done | grep -vE '^/etc/init\\.d/' | grep -E '^/[^ ]*/(nginx|openresty|tengine)( |$)' | while IFS= read -r name; do
    [ -x "\${name%% *}" ] || continue
    # Variables of the unit's own are not known.
    case $name in *'$'*) name=\${name%% *} ;; esac
    printf '%s\\n' "$name"
    break
  done
}
program=; words=; found=; master=
while IFS= read -r -d '' process && IFS= read -r -d '' file; do
  exe=\${file% (deleted)}
  case "\${exe##*/}" in nginx|openresty|tengine) ;; *) continue ;; esac
  # Real, effective, saved and file system user. One that is root in a user namespace of its own is another user here.
  grep -Eqs '^Uid:([[:space:]]+0){4}$' "$process/status" || continue
  title=$(tr '\\0' ' ' <"$process/cmdline")
  case "$title" in *'master process'*) ;; *) continue ;; esac
  # A container may share the pid namespace: its path of the program and its configuration are another root's then. A
  # program that was replaced by an upgrade is no file any more.
  contained=no
  [ "$(readlink "$process/ns/pid")" = "$(readlink /proc/1/ns/pid)" ] && [ "$process/root" -ef / ] &&
    { [ "$process/exe" -ef "$exe" ] || [ "$file" != "$exe" ]; } || contained=yes
  echo "master \${process#/proc/} $contained"
  [ $contained = no ] && { program=$exe; words=$title; state=running; master=\${process#/proc/}; }
done < <(find /proc/[0-9]*/exe -maxdepth 0 -printf '%h\\0%l\\0' 2>/dev/null)
[ -n "$program" ] || {
  state=stopped; panel=/www/server/nginx
  # What systemd starts at boot; what the shell finds; what systemd knows; where panels, OpenResty and sources install it.
  words=$(units_start enabled)
  if [ -z "$words" ]; then found=$(command -v nginx) || found=$(command -v openresty) || found=$(command -v tengine); fi
  [ -n "$words$found" ] || words=$(units_start any)
  found=\${found:-\${words%% *}}
  [ -n "$found" ] || for found in $panel /usr/local/openresty/nginx /usr/local/nginx /usr/local/tengine /opt/openresty/nginx /opt/nginx /opt/tengine; do
    found=$found/sbin/nginx
    [ ! -x "$found" ] || break
  done
  program=$(readlink -f "$found"); [ -x "$program" ] || exit 0
  # So its own script calls it.
  [ "$program" != "$panel/sbin/nginx" ] || words=" -c $panel/conf/nginx.conf"
}
conf=$(printf %s "$words" | sed -n 's/.* -c *\\([^ ]*\\).*/\\1/p'); prefix=$(printf %s "$words" | sed -n 's/.* -p *\\([^ ]*\\).*/\\1/p')
set -- \${conf:+-c "$conf"} \${prefix:+-p "$prefix"}
strange=$(strangers "$program" \${found:+"$found"} \${prefix:+"$prefix"})
if [ -z "$strange" ]; then
  built() { "$program" -V 2>&1 | sed -n "s/.* --$1=\\([^ ]*\\).*/\\1/p"; }
  # As nginx finds its main file (ngx_process_options, ngx_conf_full_name).
  main=\${conf:-$(built conf-path)}; main=\${main:-conf/nginx.conf}
  case $main in /*) ;; *) home=\${prefix:-$(built prefix)}; main=\${home:-/usr/local/nginx}/$main ;; esac
  strange=$(strangers "$main")
fi
[ -z "$strange" ] || { printf '%s\\n' "$strange" | sed 's/^/stranger /'; echo "program $program"; echo "state $state"; exit 0; }`;
