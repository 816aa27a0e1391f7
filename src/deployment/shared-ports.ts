import { isIPv4, isIPv6 } from 'node:net';
import { type Failure, failure } from '../messages/failure.ts';
import { nginxCommand } from '../nginx/command.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { isAny4, isAny6, isOnIpv6Alone, loopback, plainAddress } from '../nginx/listen-address.ts';
import { listensAt, type PlacedListen, placedListens, serversOn, streamListens } from '../nginx/servers.ts';
import { listensOf, type Site, type SitePort } from '../nginx/site.ts';
import { atLeast } from '../nginx/version.ts';
import type { Listeners } from '../survey/listeners.ts';
import type { InstalledNginx } from '../survey/nginx.ts';
import { type AdoptedServers, goes } from './adoption/servers.ts';
import { heldAddresses, heldPorts } from './held-ports.ts';

/** What is known of an nginx, and of its ports, that other sites are on, too. */
export interface SharedPorts {
  readonly site: Site;
  readonly nginx: InstalledNginx;
  readonly configuration: NginxConfiguration;
  readonly listeners: Listeners;
  /** Addresses of the network device that leads outside; none: they are not known. */
  readonly addresses: readonly string[];
  /** Servers that go with this deployment. */
  readonly taken: AdoptedServers;
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
  const beside = others.filter((one) => isBesideOurs(one, site));
  const ofStream = listensOf(site).flatMap(({ port }) =>
    streamListens(configuration)
      .filter((listen) => listensAt(listen, port) && (site.ipv6 || !isOnIpv6Alone(listen)))
      .map(({ file, line }) => failure('PORT_OF_STREAM', { port, file, line })),
  );
  const held = heldAddresses(ports);
  // One that is held is told of already, with the same cure.
  const taken = held.length > 0 || servesAlready(ports) ? [] : others.filter((one) => takesOurs(one, ports));
  return [
    ...beside.flatMap((one) => speaksOtherwise(one)),
    ...others.flatMap((one) => unfitOption(one, ports)),
    ...held,
    ...taken.map(addressTaken),
    ...ofStream,
    ...longName(ports),
    ...heldPorts(ports),
    ...(ports.nginx.state === 'stopped' ? masked(ports) : []),
  ];
}

/**
 * What is warned of: an address that other sites prefer, where the site is served all the same or is hardly asked for
 * there; a unit that is masked.
 */
export function sharedPortNotices(ports: SharedPorts): readonly Failure[] {
  return [
    ...neighbours(ports)
      .filter((one) => isPreferred(one, ports) && (servesAlready(ports) || !takesOurs(one, ports)))
      .map(addressTaken),
    ...(ports.nginx.state === 'running' ? masked(ports) : []),
  ];
}

/** The unit of an nginx that nothing else starts at boot. That of a panel is not what systemd knows by the name. */
function masked({ nginx, masked: units }: SharedPorts): readonly Failure[] {
  const [, fork = 'nginx'] = /\b(openresty|tengine)\b/.exec(nginx.program) ?? [];
  // One that was masked while it ran is still the unit of what runs.
  const unit = nginx.unit ?? `${fork}.service`;
  const own = !nginx.program.startsWith('/www/server/');
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

/** nginx speaks TLS on a port as soon as one of its servers there does: a plain one beside it would be cut off. */
function speaksOtherwise({ port: { port, tls }, listen }: Neighbour): readonly Failure[] {
  const { ssl, file, line } = listen;
  return ssl === tls ? [] : [failure('PORT_SPEAKS_OTHERWISE', { port, wanted: tls ? 'https' : 'http', file, line })];
}

/**
 * nginx gives an address and port the options of all servers that listen there (ngx_http_add_addresses). HTTP/2 without
 * TLS was HTTP/2 alone before 1.25.1.
 */
function unfitOption(one: Neighbour, { site, nginx }: SharedPorts): readonly Failure[] {
  const { port, tls } = one.port;
  const { listen } = one;
  const { options, file, line } = listen;
  const ours = isBesideOurs(one, site);
  const unfit = options.filter(
    (option) =>
      (option === 'proxy_protocol' && ours) ||
      (option === 'ipv6only=off' && isAny6(listen)) ||
      (option === 'http2' && !tls && ours && !atLeast(nginx.version, 1, 25, 1)),
  );
  return unfit.map((option) => failure('PORT_OPTION_UNFIT', { port, option, file, line }));
}

/** Requests to an address that one server names come to no server that names the port alone (ngx_http_init_connection). */
function addressTaken({ port: { port }, listen: { address, file, line } }: Neighbour): Failure {
  return failure('PORT_ADDRESS_TAKEN', { port, address, file, line });
}

/** Whether a server has an address to itself that requests to the site may come to. */
function isPreferred({ port: { port }, listen }: Neighbour, { site, addresses }: SharedPorts): boolean {
  const address = plainAddress(listen.address);
  // The site itself names loopback's address then.
  if (isOnLoopback(port, site)) return false;
  if (isIPv6(address)) return site.ipv6 && addresses.includes(address);
  return isIPv4(address) && !isAny4(listen) && (!address.startsWith('127.') || address === loopback);
}

/** Whether that is an address at which the site is asked for: by its proof, or from outside. */
function takesOurs(one: Neighbour, ports: SharedPorts): boolean {
  const address = plainAddress(one.listen.address);
  const outside = ports.addresses.filter((known) => isIPv4(known));
  const asked = address === loopback || outside.length === 0 || outside.includes(address);
  return isPreferred(one, ports) && isIPv4(address) && asked;
}

/** Whether a server shares an address with the site, and what nginx decides for it. */
function isBesideOurs({ port: { port }, listen }: Neighbour, site: Site): boolean {
  if (isOnLoopback(port, site)) return plainAddress(listen.address) === loopback;
  return isAny4(listen) || (isAny6(listen) && site.ipv6);
}

function isOnLoopback(port: number, { publishedAppPort, publishedOnLoopback }: Site): boolean {
  return publishedOnLoopback && port === publishedAppPort;
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
  // It may stand in a file that cannot be read; nginx tests the site before anything is changed.
  if (given === undefined && configuration.unread.length > 0) return [];
  const have = Math.ceil(sizeOf(given?.args[0] ?? '64') / cacheLine) * cacheLine;
  const needed = 16 + 8 * Math.ceil((domain.length + 2) / 8);
  if (needed <= have || !neighbours(ports).some((one) => isBesideOurs(one, site))) return [];
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
