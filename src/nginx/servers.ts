import { posix } from 'node:path';
import type { NginxConfiguration } from './configuration.ts';
import type { Directive } from './parse.ts';
import type { CertificatePair } from './site.ts';

/** One address that a server block listens on. */
export interface Listen {
  /** `*`, an IPv4 address, `[::]` or another in brackets, a host name, or `unix:/path`. */
  readonly address: string;
  /** First port; 0 for a unix socket. */
  readonly port: number;
  /** Last port of a range; the first where there is none. */
  readonly lastPort: number;
  readonly ssl: boolean;
  readonly defaultServer: boolean;
  /** It takes no TCP connections: `quic`, and `udp` of the stream block. */
  readonly udp: boolean;
  /** The words that follow the address. */
  readonly options: readonly string[];
}

/** A `listen` and the place where it stands. */
export interface PlacedListen extends Listen {
  readonly file: string;
  readonly line: number;
}

/** One `server` block of the http block. */
export interface VirtualServer {
  readonly listen: readonly Listen[];
  /** The words of `server_name`, lower-case; `['']` where there is none, as nginx has it. */
  readonly names: readonly string[];
  /** The pairs that it names, absolute; its own or else the http block's. */
  readonly certificates: readonly CertificatePair[];
  /** What stands in the block, includes replaced by what they include. */
  readonly block: readonly Directive[];
  readonly file: string;
  readonly line: number;
}

/** Every `server` block, in the order in which nginx reads them. */
export function serversOf(configuration: NginxConfiguration): readonly VirtualServer[] {
  const blocks = configuration.tree.filter(({ name }) => name === 'http');
  return blocks.flatMap((http) => {
    const inherited = pairs(http.block ?? [], configuration);
    return (http.block ?? [])
      .filter(({ name }) => name === 'server')
      .map((server) => toServer(server, inherited, configuration));
  });
}

/** The server blocks of exactly this host name on this port; two where one listens on IPv4 and another on IPv6. */
export function serversFor(configuration: NginxConfiguration, domain: string, port: number): readonly VirtualServer[] {
  return serversOf(configuration).filter(
    ({ listen, names }) => listensOn(listen, port) && (names.includes(domain) || names.includes(`.${domain}`)),
  );
}

/** What nginx listens on by its stream and mail blocks, whose servers take a port for themselves. */
export function streamListens({ tree }: NginxConfiguration): readonly PlacedListen[] {
  return tree
    .filter(({ name }) => name === 'stream' || name === 'mail')
    .flatMap(({ block = [] }) => block.filter(({ name }) => name === 'server'))
    .flatMap(placedListens);
}

/** The `listen` directives of a block by their places; that of the block itself where it has none. */
export function placedListens(server: Pick<Directive, 'block' | 'file' | 'line'>): readonly PlacedListen[] {
  const { block = [], file, line } = server;
  const directives = block.filter(({ name }) => name === 'listen');
  return listensOf(server).map((listen, at) => ({
    ...listen,
    file: directives[at]?.file ?? file,
    line: directives[at]?.line ?? line,
  }));
}

/** Whether connections to a TCP port come to what listens so. */
export function listensAt(one: Listen, port: number): boolean {
  return !one.udp && one.port <= port && port <= one.lastPort;
}

/** The server blocks that listen on this port, of whatever name. */
export function serversOn(configuration: NginxConfiguration, port: number): readonly VirtualServer[] {
  return serversOf(configuration).filter(({ listen }) => listensOn(listen, port));
}

/** Certificate pairs that nginx names for a domain: of blocks with exactly its name, else of wildcard ones. */
export function certificatesFor(configuration: NginxConfiguration, domain: string): readonly CertificatePair[] {
  const parent = domain.slice(domain.indexOf('.') + 1);
  const servers = serversOf(configuration);
  const exact = servers.filter(({ names }) => names.includes(domain) || names.includes(`.${domain}`));
  const wild = servers.filter(({ names }) => names.includes(`*.${parent}`) || names.includes(`.${parent}`));
  const pairsOf = (blocks: readonly VirtualServer[]) => blocks.flatMap(({ certificates }) => certificates);
  const found = exact.some(({ certificates }) => certificates.length > 0) ? pairsOf(exact) : pairsOf(wild);
  return found.filter((pair, at) => found.findIndex(({ chainPath }) => chainPath === pair.chainPath) === at);
}

function listensOn(listen: readonly Listen[], port: number): boolean {
  return listen.some((one) => listensAt(one, port));
}

function toServer(
  server: Directive,
  inherited: readonly CertificatePair[],
  configuration: NginxConfiguration,
): VirtualServer {
  const own = pairs(server.block ?? [], configuration);
  return {
    listen: listensOf(server),
    names: namesOf(server),
    certificates: own.length > 0 ? own : inherited,
    block: server.block ?? [],
    file: server.file,
    line: server.line,
  };
}

/** The addresses that a `server` block listens on. */
export function listensOf({ block = [] }: Pick<Directive, 'block'>): readonly Listen[] {
  const legacy = block.some(({ name, args }) => name === 'ssl' && args[0] === 'on');
  const listen = block.filter(({ name }) => name === 'listen').map(({ args }) => toListen(args, legacy));
  // ngx_http_core_module: without `listen`, *:80 for a master that runs as root.
  return listen.length > 0 ? listen : [toListen(['80'], legacy)];
}

/** The words of a block's `server_name`, lower-case; `['']` where there is none. */
export function namesOf({ block = [] }: Directive): readonly string[] {
  const names = block.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args);
  return names.length > 0 ? names.map((name) => name.toLowerCase()) : [''];
}

function toListen(args: readonly string[], legacySsl: boolean): Listen {
  const [where = '', ...options] = args;
  const rest = {
    ssl: legacySsl || options.includes('ssl'),
    defaultServer: options.includes('default_server') || options.includes('default'),
    udp: options.includes('quic') || options.includes('udp'),
    options,
  };
  if (where.startsWith('unix:')) return { address: where, port: 0, lastPort: 0, ...rest };
  const [, address, first, last] = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)(?:-(\d+))?$/.exec(where) ?? [];
  if (first === undefined) return { address: where, port: 80, lastPort: 80, ...rest };
  return { address: address ?? '*', port: Number(first), lastPort: Number(last ?? first), ...rest };
}

/** The n-th `ssl_certificate` belongs to the n-th `ssl_certificate_key`. Variables, data and engines name no file. */
function pairs(directives: readonly Directive[], { main }: NginxConfiguration): readonly CertificatePair[] {
  const paths = (wanted: string) => directives.filter(({ name }) => name === wanted).map(({ args }) => args[0] ?? '');
  const keys = paths('ssl_certificate_key');
  return paths('ssl_certificate').flatMap((chain, at) => {
    const key = keys[at] ?? '';
    if ([chain, key].some((path) => path === '' || /\$|^(data|engine|store):/.test(path))) return [];
    const folder = posix.dirname(main);
    return [{ chainPath: posix.resolve(folder, chain), keyPath: posix.resolve(folder, key) }];
  });
}
