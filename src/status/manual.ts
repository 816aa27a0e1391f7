import { containersToAdopt } from '../decision/adoption/container.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { ownerOf } from '../nginx/label.ts';
import { serversFor } from '../nginx/servers.ts';
import type { AskedSettings } from '../settings/settings.ts';
import type { ManualSurvey } from '../survey/status.ts';
import { imageNameOf } from '../values/app-name.ts';
import type { ManualStatus } from './status.ts';

/** No nginx, or none whose files are known. */
const empty: NginxConfiguration = { main: '', files: new Map(), tree: [], httpIncludes: [], unread: [] };

/** What a deploy with this name, domain and port would take over of a set-up by hand, by the rules of a deploy. */
export function manualStatus(
  { app, site }: AskedSettings,
  survey: ManualSurvey,
  configuration: NginxConfiguration = empty,
): ManualStatus {
  const { domain, httpsPort } = site;
  const containers = containersToAdopt({ adopt: true, site }, { image: imageNameOf(app ?? '') }, survey, configuration);
  const servers = domain === '' ? [] : serversFor(configuration, domain, httpsPort);
  return {
    asked: app ?? `${domain}:${httpsPort}`,
    containers: containers.map(({ name, image, status }) => ({ name, image, state: status })),
    servers: servers
      .filter(({ file }) => ownerOf(file, configuration.files.get(file) ?? '') === undefined)
      .map(({ file, line }) => ({ file, line })),
  };
}
