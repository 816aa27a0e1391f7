/**
 * Bash that tells whether systemd can start nginx (`unit yes`), whether its unit, which would start this very nginx, does not
 * do so at boot (`disabled yes`), and whether there is a start script (`init-script yes`, and what others can change of it).
 * Needs `state`, `program` and the positional parameters of `findNginx`.
 */
export const lookAtUnit = `# A masked one cannot be started.
if [ "$(systemctl show -p LoadState nginx.service 2>/dev/null)" = LoadState=loaded ]; then
  echo "unit yes"
  disabled=$(systemctl is-enabled nginx.service 2>/dev/null)
  start=$(systemctl show -p ExecStart nginx.service 2>/dev/null | sed -n 's/.*path=//p' | tail -n 1)
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
