import { askedBefore, survey } from '../engine/survey.ts';
import type { Server } from '../server/server.ts';
import { applicationsProbe } from './applications.ts';
import { listContainersOnce } from './container-list.ts';
import { imagesProbe } from './images.ts';
import { nginxAnswer, nginxProbe, servedRelease } from './nginx.ts';
import { whatServes } from './releases.ts';
import { releasesProbe } from './releases-probe.ts';

/** Asks which applications a server has: nginx for its files, and the records. */
export function surveyApplications(server: Server, domain: string) {
  const nginx = askedBefore(nginxAnswer, nginxProbe('', domain));
  return survey(server, { nginx: nginx.probe, applications: applicationsProbe }, nginx.opening);
}

/** Asks for the releases that are kept of an application. `opening`: bash that runs before anything is asked. */
export async function surveyKept(
  server: Server,
  { app, image, domain }: { readonly app: string; readonly image: string; readonly domain: string },
  opening: string,
) {
  const nginx = askedBefore(nginxAnswer, nginxProbe(app, domain), listContainersOnce);
  const probes = { nginx: nginx.probe, releases: releasesProbe(app), images: imagesProbe(image) };
  const found = await survey(server, probes, `${opening}\n${nginx.opening}`);
  return { ...found, releases: whatServes(found.releases, servedRelease(found.nginx)) };
}
