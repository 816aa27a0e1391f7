import { type Surveyed, survey } from '../engine/survey.ts';
import type { Server } from '../server/server.ts';
import type { Volume } from '../settings/volumes.ts';
import { certificatesProbe } from './certificates.ts';
import { listContainersOnce } from './container-list.ts';
import { containersProbe } from './containers.ts';
import { dockerProbe } from './docker.ts';
import { firewallProbe } from './firewall.ts';
import { handMadeProbe } from './hand-made-probe.ts';
import { buildLeftoversProbe, imagesProbe } from './images.ts';
import { listenersProbe } from './listeners.ts';
import { networksProbe } from './networks.ts';
import { nginxProbe, servedRelease } from './nginx.ts';
import { packetFilterProbe } from './packet-filter.ts';
import { whatServes } from './releases.ts';
import { releasesProbe } from './releases-probe.ts';
import { selinuxProbe } from './selinux.ts';
import { storageProbe } from './storage.ts';
import { strangersProbe } from './strangers.ts';
import { systemProbe } from './system.ts';
import { timeProbe } from './time.ts';
import { writtenFilesProbe } from './written-files.ts';

/** An application by its name, and the lower-case form that image and container bear. */
interface Application {
  readonly app: string;
  readonly image: string;
}

/** What a deployment asks the server, all in one round trip. */
function probes(project: Application, domain: string, volumes: readonly Volume[]) {
  return {
    system: systemProbe,
    docker: dockerProbe,
    nginx: nginxProbe(project.app, domain),
    listeners: listenersProbe,
    containers: containersProbe(project.app, project.image),
    handMade: handMadeProbe(project.app, project.image),
    images: imagesProbe(project.image),
    buildLeftovers: buildLeftoversProbe(project.app),
    networks: networksProbe,
    releases: releasesProbe(project.app),
    storage: storageProbe(
      volumes.map((volume) => volume.host),
      project,
    ),
    strangers: strangersProbe(
      project.app,
      domain,
      volumes.map((volume) => volume.host),
    ),
    certificates: certificatesProbe,
    firewall: firewallProbe,
    filters: packetFilterProbe,
    selinux: selinuxProbe,
    // Right before: what is written after it was looked at is told by its time.
    time: timeProbe,
    written: writtenFilesProbe(project, volumes),
  };
}

/** What the server answered. */
export type DeploymentSurvey = Surveyed<ReturnType<typeof probes>>;

/** Surveys the server for a deployment of `project`; what nginx serves is its current release. */
export async function surveyDeployment(
  server: Server,
  project: Application,
  domain: string,
  volumes: readonly Volume[],
): Promise<DeploymentSurvey> {
  const found = await survey(server, probes(project, domain, volumes), listContainersOnce);
  return { ...found, releases: whatServes(found.releases, servedRelease(found.nginx)) };
}
