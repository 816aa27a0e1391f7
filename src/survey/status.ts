import { askedBefore, survey } from '../engine/survey.ts';
import type { Server } from '../server/server.ts';
import { imageNameOf } from '../values/app-name.ts';
import { applicationsProbe } from './applications.ts';
import { listContainersOnce } from './container-list.ts';
import { containersProbe } from './containers.ts';
import { deployLogProbe } from './deploy-log.ts';
import { disksProbe, diskUseProbe } from './disk-use.ts';
import { dockerProbe } from './docker.ts';
import { holdersProbe } from './holders.ts';
import { imagesProbe } from './images.ts';
import { manualContainersProbe } from './manual-containers-probe.ts';
import { nginxAnswer, nginxProbe } from './nginx.ts';
import { readReleases, whatServes } from './releases.ts';
import { releasesProbe } from './releases-probe.ts';
import { systemProbe } from './system.ts';

/** Lines of deploy.log that are told. */
const logLines = 10;

/** What a server has, whichever application is asked for. */
export type StatusSurvey = Awaited<ReturnType<typeof surveyStatus>>;

/** Asks for the machine, its engine, its nginx, and what was deployed there. */
export function surveyStatus(server: Server, domain: string) {
  const nginx = askedBefore(nginxAnswer, nginxProbe('', domain));
  const probes = {
    system: systemProbe,
    docker: dockerProbe,
    nginx: nginx.probe,
    applications: applicationsProbe,
    holders: holdersProbe,
  };
  return survey(server, probes, nginx.opening);
}

/** What a server has of one application. */
export type ApplicationStatusSurvey = Awaited<ReturnType<typeof surveyApplicationStatus>>;

/** Asks for an application whose file of nginx, or else its record, leads to `release`; and for the disks with `folders`. */
export async function surveyApplicationStatus(
  server: Server,
  { app, image, release }: { readonly app: string; readonly image: string; readonly release: string },
  folders: readonly string[],
) {
  const probes = {
    releases: releasesProbe(app),
    images: imagesProbe(image),
    containers: containersProbe(app, image),
    deployLog: deployLogProbe(app, logLines),
    use: diskUseProbe({ app, image }),
    disks: disksProbe(folders),
  };
  const found = await survey(server, probes, listContainersOnce);
  return { ...found, releases: whatServes(found.releases, release) };
}

/** What may be taken over of a set-up by hand. */
export type ManualSurvey = Awaited<ReturnType<typeof surveyManual>>;

/** Asks for the containers that a deploy of an application may take over; undefined: of whichever. */
export async function surveyManual(server: Server, app: string | undefined) {
  const probes = {
    manualContainers: manualContainersProbe(app ?? '', imageNameOf(app ?? '')),
    releases: app === undefined ? nothingAsked : releasesProbe(app),
  };
  return survey(server, probes, listContainersOnce);
}

/** Stands for a question that is not put. */
const nothingAsked = { script: ':', read: () => readReleases('') };
