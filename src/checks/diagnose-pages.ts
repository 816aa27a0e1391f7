import { type Failure, failure } from '../messages/failure.ts';
import { type CloudPort, cloudBlamed } from './cloud-firewall.ts';
import type { ConnectionFailure } from './connection.ts';
import { diagnosePath } from './diagnose.ts';
import { firewallBlamed, type PortFirewall } from './host-firewall.ts';
import { origin } from './origin.ts';
import type { PagesObservation } from './pages.ts';

/** What there is to judge of a static site. Its files were proven on the server, past every firewall. */
export interface PagesObservations {
  readonly pages: PagesObservation;
  /** The port that leads to https. */
  readonly httpPort: number;
  /** The API's port where it answers as it should: server, route and name are sound then. */
  readonly soundPort: number | undefined;
  /** Where the server's nginx logs what fails. */
  readonly errorLog: string;
  /** The host's own firewall, as to a port. */
  firewallAt(port: number): PortFirewall;
  /** The cloud's firewall, as to a port; absent, or undefined: it is not known. */
  cloudAt?(port: number): CloudPort | undefined;
}

/** What is wrong with a static site as it is seen from outside; at most one failure for each of its two ports. */
export function diagnosePages(observation: PagesObservations): readonly Failure[] {
  return [diagnoseDocument(observation), diagnoseRedirect(observation)].filter((found) => found !== undefined);
}

function diagnoseDocument(observations: PagesObservations): Failure | undefined {
  const { pages, soundPort, errorLog, firewallAt, cloudAt } = observations;
  const { document } = pages;
  const { domain, httpsPort, path, tls, https, address = '-' } = document;
  const hostFirewall = firewallAt(httpsPort);
  const cloud = cloudAt?.(httpsPort);
  const inside = { application: 'healthy', nginxProven: true, hostFirewall, cloud } as const;
  const found = diagnosePath({ outside: document, inside });
  // The same way as the API's, but no application stands at its end.
  if (found?.code === 'APPLICATION_STATUS' && https?.kind === 'answered') {
    const url = `${origin(domain, httpsPort)}${path}`;
    return failure('SITE_STATUS', { url, status: https.status, domain, address, log: errorLog });
  }
  if (tls === undefined || tls.kind === 'served') return found;
  if (found?.code !== 'CLOUD_FIREWALL_OR_ROUTE' && found?.code !== 'ROUTE_BLOCKED') return found;
  return silence(address, httpsPort, tls, soundPort, hostFirewall, cloud);
}

function diagnoseRedirect(observations: PagesObservations): Failure | undefined {
  const { pages, httpPort, soundPort, firewallAt, cloudAt } = observations;
  const { document, redirect } = pages;
  if (redirect === undefined) return undefined;
  const expected = `${origin(document.domain, document.httpsPort)}/`;
  if (redirect.kind === 'answered') {
    const { status, location = '-' } = redirect;
    if (status >= 300 && status < 400 && location.startsWith(expected)) return undefined;
    const { domain, address = '-' } = document;
    return failure('SITE_REDIRECT', { url: `http://${domain}/`, status, location, expected, domain, address });
  }
  const firewall = firewallAt(httpPort);
  return (
    firewallBlamed(httpPort, firewall, redirect.stage === 'connect' ? 'connect' : 'later', redirect.detail) ??
    silence(document.address, httpPort, redirect, soundPort, firewall, cloudAt?.(httpPort))
  );
}

function silence(
  address = '-',
  port: number,
  connection: ConnectionFailure,
  soundPort: number | undefined,
  firewall: PortFirewall,
  cloud: CloudPort | undefined,
): Failure {
  const blamed = cloudBlamed(address, port, connection, firewall, cloud);
  // Where the API is reached, the route is sound: what keeps one port of a server silent is the cloud or the filing.
  if (soundPort === undefined || blamed.code === 'CLOUD_FIREWALL_CLOSED') return blamed;
  return failure('SITE_UNREACHABLE', { address, port, apiPort: soundPort, detail: connection.detail });
}
