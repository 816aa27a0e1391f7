import { type Surveyed, survey } from '../engine/survey.ts';
import type { Server } from '../server/server.ts';
import type { Volume } from '../settings/volumes.ts';
import { certificatesProbe } from './certificates.ts';
import { containersProbe } from './containers.ts';
import { dockerProbe } from './docker.ts';
import { firewallProbe } from './firewall.ts';
import { handMadeProbe } from './hand-made-probe.ts';
import { imagesProbe } from './images.ts';
import { listenersProbe } from './listeners.ts';
import { networksProbe } from './networks.ts';
import { nginxProbe } from './nginx.ts';
import { releasesProbe } from './releases.ts';
import { selinuxProbe } from './selinux.ts';
import { storageProbe } from './storage.ts';
import { systemProbe } from './system.ts';
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
    handMade: handMadeProbe(project.image),
    images: imagesProbe(project.app),
    networks: networksProbe,
    releases: releasesProbe(project.app),
    storage: storageProbe(
      volumes.map((volume) => volume.host),
      project,
    ),
    certificates: certificatesProbe,
    firewall: firewallProbe,
    selinux: selinuxProbe,
    written: writtenFilesProbe(project, volumes),
  };
}

/** What the server answered. */
export type DeploymentSurvey = Surveyed<ReturnType<typeof probes>>;

/** Surveys the server for a deployment of `project`. */
export function surveyDeployment(
  server: Server,
  project: Application,
  domain: string,
  volumes: readonly Volume[],
): Promise<DeploymentSurvey> {
  return survey(server, probes(project, domain, volumes));
}
