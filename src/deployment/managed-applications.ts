import { failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { ownerOf } from '../nginx/label.ts';
import { proofAddressesIn } from '../nginx/proof-address.ts';
import { portsOf } from '../nginx/site.ts';
import type { Release } from '../release/release.ts';

/** An application that a deployment put on the server, by its nginx file. */
export interface ManagedApplication {
  readonly app: string;
  /** Path of its file; empty where nginx has none. */
  readonly file: string;
  /** The release that the file leads to. */
  readonly release: string;
  readonly domain: string;
  /** Its https port first, then those of its static site. */
  readonly ports: readonly number[];
}

/** All applications that nginx serves by files of ours. */
export function managedApplications({ files }: Pick<NginxConfiguration, 'files'>): readonly ManagedApplication[] {
  return [...files].flatMap(([file, text]) => {
    const label = ownerOf(file, text);
    const addresses = proofAddressesIn(text);
    if (label === undefined || addresses[0] === undefined) return [];
    const ports = addresses.map(({ port }) => port);
    return [{ app: label.app, file, release: label.release, domain: addresses[0].domain, ports }];
  });
}

/** The applications that nginx serves, and those that it has no file of, as far as they are recorded: their `file` is empty. */
export function deployedApplications(
  configuration: NginxConfiguration | undefined,
  recorded: readonly Release[],
): readonly ManagedApplication[] {
  const served = configuration === undefined ? [] : managedApplications(configuration);
  const others = recorded.filter(({ app }) => !served.some((one) => one.app === app));
  return [
    ...served,
    ...others.map(({ app, id, site }) => ({ app, file: '', release: id, domain: site.domain, ports: portsOf(site) })),
  ];
}

/** Which application is asked for. */
export interface AskedApplication {
  /** Its name; undefined: the one of the https port. */
  readonly app: string | undefined;
  /** Empty: of any domain. */
  readonly domain: string;
  readonly httpsPort: number;
}

/**
 * The managed application that is asked for; with neither name nor domain, the only one. Throws APPLICATION_NOT_FOUND and
 * APPLICATION_AMBIGUOUS, with those that there are.
 */
export function applicationAskedFor(asked: AskedApplication, all: readonly ManagedApplication[]): ManagedApplication {
  const { app, domain, httpsPort } = asked;
  const [found, ...more] = all.filter(
    (one) =>
      (app === undefined || one.app === app) &&
      (domain === '' || (one.domain === domain && (app !== undefined || one.ports[0] === httpsPort))),
  );
  if (found !== undefined && more.length === 0) return found;
  const there = all.map((one) => `${one.app} (${one.domain}:${one.ports[0]})`).join(', ') || '-';
  if (found !== undefined) throw failure('APPLICATION_AMBIGUOUS', { found: there });
  throw failure('APPLICATION_NOT_FOUND', { app: app ?? '', domain, port: httpsPort, found: there });
}
