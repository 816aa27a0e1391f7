import { type Failure, failure } from '../messages/failure.ts';
import { accepts, renderHealthStatus } from '../values/health-status.ts';
import { diagnoseApplication } from './application.ts';
import { type CloudPort, cloudBlamed } from './cloud-firewall.ts';
import type { ConnectionFailure } from './connection.ts';
import type { ContainerObservation } from './container-observation.ts';
import { diagnoseCertificate } from './diagnose-certificate.ts';
import { blamedForContent, blamedOnLoopback, firewallBlamed, type PortFirewall } from './host-firewall.ts';
import { origin } from './origin.ts';
import { isCutInHandshake, type Outside } from './outside.ts';
import type { TlsServed } from './tls.ts';

/** What was seen on the server itself, past every firewall. */
export interface Inside {
  /** Whether the application answered its health check, asked past nginx; its container where it did not. */
  readonly application: 'healthy' | ContainerObservation;
  /** Whether the application was reached through nginx on loopback, with the domain's SNI. */
  readonly nginxProven: boolean;
  /** Who listens on the https port (`nginx`, `java (pid 812)`); absent: nobody. */
  readonly listener?: string;
  /** How this server's nginx is called, and where it logs. */
  readonly nginx?: { readonly command: string; readonly errorLog: string };
  /** The server's own firewall, as to the https port. */
  readonly hostFirewall: PortFirewall;
  /** The cloud's firewall, as to the https port; absent: it is not known. */
  readonly cloud?: CloudPort | undefined;
}

/** What there is to judge. Without `inside` (the command `verify`), causes that look alike from outside stay together. */
export interface Observations {
  readonly outside: Outside;
  readonly inside?: Inside;
}

/**
 * What is wrong, at most one failure for the way of a request and one for the name: a name that leads elsewhere
 * and a closed firewall are cured in two places, and neither explains the other. Empty: all is well.
 */
export function diagnose(observations: Observations): readonly Failure[] {
  return [diagnosePath(observations), diagnoseName(observations.outside)].filter((found) => found !== undefined);
}

/**
 * The first thing that is broken on the way of a request, from the application outwards: application, nginx, the
 * host's firewall, the cloud's or the route, certificate, status. Undefined where nothing is, or nothing was looked at.
 */
export function diagnosePath({ outside, inside }: Observations): Failure | undefined {
  const found = (inside && diagnoseInside(outside, inside)) ?? diagnoseTls(outside, inside) ?? diagnoseHttps(outside);
  // Whatever answered then is not the nginx that was proven.
  return (found && inside?.nginxProven && inside.application === 'healthy' && redirected(outside, inside)) || found;
}

/** What is wrong with where the name leads. */
export function diagnoseName({ domain, name, address }: Outside): Failure | undefined {
  switch (name.kind) {
    case 'points-here':
    case 'resolves':
      return undefined;
    case 'several':
    case 'elsewhere': {
      const code = name.kind === 'several' ? 'DNS_SEVERAL' : 'DNS_ELSEWHERE';
      return failure(code, { domain, found: name.addresses.join(', '), expected: name.expected });
    }
    case 'missing':
      return failure('DNS_NOT_FOUND', { domain, expected: address ?? '-' });
    case 'unknown':
      return failure('DNS_UNKNOWN', { domain, detail: name.detail });
  }
}

/** What is wrong on the server itself, whoever can reach it from outside: application or nginx. */
export function diagnoseInside({ httpsPort: port }: Outside, inside: Inside): Failure | undefined {
  if (inside.application !== 'healthy') return diagnoseApplication(inside.application);
  if (inside.nginxProven) return undefined;
  const dropped = blamedOnLoopback(port, inside.hostFirewall);
  if (dropped !== undefined) return dropped;
  const { command = 'nginx', errorLog = '/var/log/nginx/error.log' } = inside.nginx ?? {};
  return failure('NGINX_NOT_SERVING', { port, listener: inside.listener ?? '-', nginx: command, log: errorLog });
}

function redirected({ httpsPort: port }: Outside, { hostFirewall }: Inside): Failure | undefined {
  return hostFirewall.verdict.connect.kind === 'redirected'
    ? firewallBlamed(port, hostFirewall, 'connect', '-')
    : undefined;
}

function diagnoseTls(outside: Outside, inside: Inside | undefined): Failure | undefined {
  const { domain, httpsPort: port, tls, address } = outside;
  if (tls === undefined || address === undefined) return undefined;
  switch (tls.kind) {
    case 'served':
      return diagnoseServed(outside, tls);
    case 'plain-http':
      return failure('OUTSIDE_PLAIN_HTTP', { address, port });
    case 'handshake':
      return failure('TLS_HANDSHAKE_FAILED', { domain, port, detail: tls.detail });
    default:
      return diagnoseSilence(outside, address, tls, inside);
  }
}

function diagnoseSilence(
  outside: Outside,
  address: string,
  tls: ConnectionFailure,
  inside: Inside | undefined,
): Failure {
  const { domain, httpsPort: port, control } = outside;
  const { detail } = tls;
  const firewall = inside?.hostFirewall;
  // A server that refuses the nameless handshake in words was reached all the same.
  const reachedWithoutName = control?.kind === 'served' || control?.kind === 'handshake';
  if (isCutInHandshake(tls) && reachedWithoutName) {
    const byContent = firewall === undefined ? undefined : blamedForContent(port, firewall, detail);
    return byContent ?? failure('REQUEST_RESET_BY_NAME', { domain, address, port, detail });
  }
  if (firewall === undefined) return failure('OUTSIDE_UNREACHABLE', { address, port, detail });
  // A firewall that lets a connection come to be may still drop what follows.
  return (
    firewallBlamed(port, firewall, tls.stage === 'connect' ? 'connect' : 'later', detail) ??
    cloudBlamed(address, port, tls, firewall, inside?.cloud)
  );
}

function diagnoseServed(
  { domain, httpsPort: port, expected, address = '-' }: Outside,
  tls: TlsServed,
): Failure | undefined {
  if (expected.fingerprint !== undefined && expected.fingerprint !== tls.fingerprint256) {
    const served = tls.fingerprint256;
    return failure('SERVED_CERTIFICATE_WRONG', { domain, port, address, served, expected: expected.fingerprint });
  }
  return diagnoseCertificate(domain, port, tls);
}

function diagnoseHttps({ domain, httpsPort, path, expected, https }: Outside): Failure | undefined {
  if (https === undefined) return undefined;
  const url = `${origin(domain, httpsPort)}${path}`;
  if (https.kind !== 'answered') return failure('HTTPS_NO_ANSWER', { url, detail: https.detail });
  const { status, body } = https;
  if (accepts(expected.status, status)) return undefined;
  const evidence = body === '' ? {} : { evidence: body };
  return failure('APPLICATION_STATUS', { url, status, expected: renderHealthStatus(expected.status) }, evidence);
}
