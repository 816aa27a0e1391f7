import { askedBefore, survey } from '../engine/survey.ts';
import type { Serving } from '../fragments/serving.ts';
import type { ProofAddress } from '../nginx/proof-address.ts';
import type { Server } from '../server/server.ts';
import { certificatesProbe } from './certificates.ts';
import { closedPlacesProbe } from './closed-places.ts';
import { listContainersOnce } from './container-list.ts';
import { type DeploymentSurvey, placesOfRun } from './deployment.ts';
import { nginxAnswer, nginxProbe } from './nginx.ts';
import { whatServes } from './releases.ts';
import { releasesProbe } from './releases-probe.ts';
import { servedProbe } from './serving-probe.ts';
import { certificateFolder, strangersProbe } from './strangers.ts';
import { systemProbe } from './system.ts';

/** What a server has of a domain, whichever application is asked for. */
export type DomainSurvey = Pick<DeploymentSurvey, 'system' | 'nginx' | 'certificates'>;

/** Asks for nginx, its files of a domain, and the certificates. */
export function surveyDomain(server: Server, domain: string, opening = ''): Promise<DomainSurvey> {
  // Of no application in particular: their files are all alike here.
  const nginx = askedBefore(nginxAnswer, nginxProbe('', domain));
  const probes = { system: systemProbe, nginx: nginx.probe, certificates: certificatesProbe };
  return survey(server, probes, `${opening}\n${nginx.opening}`);
}

/** What a server has of one application, as far as its certificate goes. */
export interface ApplicationSurvey extends Pick<DeploymentSurvey, 'releases' | 'strangers' | 'closed'> {
  /** What loopback brings, by the port. */
  readonly served: ReadonlyMap<number, Serving>;
}

/** Asks for an application whose file leads to `release`, and for what nginx serves at `addresses`. */
export async function surveyApplication(
  server: Server,
  { app, release, domain }: { readonly app: string; readonly release: string; readonly domain: string },
  addresses: readonly ProofAddress[],
): Promise<ApplicationSurvey> {
  const found = await survey(
    server,
    {
      releases: releasesProbe(app),
      strangers: strangersProbe(app, domain, []),
      closed: closedPlacesProbe([...placesOfRun, certificateFolder(domain)]),
      served: servedProbe(addresses),
    },
    listContainersOnce,
  );
  return { ...found, releases: whatServes(found.releases, release) };
}
