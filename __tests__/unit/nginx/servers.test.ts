import { parseDump } from '../../../src/nginx/configuration.ts';
import { includeFolder } from '../../../src/nginx/include-folder.ts';
import { certificatesFor, serversFor, serversOf, serversOn, streamListens } from '../../../src/nginx/servers.ts';

// As `nginx -T` prints the configuration of the guide, with a file more in conf.d.
const guide = `# configuration file /etc/nginx/nginx.conf:
user nginx;
include /usr/share/nginx/modules/*.conf;
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    include conf.d/*.conf;
    include /etc/nginx/sites-enabled/*;
    server {
        listen 80;
        listen [::]:80;
        server_name laobuzhang.example;
        include /etc/nginx/default.d/*.conf;
    }
    server {
        listen 443 ssl default_server;
        server_name laobuzhang.example WWW.laobuzhang.example;
        ssl_certificate ssl/a_bundle.crt;
        ssl_certificate_key /etc/nginx/ssl/a.key;
    }
}

# configuration file /etc/nginx/mime.types:
types { text/html html; }

# configuration file /etc/nginx/conf.d/api.conf:
server {
    listen 127.0.0.1:8014 ssl;
    server_name .api.example;
    ssl_certificate /etc/nginx/ssl/b.crt;
    ssl_certificate_key /etc/nginx/ssl/b.key;
    ssl_certificate /etc/nginx/ssl/c.crt;
    ssl_certificate_key /etc/nginx/ssl/c.key;
}
server { listen 9000-9002; listen unix:/run/x; server_name *.example.com; ssl_certificate $ssl_server_name.crt; ssl_certificate_key k; }

# configuration file /etc/nginx/conf.d/sub/hidden.conf:
server { listen 1; }

`;

const configuration = parseDump(guide);

test('every server block that nginx reads in its http block, in its order', () => {
  expect(serversOf(configuration).map(({ file, line, names }) => [file, line, names])).toEqual([
    ['/etc/nginx/conf.d/api.conf', 1, ['.api.example']],
    ['/etc/nginx/conf.d/api.conf', 9, ['*.example.com']],
    ['/etc/nginx/nginx.conf', 8, ['laobuzhang.example']],
    ['/etc/nginx/nginx.conf', 14, ['laobuzhang.example', 'www.laobuzhang.example']],
  ]);
});

test.each([
  ['8014', { address: '*', port: 8014 }],
  ['127.0.0.1:8014 ssl http2', { address: '127.0.0.1', port: 8014, ssl: true, options: ['ssl', 'http2'] }],
  [
    '[::]:443 ssl default_server ipv6only=on',
    { address: '[::]', port: 443, ssl: true, defaultServer: true, options: ['ssl', 'default_server', 'ipv6only=on'] },
  ],
  ['*:80', { address: '*', port: 80 }],
  ['9000-9002', { address: '*', port: 9000, lastPort: 9002 }],
  ['localhost', { address: 'localhost', port: 80 }],
  ['[::1]', { address: '[::1]', port: 80 }],
  ['unix:/run/x.sock', { address: 'unix:/run/x.sock', port: 0 }],
  ['443 quic reuseport', { address: '*', port: 443, udp: true, options: ['quic', 'reuseport'] }],
])('listen %s', (words, expected) => {
  const found = serversOf(parseDump(`# configuration file /n.conf:\nhttp { server { listen ${words}; } }\n`));
  const none = { lastPort: expected.port, ssl: false, defaultServer: false, udp: false, options: [] };
  expect(found[0]?.listen).toEqual([{ ...none, ...expected }]);
});

test('what stream and mail blocks listen on, by its place', () => {
  const dump = `# configuration file /n.conf:
stream {
  server { listen 8014; proxy_pass 10.0.0.2:1; }
  server {
    listen 53 udp;
    listen [::]:8015;
  }
}
mail { server { listen 25; } }
http { server { listen 80; } }
`;
  expect(streamListens(parseDump(dump)).map(({ address, port, udp, line }) => [address, port, udp, line])).toEqual([
    ['*', 8014, false, 2],
    ['*', 53, true, 4],
    ['[::]', 8015, false, 5],
    ['*', 25, false, 8],
  ]);
});

test('a block without listen and server_name, and ssl on as of old', () => {
  const [one, two] = serversOf(
    parseDump('# configuration file /n.conf:\nhttp { server { } server { listen 1; ssl on; } }\n'),
  );
  expect([one?.listen[0]?.port, one?.names, two?.listen[0]?.ssl]).toEqual([80, [''], true]);
});

test('servers by name and port', () => {
  expect(serversFor(configuration, 'api.example', 8014)).toHaveLength(1);
  expect(serversFor(configuration, 'api.example', 443)).toHaveLength(0);
  expect(serversFor(configuration, 'www.laobuzhang.example', 443)).toHaveLength(1);
  expect(serversFor(configuration, 'x.example.com', 9001)).toHaveLength(0);
  expect(serversOn(configuration, 9001)).toHaveLength(1);
});

test('certificates that nginx names for a domain, relative ones from the main folder, variables left out', () => {
  expect(certificatesFor(configuration, 'laobuzhang.example')).toEqual([
    { chainPath: '/etc/nginx/ssl/a_bundle.crt', keyPath: '/etc/nginx/ssl/a.key' },
  ]);
  expect(certificatesFor(configuration, 'v1.api.example').map(({ chainPath }) => chainPath)).toEqual([
    '/etc/nginx/ssl/b.crt',
    '/etc/nginx/ssl/c.crt',
  ]);
  expect(certificatesFor(configuration, 'a.example.com')).toEqual([]);
});

test.each([
  [['conf.d/*.conf', 'sites-enabled/*'], '/etc/nginx/conf.d'],
  [['sites-enabled/*', '/etc/nginx/conf.d/*.conf'], '/etc/nginx/conf.d'],
  [['mime.types', '/etc/nginx/sites-enabled/*'], '/etc/nginx/sites-enabled'],
  [['/www/server/panel/vhost/nginx/*.conf'], '/www/server/panel/vhost/nginx'],
  [['mime.types', 'tenants/*/x.conf'], undefined],
  [[], undefined],
])('included from %j: a file goes to %s', (globs, folder) => {
  const http = globs.map((glob) => `include ${glob};`).join(' ');
  const dump = `# configuration file /etc/nginx/nginx.conf:\nhttp { ${http} server { include default.d/*.conf; } }\n`;
  expect(includeFolder(parseDump(dump))).toBe(folder);
});

test('what is no dump is refused', () => {
  expect(() => parseDump('nginx: command not found')).toThrow('not nginx configuration');
});
