import { quoteNginx } from './quote.ts';
import { indent, plainListens, proofLocation, serverBlock, tlsListens } from './server-block.ts';
import { type Site, type StaticSite, staticPorts } from './site.ts';
import { renderTls } from './tls.ts';
import type { NginxVersion } from './version.ts';

/**
 * Names of files that a build named by their contents, which may be kept for ever: webpack's `main.3f2a9c1b.chunk.js`,
 * Vite's and Rollup's `index-Bq3kX9fA.js`. A word with a number after it (`report-Overview2024.js`) is none, nor is
 * what holds a dash: several words would look like one. A hash that is not recognised costs a question for a 304; a name
 * that is taken for one would be stale for a year.
 */
const hashedNames: readonly string[] = [
  '[.-](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}',
  '[.-](?=[A-Za-z0-9_]*[A-Z])(?=[A-Za-z0-9_]*[a-z])(?=[A-Za-z0-9_]*[0-9])(?![A-Z]?[a-z]+([A-Z][a-z]+)*[0-9]+[.])[A-Za-z0-9_]{8,}',
];

/** What follows the hash: an extension, or two (`.chunk.js`, `.js.map`). */
const extensions = '([.][A-Za-z0-9]+){1,2}$';

/** How long a browser may keep what lies at a path. */
export const cacheRules: readonly string[] = [
  // Asked for anew each time, and answered by 304 where the ETag is still right.
  'default no-cache;',
  '~[.]html?$ no-store;',
  ...hashedNames.map((name) => `"~${name}${extensions}" "public, max-age=31536000, immutable";`),
];

/** A path whose last part ends like a file's and not like a document's: one that is missing is no route of the page. */
const assetName = '[.](?!html?$)(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,12}$';

/** What browsers must be told; nginx's own list lacks `.mjs`, and the http block of a server may have none at all. */
const types: Readonly<Record<string, string>> = {
  'text/html': 'html htm',
  'text/css': 'css',
  'text/javascript': 'js mjs',
  'text/plain': 'txt',
  'text/xml': 'xml',
  'application/json': 'json map',
  'application/manifest+json': 'webmanifest',
  'application/wasm': 'wasm',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/x-icon': 'ico',
  'font/woff': 'woff',
  'font/woff2': 'woff2',
  'font/ttf': 'ttf',
  'font/otf': 'otf',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** text/html is compressed without being named. */
const compressed = [
  ...['text/css', 'text/javascript', 'text/plain', 'text/xml', 'application/json', 'application/manifest+json'],
  ...['application/wasm', 'image/svg+xml', 'font/ttf', 'font/otf'],
].join(' ');

/** What a site of static files adds to the application's nginx file: how long files may be kept, 443, and 80. */
export function renderStatic(
  site: Site,
  pages: StaticSite,
  nginx: NginxVersion,
  id: string,
  configuration: string,
): readonly string[] {
  return [
    '',
    `map $uri $${id}_cache {`,
    ...indent(cacheRules),
    '}',
    '',
    ...filesServer(site, pages, nginx, id, configuration),
    '',
    ...redirectServer(site, pages, configuration),
  ];
}

/** Whether the text of a file of ours serves a static site. */
export function servesPages(text: string): boolean {
  return /^ *root \S+\/static\/[0-9a-f]{64}\/files;$/m.test(text);
}

function filesServer(
  site: Site,
  { root, path, fallback }: StaticSite,
  nginx: NginxVersion,
  id: string,
  configuration: string,
): readonly string[] {
  const { domain } = site;
  const document = `${path}index.html`;
  return serverBlock([
    ...tlsListens(staticPorts.https, site.ipv6, nginx),
    `server_name ${domain};`,
    '',
    ...renderTls(site.certificate, nginx, id),
    `error_page 497 =308 https://${domain}$request_uri;`,
    'server_tokens off;',
    `root ${quoteNginx(root)};`,
    'index index.html;',
    'types {',
    ...indent(Object.entries(types).map(([type, names]) => `${type} ${names};`)),
    '}',
    'default_type application/octet-stream;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_min_length 1000;',
    'gzip_comp_level 5;',
    'gzip_proxied any;',
    `gzip_types ${compressed};`,
    'add_header X-Content-Type-Options nosniff always;',
    // Without `always`: a missing file is not to be kept for a year.
    `add_header Cache-Control $${id}_cache;`,
    '',
    ...(path === '/'
      ? []
      : [
          'location = / {',
          `    return 302 https://${domain}${path}$is_args$args;`,
          '}',
          '',
          `location = ${path.slice(0, -1)} {`,
          `    return 302 https://${domain}${path}$is_args$args;`,
          '}',
          '',
          'location / {',
          '    return 404;',
          '}',
          '',
        ]),
    `location ${path} {`,
    ...indent(
      fallback
        ? [
            '# index.html, whose script knows the route; but never in the place of a script or a picture.',
            `try_files $uri $uri/index.html ${document};`,
            `location ~ "${assetName}" {`,
            '    try_files $uri =404;',
            '}',
          ]
        : ['try_files $uri $uri/ =404;'],
    ),
    '}',
    '',
    // A file, so that it is proven that a worker can read it; `return` would come before `allow` and `deny`.
    ...proofLocation(site, configuration, `try_files ${document} =404;`),
  ]);
}

function redirectServer(site: Site, { root, path }: StaticSite, configuration: string): readonly string[] {
  return serverBlock([
    ...plainListens(staticPorts.http, site.ipv6),
    `server_name ${site.domain};`,
    '',
    'server_tokens off;',
    `root ${quoteNginx(root)};`,
    '',
    'location / {',
    `    return 301 https://${site.domain}$request_uri;`,
    '}',
    '',
    ...proofLocation(site, configuration, `try_files ${path}index.html =404;`),
  ]);
}
