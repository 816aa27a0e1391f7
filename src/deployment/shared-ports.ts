import { type Failure, failure } from '../messages/failure.ts';
import { nginxCommand } from '../nginx/command.ts';
import type { Configuration } from '../nginx/configuration.ts';
import {
  type Listen,
  listensAt,
  type PlacedListen,
  placedListens,
  serversOf,
  serversOn,
  streamListens,
} from '../nginx/servers.ts';
import { listensOf, portsOf, type Site, type SitePort } from '../nginx/site.ts';
import { atLeast } from '../nginx/version.ts';
import type { Listeners } from '../survey/listeners.ts';
import type { InstalledNginx } from '../survey/nginx.ts';
import type { TakenServers } from './adoption/servers.ts';

/** What is known of an nginx, and of its ports, that other sites are on, too. */
export interface SharedPorts {
  readonly site: Site;
  readonly nginx: InstalledNginx;
  readonly configuration: Configuration;
  readonly listeners: Listeners;
  /** Servers that go with this deployment. */
  readonly taken: TakenServers;
  /** Units by names of nginx's that are masked. */
  readonly masked: readonly string[];
  /** Port that the container being taken over lets go of. */
  readonly released: number | undefined;
}

/** A server of somebody else on a port of the site, and how it listens there. */
interface Neighbour {
  readonly port: SitePort;
  readonly listen: PlacedListen;
}

/**
 * What other servers of nginx do to the ports of a site: options that count for all servers of one address and port, an
 * address that is preferred, a protocol that is none of http's; and what a stopped nginx would not start for.
 */
export function sharedPortProblems(ports: SharedPorts): readonly Failure[] {
  const { site, configuration } = ports;
  const others = neighbours(ports);
  const ofStream = listensOf(site).flatMap(({ port }) =>
    streamListens(configuration)
      .filter((listen) => listensAt(listen, port))
      .map(({ file, line }) => failure('PORT_OF_STREAM', { port, file, line })),
  );
  return [
    ...others.flatMap((one) => speaksOtherwise(one)),
    ...others.flatMap((one) => unfitOption(one, ports)),
    ...others.flatMap((one) => addressTaken(one, ports)).filter(() => !servesAlready(ports)),
    ...ofStream,
    ...longName(ports),
    ...heldPorts(ports),
    ...(ports.nginx.state === 'stopped' ? masked(ports) : []),
  ];
}

/** What is warned of: an address that other sites prefer, where the site is served all the same; a unit that is masked. */
export function sharedPortNotices(ports: SharedPorts): readonly Failure[] {
  return [
    ...(servesAlready(ports) ? neighbours(ports).flatMap((one) => addressTaken(one, ports)) : []),
    ...(ports.nginx.state === 'running' ? masked(ports) : []),
  ];
}

/** The unit of an nginx that nothing else starts at boot. That of a panel is not what systemd knows by the name. */
function masked({ nginx, masked: units }: SharedPorts): readonly Failure[] {
  const [, fork = 'nginx'] = /\b(openresty|tengine)\b/.exec(nginx.program) ?? [];
  const unit = `${fork}.service`;
  const own = nginx.unit === undefined && !nginx.program.startsWith('/www/server/');
  return own && units.includes(unit) ? [failure('NGINX_MASKED', { unit })] : [];
}

/** Whether nginx brought the application's own answer through the port as it is configured now. */
function servesAlready({ nginx, site }: SharedPorts): boolean {
  const served = nginx.managedFile?.text ?? '';
  return (nginx.serving?.release ?? '') !== '' && served.includes(`listen ${site.httpsPort} ssl`);
}

function neighbours({ site, configuration, nginx, taken }: SharedPorts): readonly Neighbour[] {
  return listensOf(site).flatMap((port) =>
    serversOn(configuration, port.port)
      .filter((server) => server.file !== nginx.managedFile?.path && !goes(server, taken))
      .flatMap(placedListens)
      .filter((listen) => listensAt(listen, port.port))
      .map((listen) => ({ port, listen })),
  );
}

/** Whether a server goes with this deployment, or is told of by a failure of its own. */
export function goes({ file, line }: { file: string; line: number }, { cut, problems }: TakenServers): boolean {
  return problems.length > 0 || cut.some((server) => server.file === file && server.line === line);
}

/** nginx speaks TLS on a port as soon as one of its servers there does: a plain one beside it would be cut off. */
function speaksOtherwise({ port: { port, tls }, listen }: Neighbour): readonly Failure[] {
  const { ssl, file, line } = listen;
  return ssl === tls ? [] : [failure('PORT_SPEAKS_OTHERWISE', { port, wanted: tls ? 'https' : 'http', file, line })];
}

/**
 * nginx gives an address and port the options of all servers that listen there (ngx_http_add_addresses). HTTP/2 without
 * TLS was HTTP/2 alone before 1.25.1.
 */
function unfitOption({ port: { port, tls }, listen }: Neighbour, { site, nginx }: SharedPorts): readonly Failure[] {
  const { options, file, line } = listen;
  const ours = isAny4(listen) || (isAny6(listen) && site.ipv6);
  const unfit = options.filter(
    (option) =>
      (option === 'proxy_protocol' && ours) ||
      (option === 'ipv6only=off' && isAny6(listen)) ||
      (option === 'http2' && !tls && ours && !atLeast(nginx.version, 1, 25, 1)),
  );
  return unfit.map((option) => failure('PORT_OPTION_UNFIT', { port, option, file, line }));
}

/** Requests to an address that one server names come to no server that names the port alone (ngx_http_init_connection). */
function addressTaken({ port: { port }, listen }: Neighbour, { site }: SharedPorts): readonly Failure[] {
  const { address, file, line } = listen;
  const concrete = /^\d+\.\d+\.\d+\.\d+$/.test(address) && !isAny4(listen);
  const elsewhere = address.startsWith('127.') && address !== '127.0.0.1';
  // The site itself names that address then.
  const alike = port === site.publishedAppPort && site.publishedOnLoopback && address === '127.0.0.1';
  return concrete && !elsewhere && !alike ? [failure('PORT_ADDRESS_TAKEN', { port, address, file, line })] : [];
}

function isAny4({ address }: Listen): boolean {
  return address === '*' || address === '0.0.0.0';
}

function isAny6({ address }: Listen): boolean {
  return address === '[::]';
}

/**
 * nginx makes a table of the names of each port that servers share, and refuses one that does not fit into its buckets:
 * two pointers, and the name with two bytes more, in whole words (NGX_HASH_ELT_SIZE of ngx_hash.c).
 */
function longName(ports: SharedPorts): readonly Failure[] {
  const { site, configuration, nginx } = ports;
  const { domain } = site;
  const given = configuration.tree
    .filter(({ name }) => name === 'http')
    .flatMap(({ block = [] }) => block)
    .find(({ name }) => name === 'server_names_hash_bucket_size');
  const have = Math.ceil(sizeOf(given?.args[0] ?? '64') / cacheLine) * cacheLine;
  const needed = 16 + 8 * Math.ceil((domain.length + 2) / 8);
  if (needed <= have || neighbours(ports).length === 0) return [];
  const need = 2 ** Math.ceil(Math.log2(needed));
  const place = given === undefined ? '' : `${given.file}:${given.line}`;
  return [
    failure('NGINX_NAMES_HASH', { domain, have, need, main: configuration.main, nginx: nginxCommand(nginx), place }),
  ];
}

/** Bytes to which nginx rounds the size of a bucket, on x86-64 and 64-bit ARM. */
const cacheLine = 64;

/** A size as nginx writes it. */
function sizeOf(word: string): number {
  return Number.parseInt(word, 10) * (/k$/i.test(word) ? 1024 : 1) || cacheLine;
}

/** nginx that is stopped starts only where every port of its configuration is free, also those of other sites. */
function heldPorts({ site, nginx, configuration, listeners, taken, released }: SharedPorts): readonly Failure[] {
  if (nginx.state !== 'stopped') return [];
  const ours = portsOf(site);
  const wanted = [
    ...serversOf(configuration)
      .filter((server) => server.file !== nginx.managedFile?.path && !goes(server, taken))
      .flatMap(placedListens),
    ...streamListens(configuration),
  ];
  const told = new Set<number>();
  return listeners.sockets.flatMap(({ port, address, process, pid }) => {
    // Those of the site itself are told of as PORT_TAKEN.
    if (told.has(port) || port === released || ours.includes(port)) return [];
    const found = wanted.find((listen) => listensAt(listen, port) && collide(listen.address, address));
    if (found === undefined) return [];
    told.add(port);
    return [
      failure('NGINX_PORT_HELD', {
        port,
        process: process || '-',
        pid: pid ?? '-',
        file: found.file,
        line: found.line,
      }),
    ];
  });
}

/** Whether two sockets cannot listen on one port; `held` as ss(8) writes it, whose `*` takes IPv4 and IPv6. */
function collide(wanted: string, held: string): boolean {
  if (held === '*') return true;
  const six = (address: string): boolean => address.startsWith('[');
  if (six(wanted) !== six(held)) return false;
  const any = (address: string): boolean => ['*', '0.0.0.0', '[::]'].includes(address);
  return any(wanted) || any(held) || wanted === held.replace(/%.*/, '');
}
