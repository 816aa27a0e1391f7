import { quoteNginx } from './quote.ts';
import { proofHeaders, type Site } from './site.ts';
import { atLeast, type NginxVersion } from './version.ts';

/** A `server` block of these lines; `verbatim` ends it as it is. */
export function serverBlock(lines: readonly string[], verbatim: readonly string[] = []): readonly string[] {
  return ['server {', ...indent(lines), ...verbatim, '}'];
}

/** Lines one level deeper. */
export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

/** `listen` for plain http. */
export function plainListens(port: number, ipv6: boolean): readonly string[] {
  return listens(port, ipv6, '');
}

/** `listen` for https, with HTTP/2 where this nginx has it. */
export function tlsListens(port: number, ipv6: boolean, nginx: NginxVersion): readonly string[] {
  if (!nginx.http2) return listens(port, ipv6, ' ssl');
  // 1.25.1 made a directive of what had been a flag.
  if (!atLeast(nginx, 1, 25, 1)) return listens(port, ipv6, ' ssl http2');
  return [...listens(port, ipv6, ' ssl'), 'http2 on;'];
}

function listens(port: number, ipv6: boolean, flags: string): readonly string[] {
  return [`listen ${port}${flags};`, ...(ipv6 ? [`listen [::]:${port}${flags};`] : [])];
}

/** The location by which a switch is proven; `answer` says with what, after the directives of `open`. */
export function proofLocation(
  site: Site,
  configuration: string,
  answer: string,
  open: readonly string[] = [],
): readonly string[] {
  // An application that sends a header of this name does not answer in nginx's place.
  const header = (name: string, value: string) => [`proxy_hide_header ${name};`, `add_header ${name} ${value} always;`];
  return [
    '# Shows to this server alone what is being served.',
    `location = ${quoteNginx(site.proof.path)} {`,
    ...indent([
      'allow 127.0.0.1;',
      'allow ::1;',
      'deny all;',
      'satisfy all;',
      'auth_basic off;',
      ...open,
      'access_log off;',
      // A location with add_header of its own inherits none.
      ...header(proofHeaders.release, quoteNginx(site.release)),
      ...header(proofHeaders.configuration, `"${configuration}"`),
      answer,
    ]),
    '}',
  ];
}
