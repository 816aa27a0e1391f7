/**
 * Bash: nginx reads its configuration anew, and no worker of the earlier one accepts any more. `nginx -s reload` alone
 * returns while they still do, so that the next connection can be answered by either. Fails where they go on for 30 s.
 */
export const reloadNginx = `(
workers() { grep -alzx 'nginx: worker process' /proc/[0-9]*/cmdline 2>/dev/null | sort; }
earlier=$(workers)
nginx -s reload || exit 1
for _ in {1..300}; do
  [ -n "$(comm -12 <(printf '%s\\n' "$earlier") <(workers))" ] || exit 0
  sleep 0.1
done
echo 'Workers of nginx go on with the earlier configuration' >&2
exit 1
)`;
