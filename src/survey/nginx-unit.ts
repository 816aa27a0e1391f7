/**
 * Bash that tells which unit of systemd starts nginx (`unit NAME`), whether that unit, which would start this very nginx,
 * does not do so at boot (`disabled yes`), and whether there is a start script (`init-script yes`, and what others can
 * change of it). It is the unit that the running master is the main process of, else one that names the program, else
 * nginx's own by its name, which a SysV script may be wrapped in. Needs `state`, `program`, `master` and the positional
 * parameters of `findNginx`.
 */
export const lookAtUnit = `started_by() { systemctl show -p ExecStart "$1" 2>/dev/null | sed -n 's/.*path=//p' | tail -n 1; }
unit=
cgroup=$(sed -n 's|.*/\\([^/]*\\.service\\)$|\\1|p' "/proc/\${master:-none}/cgroup" 2>/dev/null | head -n 1)
# A panel may have started it, or somebody logged in, whose own unit that is.
case \${cgroup:+$(systemctl show -p MainPID "$cgroup" 2>/dev/null)} in ?*=\${master:-none}) unit=$cgroup ;; esac
# A masked one cannot be started.
known=$(for name in $cgroup nginx.service openresty.service tengine.service; do
  case $name in nginx.*|openresty.*|tengine.*) ;; *) continue ;; esac
  [ "$(systemctl show -p LoadState "$name" 2>/dev/null)" != LoadState=loaded ] || echo "$name"
done)
for name in $known; do
  start=$(started_by "$name")
  [ -n "$unit" ] || [ "$(readlink -f "\${start%% *}")" != "$program" ] || unit=$name
done
[ -n "$unit" ] || [ -z "$known" ] || unit=$(printf '%s\\n' "$known" | head -n 1)
if [ -n "$unit" ]; then
  echo "unit $unit"
  disabled=$(systemctl is-enabled "$unit" 2>/dev/null)
  start=$(started_by "$unit")
  # It may start another nginx than the one that runs, or the same with another configuration.
  case $state:\${start%% *} in
    stopped:*|running:/etc/init.d/nginx) ;;
    *)
      [ "$(readlink -f "\${start%% *}")" = "$program" ] || disabled=other
      for word; do case "$start" in *" $word "*) ;; *) disabled=other ;; esac; done ;;
  esac
  [ "$disabled" != disabled ] || echo "disabled yes"
fi
if [ -x /etc/init.d/nginx ]; then
  echo "init-script yes"
  strangers /etc/init.d/nginx | sed 's/^/stranger /'
fi`;
