import { isIP, isIPv6 } from 'node:net';
import { type Failure, failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { isAny4, plainAddress } from '../nginx/listen-address.ts';
import { listensAt, placedListens, serversOf, streamListens } from '../nginx/servers.ts';
import { listensOf, portsOf, type Site } from '../nginx/site.ts';
import { holdersOf, isOfProgram, type Listeners } from '../survey/listeners.ts';
import type { InstalledNginx } from '../survey/nginx.ts';
import { type AdoptedServers, goes } from './adoption/servers.ts';

/** What is known of an nginx and of the ports of its server. */
interface Server {
  readonly site: Site;
  readonly nginx: InstalledNginx;
  readonly configuration: NginxConfiguration;
  readonly listeners: Listeners;
}

/**
 * Single addresses of the site's ports that a running nginx listens on. Its reload opens what is new before it closes
 * what is old (ngx_init_cycle), so that it cannot listen on all addresses, whoever names the one; started anew it can.
 */
export function heldAddresses({ site, nginx, configuration, listeners }: Server): readonly Failure[] {
  if (nginx.state !== 'running') return [];
  const listens = serversOf(configuration).flatMap(placedListens);
  const ofStream = streamListens(configuration);
  return listensOf(site).flatMap(({ port }) => {
    if (site.publishedOnLoopback && port === site.publishedAppPort) return [];
    const held = holdersOf(listeners, port)
      .filter((socket) => isOfProgram(socket, nginx.program))
      .map(({ address }) => plainAddress(address));
    // `*` is all of both, or of IPv4 as CentOS 7 writes it.
    const any4 = held.some((address) => address === '*' || address === '0.0.0.0');
    const any6 = !site.ipv6 || held.some((address) => address === '*' || address === '::');
    const inTheWay = held.filter((address) => address !== '::' && !(isIPv6(address) ? any6 : any4));
    // What is told of as PORT_OF_STREAM.
    if (ofStream.some((listen) => listensAt(listen, port))) return [];
    const here = listens.filter((listen) => listensAt(listen, port));
    const named = here.filter((listen) => !isAny4(listen) && isIP(plainAddress(listen.address)) === 0);
    return [...new Set(inTheWay)].map((address) => {
      const found = here.find((listen) => plainAddress(listen.address) === address) ?? named[0];
      const place = found === undefined ? '' : `${found.file}:${found.line}`;
      return failure('PORT_ADDRESS_HELD', { port, address, place });
    });
  });
}

/** nginx that is stopped starts only where every port of its configuration is free, also those of other sites. */
export function heldPorts({
  site,
  nginx,
  configuration,
  listeners,
  taken,
  released,
}: Server & { readonly taken: AdoptedServers; readonly released: number | undefined }): readonly Failure[] {
  if (nginx.state !== 'stopped') return [];
  const ours = portsOf(site);
  const wanted = [
    ...serversOf(configuration)
      .filter((server) => server.file !== nginx.managedFile?.path && !goes(server, taken))
      .flatMap(placedListens),
    ...streamListens(configuration),
  ];
  const told = new Set<number>();
  return listeners.sockets.flatMap(({ port, address, process, pid, uid }) => {
    // Those of the site itself are told of as PORT_TAKEN.
    if (told.has(port) || port === released || ours.includes(port)) return [];
    // Workers that outlived their master let go of it when nginx is started.
    if (isOfProgram({ process, uid }, nginx.program)) return [];
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
