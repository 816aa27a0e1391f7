/** Where systemd is told that an nginx which we installed comes back; the name says whose it is. */
export const restartFile = '/etc/systemd/system/nginx.service.d/deploy-miniprogram-backend.conf';

/**
 * Bash that has systemd start nginx again when it fails; for an nginx that this run installed. At 5 s a start, the limit of
 * systemd (5 starts in 10 s) is never met: it comes back as soon as its configuration passes. Needs the prelude in front.
 */
export const restartNginx = `if [ -d /run/systemd/system ] && [ ! -e ${restartFile} ]; then
  mkdir -p ${restartFile.slice(0, restartFile.lastIndexOf('/'))}
  cat >${restartFile}.new <<'EOF'
# Written by deploy-miniprogram-backend, which installed nginx on this server.
[Service]
Restart=on-failure
RestartSec=5
EOF
  put_in_place ${restartFile}.new ${restartFile}
  systemctl daemon-reload
fi`;
