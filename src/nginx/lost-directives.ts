import { type BackEnd, backEndsOf, isSame, mainBackEnds } from './back-ends.ts';
import { filesIncludedBy, type NginxConfiguration } from './configuration.ts';
import type { Directive } from './parse.ts';

/** What the server that takes over another's name and port has to offer. */
export interface Successor {
  /** `api`: proxies everything to the application. `static`: serves the admin site, or redirects to it. */
  readonly kind: 'api' | 'static';
  /** `client_max_body_size` of the API's server. */
  readonly maxBodySize: string;
  /** Path of the admin site, `/admin/`. */
  readonly sitePath: string | undefined;
}

/**
 * Directives of a server block that the server which takes its place has nothing for: what would be lost. The block's
 * own directives are looked at as they stand in its file, `include` among them.
 */
export function lostDirectives(
  block: readonly Directive[],
  successor: Successor,
  configuration: NginxConfiguration,
): readonly Directive[] {
  const main = mainBackEnds(block, configuration);
  return block.filter((directive) => !isCovered(directive, successor, configuration, main));
}

/** Directives about TLS, addresses and names, which the new server has its own of. */
const ownOfEveryServer =
  /^(listen|server_name|ssl|ssl_\w+|http2|http2_\w+|server_tokens|server_name_in_redirect|port_in_redirect)$/;

/** Headers to the application that the API's server sets, and the values that come to the same. */
const headersToApplication =
  /^(x-real-ip|x-forwarded-(for|proto|host|port|scheme)|upgrade|connection|remote-host|real_?ip)$/i;
const ownHost = /^(\$host|\$http_host|\$proxy_host|\$server_name)(:\$\w+|:\d+)?$/;

/** Folders of the pages that nginx's packages bring. */
const packagedPages = /^(html|\/usr\/share\/nginx\/html|\/var\/www\/html|\/usr\/local\/nginx\/html)\/?$/;

function isCovered(
  directive: Directive,
  successor: Successor,
  configuration: NginxConfiguration,
  main: readonly BackEnd[],
): boolean {
  const { name, args, block } = directive;
  if (ownOfEveryServer.test(name)) return true;
  if (name === 'include') return filesIncludedBy(configuration, args[0] ?? '').every(({ empty }) => empty);
  if (name === 'if') return /^\(\$(scheme|server_port|ssl_protocol)$/.test(args[0] ?? '');
  if (name === 'error_page') return args[0] === '497' || (args.at(-1)?.endsWith('.html') ?? false);
  if (name === 'location' && /^\/\d*x*\w*\.html$/.test(args.at(-1) ?? '') && args[0] === '=') {
    return (block ?? []).every((one) => one.name === 'internal' || isPackagedRoot(one));
  }
  return successor.kind === 'api'
    ? isCoveredByApi(directive, successor, configuration, main)
    : isCoveredByStatic(directive, successor);
}

/** `main` is what the application stands for: a location that leads to another program has no place in ours. */
function isCoveredByApi(
  directive: Directive,
  successor: Successor,
  configuration: NginxConfiguration,
  main: readonly BackEnd[],
): boolean {
  const { name, args, block } = directive;
  if (name === 'location') {
    const inside = block ?? [];
    const proxies = inside.some((one) => one.name === 'proxy_pass' && leavesPathAsItIs(one, directive));
    if (!proxies || !isSame(backEndsOf(inside, configuration), main)) return false;
    return inside.every((one) => isCoveredInLocation(one, directive, successor, configuration));
  }
  // Nothing is served from files: what they say stands for no request.
  if (name === 'root' || name === 'index') return true;
  return isProxySetting(name, args, successor);
}

function isCoveredInLocation(
  one: Directive,
  location: Directive,
  successor: Successor,
  configuration: NginxConfiguration,
): boolean {
  if (one.name === 'proxy_pass') return leavesPathAsItIs(one, location);
  if (one.name === 'root' || one.name === 'index') return true;
  if (one.name === 'include') return filesIncludedBy(configuration, one.args[0] ?? '').every(({ empty }) => empty);
  return isProxySetting(one.name, one.args, successor);
}

/** Whether the application is asked for the very path of the request (ngx_http_proxy_module, proxy_pass). */
function leavesPathAsItIs({ args }: Directive, location: Directive): boolean {
  const path = /^https?:\/\/[^/]+(\/.*)?$/.exec(args[0] ?? '')?.[1];
  return path === undefined || (location.args.length === 1 && location.args[0] === path);
}

function isProxySetting(name: string, args: readonly string[], { maxBodySize }: Successor): boolean {
  const [first = '', second = ''] = args;
  switch (name) {
    case 'proxy_set_header':
      return first.toLowerCase() === 'host' ? ownHost.test(second) : headersToApplication.test(first);
    case 'proxy_http_version':
    case 'proxy_connect_timeout':
      return true;
    case 'proxy_redirect':
      return first === 'off' || first === 'default';
    case 'proxy_read_timeout':
    case 'proxy_send_timeout':
      return secondsOf(first) <= 300;
    case 'client_max_body_size':
      return bytesOf(first) <= bytesOf(maxBodySize);
    default:
      return false;
  }
}

function isCoveredByStatic({ name, args, block }: Directive, { sitePath }: Successor): boolean {
  if (name === 'return' || name === 'rewrite') return args.some((word) => word.startsWith('https://'));
  if (name === 'root') return packagedPages.test(args[0] ?? '');
  if (name === 'index') return true;
  if (name !== 'location') return false;
  const path = args.at(-1)?.replace(/^\^|\$$|\(\.\*\)|\.\*$/g, '') ?? '';
  const inside = block ?? [];
  if (path === '/' && inside.every((one) => one.name === 'return' || one.name === 'rewrite')) return true;
  const atSite = sitePath !== undefined && `${path}/`.replace(/\/+$/, '/') === sitePath;
  const files = /^(root|alias|index|try_files|expires|autoindex|add_header)$/;
  return atSite && inside.every((one) => files.test(one.name));
}

function isPackagedRoot({ name, args }: Directive): boolean {
  return name === 'root' && packagedPages.test(args[0] ?? '');
}

/** A time as nginx writes it (`300`, `5m`, `1h`) in seconds. */
function secondsOf(time: string): number {
  const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
  const [, amount, unit] = /^(\d+)(ms|s|m|h|d)?$/.exec(time) ?? [];
  return amount === undefined ? Number.POSITIVE_INFINITY : Number(amount) * (units[unit ?? 's'] ?? 1);
}

/** A size as nginx writes it; 0 is no limit. */
function bytesOf(size: string): number {
  const units: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
  const [, amount, unit] = /^(\d+)([kmg]?)$/i.exec(size) ?? [];
  const bytes = Number(amount ?? Number.NaN) * (units[(unit ?? '').toLowerCase()] ?? 1);
  return bytes > 0 ? bytes : Number.POSITIVE_INFINITY;
}
