import type { PracticeServer } from '../server.ts';

/** Where BT panel (宝塔, aaPanel) has its nginx. */
export const panelNginx = '/www/server/nginx';

/** The folder from which the panel's nginx includes its sites. */
export const panelSites = '/www/server/panel/vhost/nginx';

/** The panel's own script, which starts, stops and reloads nginx; systemd knows it only by wrapping it. */
export const panelScript = '/etc/init.d/nginx';

/** A site that the panel manages, on 80 and 443. */
export const panelSite = 'www.example.org';

/**
 * Lays a practice server out as BT panel does: the distribution's nginx goes, its program (which a panel would have built
 * itself) goes to the panel's place, with a configuration, a site and a start script in the panel's manner. nginx runs then.
 */
export async function layOutAsBtPanel(server: PracticeServer): Promise<void> {
  await server.sh(move);
  for (const [path, content] of Object.entries(files)) {
    await server.sh(`mkdir -p "$(dirname ${path})" && cat >${path}`, { input: content });
  }
  await server.sh(start);
}

const certificate = `/www/server/panel/vhost/cert/${panelSite}`;

// Debian's build wants /var/log/nginx before it has read any configuration.
const move = `set -e
install -D /usr/sbin/nginx ${panelNginx}/sbin/nginx
systemctl stop nginx.service
dpkg-query -W -f '\${Package}\\n' | grep nginx | xargs dpkg --purge >/dev/null
rm -rf /etc/nginx
systemctl daemon-reload
useradd --system --no-create-home --shell /usr/sbin/nologin www
mkdir -p ${panelNginx}/logs /www/wwwlogs /www/wwwroot/${panelSite} /www/server/phpmyadmin ${certificate} /var/log/nginx
echo 'a site of the panel' >/www/wwwroot/${panelSite}/index.html
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj /CN=${panelSite} \\
  -addext subjectAltName=DNS:${panelSite} -keyout ${certificate}/privkey.pem -out ${certificate}/fullchain.pem 2>/dev/null
! command -v nginx`;

const start = `set -e
chmod 755 ${panelScript}
ln -s ${panelNginx}/sbin/nginx /usr/bin/nginx
systemctl daemon-reload
systemctl enable nginx.service >/dev/null 2>&1
systemctl start nginx.service
curl -sf -H 'Host: ${panelSite}' http://127.0.0.1/ >/dev/null`;

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `        ${name}_temp_path ${panelNginx}/${name}_temp;`)
  .join('\n');

const files: Readonly<Record<string, string>> = {
  [`${panelNginx}/conf/nginx.conf`]: `user  www www;
worker_processes auto;
error_log  /www/wwwlogs/nginx_error.log  crit;
pid        ${panelNginx}/logs/nginx.pid;
worker_rlimit_nofile 51200;

events
    {
        use epoll;
        worker_connections 51200;
        multi_accept on;
    }

http
    {
        include       mime.types;
        #include luawaf.conf;

        include proxy.conf;
${temporary}
        default_type  application/octet-stream;

        server_names_hash_bucket_size 512;
        client_max_body_size 50m;
        sendfile   on;
        keepalive_timeout 60;
        gzip on;

        limit_conn_zone $binary_remote_addr zone=perip:10m;
        limit_conn_zone $server_name zone=perserver:10m;

        server_tokens off;
        access_log off;

server
    {
        listen 888;
        server_name phpmyadmin;
        index index.html index.htm index.php;
        root  /www/server/phpmyadmin;
        include enable-php.conf;

        location ~ /\\.
        {
            deny all;
        }

        access_log  /www/wwwlogs/access.log;
    }
include ${panelSites}/*.conf;
}
`,
  [`${panelNginx}/conf/mime.types`]: `types {
    text/html html htm;
    text/css css;
    application/javascript js;
    image/png png;
}
`,
  [`${panelNginx}/conf/proxy.conf`]: `proxy_cache_path ${panelNginx}/proxy_cache_dir levels=1:2 keys_zone=cache_one:20m inactive=1d max_size=1g;
client_body_buffer_size 512k;
proxy_connect_timeout 60;
proxy_read_timeout 60;
proxy_send_timeout 60;
proxy_buffer_size 32k;
proxy_buffers 4 64k;
proxy_busy_buffers_size 128k;
proxy_temp_file_write_size 128k;
proxy_next_upstream error timeout invalid_header http_500 http_503 http_404;
proxy_cache cache_one;
`,
  [`${panelNginx}/conf/enable-php.conf`]: `location ~ [^/]\\.php(/|$)
{
    try_files $uri =404;
    fastcgi_pass unix:/tmp/php-cgi-74.sock;
    fastcgi_index index.php;
}
`,
  [`${panelSites}/${panelSite}.conf`]: `server
{
    listen 80;
    listen 443 ssl http2;
    server_name ${panelSite};
    index index.html;
    root /www/wwwroot/${panelSite};

    #SSL-START SSL相关配置
    #error_page 404/404.html;
    ssl_certificate    ${certificate}/fullchain.pem;
    ssl_certificate_key    ${certificate}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    error_page 497  https://$host$request_uri;
    #SSL-END

    #PHP-INFO-START
    include enable-php.conf;
    #PHP-INFO-END

    access_log  /www/wwwlogs/${panelSite}.log;
    error_log  /www/wwwlogs/${panelSite}.error.log;
}
`,
  [panelScript]: `#!/bin/bash
### BEGIN INIT INFO
# Provides:          nginx
# Required-Start:    $all
# Required-Stop:     $all
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: nginx of the panel
### END INIT INFO
program=${panelNginx}/sbin/nginx
configuration=${panelNginx}/conf/nginx.conf
running() { kill -0 "$(cat ${panelNginx}/logs/nginx.pid 2>/dev/null)" 2>/dev/null; }
begin() { running && { echo 'nginx already runs'; return 0; }; "$program" -c "$configuration"; }
end() { running || { echo 'nginx does not run'; return 1; }; "$program" -c "$configuration" -s stop; }
case $1 in
  start) begin ;;
  stop) end ;;
  restart) end; sleep 1; begin ;;
  reload) "$program" -c "$configuration" -t && "$program" -c "$configuration" -s reload ;;
  status) running ;;
  *) echo "Usage: $0 start|stop|restart|reload|status"; exit 1 ;;
esac
`,
};
