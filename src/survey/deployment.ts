import type { ScriptProbe, Surveyed } from '../engine/probe.ts';
import { askedBefore, survey } from '../engine/survey.ts';
import { applicationDirectory, staticDirectory } from '../layout/application-paths.ts';
import { lockFolder } from '../server/lock-script.ts';
import type { Server } from '../server/server.ts';
import type { Volume } from '../values/volumes.ts';
import { certificatesProbe } from './certificates.ts';
import { closedPlacesProbe } from './closed-places.ts';
import { listContainersOnce } from './container-list.ts';
import { containersProbe } from './containers.ts';
import { dockerProbe } from './docker.ts';
import { firewallProbe } from './firewall.ts';
import { imageSourcesProbe } from './image-sources.ts';
import { baseImagesProbe, buildLeftoversProbe, imagesProbe, lookForImagesOnce } from './images.ts';
import { listenersProbe } from './listeners.ts';
import { manualContainersProbe } from './manual-containers-probe.ts';
import { networksProbe } from './networks.ts';
import { type Nginx, nginxAnswer, nginxProbe, servedRelease } from './nginx.ts';
import { maskedProbe } from './nginx-masked.ts';
import { packetFilterProbe } from './packet-filter.ts';
import { whatServes } from './releases.ts';
import { releasesProbe } from './releases-probe.ts';
import type { Supply } from './runner-image.ts';
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
  /** Images that its own is built from, as far as they can be pulled before. */
  readonly pulledImages: readonly string[];
}

/** What a deployment asks the server, all in one round trip. */
function probes(project: Application, domain: string, volumes: readonly Volume[], nginx: ScriptProbe<Nginx>) {
  return {
    system: systemProbe,
    docker: dockerProbe,
    nginx,
    maskedNginx: maskedProbe,
    listeners: listenersProbe,
    containers: containersProbe(project.app, project.image),
    manualContainers: manualContainersProbe(project.app, project.image),
    images: imagesProbe(project.image),
    baseImages: baseImagesProbe(project.pulledImages),
    imageSources: imageSourcesProbe(project.pulledImages),
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
    closed: closedPlacesProbe(placesOf(project.app, domain, volumes)),
    certificates: certificatesProbe,
    firewall: firewallProbe,
    filters: packetFilterProbe,
    selinux: selinuxProbe,
    // Right before: what is written after it was looked at is told by its time.
    time: timeProbe,
    written: writtenFilesProbe(project, volumes),
  };
}

/** Where a run writes, but for nginx's own files, which it is asked for itself. */
function placesOf(app: string, domain: string, volumes: readonly Volume[]): readonly string[] {
  const application = applicationDirectory(app);
  return [
    ...placesOfRun,
    ...placesOfPackages,
    ...[`${application}/releases`, staticDirectory(app), `/etc/nginx/ssl/${domain}`, '/etc/docker/daemon.json'],
    ...volumes.map((volume) => volume.host),
  ];
}

/** Where every run writes: its lock, and texts that scripts hand to programs. */
export const placesOfRun: readonly string[] = [lockFolder, '/tmp'];

/** Where packages are installed. */
export const placesOfPackages: readonly string[] = ['/usr', '/var/lib', '/etc'];

/** What the server answered, and how the runner can help with the base images that it lacks. */
export type DeploymentSurvey = Surveyed<ReturnType<typeof probes>> & {
  readonly supplies: ReadonlyMap<string, Supply>;
};

/**
 * Surveys the server for a deployment of `project`; what nginx serves is its current release. `opening`: bash that runs before
 * anything is asked.
 */
export async function surveyDeployment(
  server: Server,
  project: Application,
  domain: string,
  volumes: readonly Volume[],
  opening = '',
): Promise<DeploymentSurvey> {
  const once = `${listContainersOnce}\n${lookForImagesOnce(project.pulledImages)}`;
  const nginx = askedBefore(nginxAnswer, nginxProbe(project.app, domain), once);
  const found = await survey(server, probes(project, domain, volumes, nginx.probe), `${opening}\n${nginx.opening}`);
  return { ...found, supplies: new Map(), releases: whatServes(found.releases, servedRelease(found.nginx)) };
}
