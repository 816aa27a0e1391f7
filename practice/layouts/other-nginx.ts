import type { PracticeServer } from '../server.ts';

/** An nginx under another name and in another place than the distribution's. */
export interface OtherNginx {
  readonly name: 'openresty' | 'tengine';
  readonly program: string;
  /** Folder of its configuration, and of its logs. */
  readonly prefix: string;
  readonly main: string;
  readonly unit: string;
}

/** Where OpenResty's packages install it. */
export const openResty: OtherNginx = at('openresty', '/usr/local/openresty/nginx', 'nginx');

/** Where Tengine's sources install it, its program by the fork's own name. */
export const tengine: OtherNginx = at('tengine', '/usr/local/tengine', 'tengine');

function at(name: OtherNginx['name'], prefix: string, program: string): OtherNginx {
  return {
    name,
    prefix,
    program: `${prefix}/sbin/${program}`,
    main: `${prefix}/conf/nginx.conf`,
    unit: `${name}.service`,
  };
}

/** Where the distribution's program is kept once its packages are gone. */
const kept = '/usr/local/stand-in';

/**
 * Lays a practice server out as one whose nginx is a fork's: the distribution's nginx goes, its program stands in for the
 * fork's (it is no OpenResty and no Tengine; Lua it has by Debian's module, which must be installed). Its main file is the
 * one that OpenResty brings, with a location of Lua, and includes no folder. It runs then, by a unit of its own.
 */
export async function layOutAsFork(server: PracticeServer, fork: OtherNginx): Promise<void> {
  const { name, prefix, program, main, unit } = fork;
  await server.sh(take);
  await server.sh(
    `set -e
install -D ${kept}/nginx ${program}
mkdir -p ${prefix}/conf ${prefix}/logs ${prefix}/html /var/log/nginx /var/lib/nginx
echo 'a page of ${name}' >${prefix}/html/index.html
cat >${main}`,
    { input: mainFile(prefix) },
  );
  await server.sh(`cat >/etc/systemd/system/${unit}`, { input: unitFile(fork) });
  await server.sh(`set -e
systemctl daemon-reload
systemctl enable ${unit} >/dev/null 2>&1
systemctl start ${unit}
[ "$(curl -sf http://127.0.0.1/lua)" = hi ]
! command -v nginx`);
}

const take = `set -e
[ -e /usr/sbin/nginx ] || exit 0
mkdir -p ${kept}
cp /usr/sbin/nginx /usr/lib/nginx/modules/ndk_http_module.so /usr/lib/nginx/modules/ngx_http_lua_module.so ${kept}
systemctl stop nginx.service
dpkg-query -W -f '\${Package}\\n' | grep nginx | xargs dpkg --purge --force-depends >/dev/null 2>&1
rm -rf /etc/nginx
systemctl daemon-reload`;

const unitFile = ({ name, prefix, program, main }: OtherNginx): string => `[Unit]
Description=${name}
After=network-online.target

[Service]
Type=forking
PIDFile=${prefix}/logs/nginx.pid
ExecStart=${program} -p ${prefix} -c ${main} -g 'daemon on; master_process on;'
ExecReload=/bin/kill -HUP $MAINPID

[Install]
WantedBy=multi-user.target
`;

const mainFile = (prefix: string): string => `load_module ${kept}/ndk_http_module.so;
load_module ${kept}/ngx_http_lua_module.so;
user  www-data;
worker_processes  1;

#error_log  logs/error.log  notice;
error_log  ${prefix}/logs/error.log;
pid        ${prefix}/logs/nginx.pid;

events {
    worker_connections  1024;
}

http {
    default_type  application/octet-stream;
    sendfile        on;
    keepalive_timeout  65;

    server {
        listen       80;
        server_name  localhost;

        location / {
            root   ${prefix}/html;
            index  index.html index.htm;
        }
        location = /lua {
            content_by_lua_block { ngx.say("hi") }
        }
        error_page   500 502 503 504  /50x.html;
        location = /50x.html {
            root   html;
        }
    }
}
`;
