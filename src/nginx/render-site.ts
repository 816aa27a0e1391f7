import { createHash } from 'node:crypto';
import { isAppName } from '../values/app-name.ts';
import { isBlankPort } from '../values/blanks.ts';
import { parseBodySize } from '../values/body-size.ts';
import { parseDomain } from '../values/domain.ts';
import { parseSitePath } from '../values/path.ts';
import { configurationHash, renderLabel } from './label.ts';
import { parseNginx } from './parse.ts';
import { quoteNginx } from './quote.ts';
import { renderStatic } from './render-static.ts';
import { plainListens, proofLocation, serverBlock, tlsListens } from './server-block.ts';
import { portsOf, type Site } from './site.ts';
import { parseSnippet } from './snippet.ts';
import { renderTls } from './tls.ts';
import type { NginxVersion } from './version.ts';

/**
 * The one nginx file of an application. Its label and its proof location carry a hash of the text rendered with an empty
 * hash. Throws RangeError for a value that no input lets pass, `Failure` for one that an input would refuse.
 */
export function renderSite(site: Site, nginx: NginxVersion): string {
  check(site);
  return render(site, nginx, configurationHash(render(site, nginx, '')));
}

/**
 * The name by which an application's upstream, variable and zone are told from others': letters, digits and `_`, short
 * enough for nginx's `variables_hash_bucket_size` of 64 bytes (a variable's name of 46).
 */
export function identifierOf(image: string): string {
  const plain = image.replace(/[^a-z0-9]/g, '_');
  // `a-b`, `a_b` and `a.b` would be one name, so all but the first carry a hash.
  if (image.length <= 24 && /^[a-z0-9-]*$/.test(image)) return `deploy_${plain}`;
  return `deploy_${plain.slice(0, 15)}_${createHash('sha256').update(image).digest('hex').slice(0, 8)}`;
}

function render(site: Site, nginx: NginxVersion, configuration: string): string {
  const id = identifierOf(site.image);
  return `${[
    renderLabel({ app: site.app, release: site.release, configuration }),
    '# Written by the deployment; the next one replaces it. Further directives go into the input nginx-snippet.',
    '',
    `upstream ${id} {`,
    `    server 127.0.0.1:${site.upstreamPort};`,
    '}',
    '',
    `map $http_upgrade $${id}_connection {`,
    '    default upgrade;',
    "    '' close;",
    '}',
    '',
    ...httpsServer(site, nginx, id, configuration),
    ...(site.publishedAppPort === undefined
      ? []
      : ['', ...plainServer(site, site.publishedAppPort, id, configuration)]),
    // Last: who reads the file (proof-address.ts, the survey) takes its first https server for the API's.
    ...(site.staticSite === undefined ? [] : renderStatic(site, site.staticSite, nginx, id, configuration)),
  ].join('\n')}\n`;
}

function httpsServer(site: Site, nginx: NginxVersion, id: string, configuration: string): readonly string[] {
  const { domain, httpsPort, snippet } = site;
  const port = httpsPort === 443 ? '' : `:${httpsPort}`;
  // What the snippet sets itself is left to it: nginx refuses most directives that stand twice in a block.
  const given = snippet === undefined ? [] : parseNginx(snippet, 'nginx-snippet');
  const taken = new Set(given.map(({ name }) => name));
  // A header that is set twice is sent twice, and Tomcat refuses a request with two Hosts.
  const headers = new Set(
    given.flatMap(({ name, args: [header = ''] }) => (name === 'proxy_set_header' ? [header.toLowerCase()] : [])),
  );
  const ours = [
    ...renderTls(site.certificate, nginx, id),
    // Plain http that comes to the https port (status 497, ngx_http_ssl_module); 308 keeps method and body.
    `error_page 497 =308 https://${domain}${port}$request_uri;`,
    ...proxying(site, id),
  ].filter((line) => {
    const [name = '', header = ''] = line.split(' ');
    if (name === 'proxy_set_header') return !headers.has(header.toLowerCase());
    return repeatable.test(line) || !taken.has(name);
  });
  return serverBlock(
    [
      ...tlsListens(httpsPort, site.ipv6, nginx).filter((line) => line !== 'http2 on;' || !taken.has('http2')),
      `server_name ${domain};`,
      '',
      ...ours,
      '',
      ...locations(site, id, configuration, taken.has('auth_request') ? ['auth_request off;'] : []),
      // Not indented: a quoted text of several lines would change.
    ],
    snippet === undefined ? [] : ['', '    # nginx-snippet', snippet],
  );
}

/** Directives that may stand more than once in a block. */
const repeatable = /^(ssl_certificate|ssl_certificate_key|error_page) /;

/** Plain http for those who ask the application's port itself, most of them by address. */
function plainServer(site: Site, port: number, id: string, configuration: string): readonly string[] {
  return serverBlock([
    ...(site.publishedOnLoopback ? [`listen 127.0.0.1:${port};`] : plainListens(port, site.ipv6)),
    `server_name ${site.domain};`,
    '',
    ...proxying(site, id),
    '',
    ...locations(site, id, configuration),
  ]);
}

/** At the level of the server, so that a location of the snippet inherits it. */
function proxying(site: Site, id: string): readonly string[] {
  return [
    'server_tokens off;',
    `client_max_body_size ${site.maxBodySize};`,
    // BT panel turns a cache on for all that is proxied (its proxy.conf); an API's answers are not for the next user.
    'proxy_cache off;',
    'proxy_http_version 1.1;',
    // With its port: Spring builds links and redirects from these.
    'proxy_set_header Host $http_host;',
    'proxy_set_header X-Real-IP $remote_addr;',
    'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    'proxy_set_header X-Forwarded-Proto $scheme;',
    'proxy_set_header X-Forwarded-Host $http_host;',
    'proxy_set_header X-Forwarded-Port $server_port;',
    'proxy_set_header Upgrade $http_upgrade;',
    `proxy_set_header Connection $${id}_connection;`,
    'proxy_connect_timeout 5s;',
    // An idle websocket is closed after this; nginx's own 60 s is shorter than many heartbeats.
    'proxy_read_timeout 300s;',
    'proxy_send_timeout 300s;',
  ];
}

/** `open` is what lets the proof through where the snippet would ask for a permission. */
function locations(site: Site, id: string, configuration: string, open: readonly string[] = []): readonly string[] {
  return [
    'location / {',
    `    proxy_pass http://${id};`,
    '}',
    '',
    ...proofLocation(site, configuration, `proxy_pass ${quoteNginx(`http://${id}${site.proof.target}`)};`, open),
  ];
}

/** Inputs were checked when read; what came from elsewhere (a record, a survey) is checked here. */
function check(site: Site): void {
  const { app, image, release, certificate, proof } = site;
  const wrong = (what: string) => new RangeError(`nginx site of ${JSON.stringify(image)}: bad ${what}`);
  if (!isAppName(app) || image !== app.toLowerCase()) throw wrong('name');
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(release)) throw wrong('release');
  const ports = portsOf(site);
  const good = (port: number) => Number.isInteger(port) && port >= 1 && port <= 65535;
  if (!ports.every(good) || !(good(site.upstreamPort) || isBlankPort(site.upstreamPort))) throw wrong('port');
  if (new Set(ports).size < ports.length) throw wrong('port: it is given twice');
  if (![certificate.chainPath, certificate.keyPath].every((path) => path.startsWith('/')))
    throw wrong('certificate path');
  if (!/^\/[A-Za-z0-9/._-]+$/.test(proof.path) || !proof.target.startsWith('/')) throw wrong('proof path');
  if (parseDomain(site.domain) !== site.domain) throw wrong('domain');
  if (site.staticSite !== undefined) {
    const { root, path } = site.staticSite;
    if (!root.startsWith('/') || parseSitePath(path) !== path) throw wrong('static site');
  }
  parseBodySize(site.maxBodySize);
  if (site.snippet !== undefined) parseSnippet(site.snippet);
}
