import { mainBackEnds } from '../../nginx/back-ends.ts';
import type { NginxConfiguration } from '../../nginx/configuration.ts';
import { ownerOf } from '../../nginx/label.ts';
import { serversFor } from '../../nginx/servers.ts';
import type { Project } from '../../project/project.ts';
import type { AskedSettings, DeploySettings } from '../../settings/settings.ts';
import type { DeploymentSurvey } from '../../survey/deployment.ts';
import { isRunning, type ManualContainer } from '../../survey/manual-container.ts';

/**
 * The containers set up by hand, one of which this deployment takes over: the one of the application's name, else those
 * that nginx's server of the same name and port leads to by its `location /`; one that runs rather than one that has ended.
 * Several: which of them is the application cannot be told. None: there is none, or `adopt` says not to.
 */
export function containersToAdopt(
  { adopt, site }: Pick<DeploySettings, 'adopt'> & Pick<AskedSettings, 'site'>,
  { image }: Pick<Project, 'image'>,
  { manualContainers, releases }: Pick<DeploymentSurvey, 'manualContainers' | 'releases'>,
  nginx: NginxConfiguration,
): readonly ManualContainer[] {
  if (!adopt) return [];
  // One that an earlier run took over is kept for people to return to, not to be taken over again.
  const candidates = manualContainers.filter(({ id }) => id !== releases.adopted?.container?.id);
  const named = candidates.find(({ name }) => name.toLowerCase() === image);
  if (named !== undefined) return [named];
  const ports = serversFor(nginx, site.domain, site.httpsPort)
    .filter(({ file }) => ownerOf(file, nginx.files.get(file) ?? '') === undefined)
    .flatMap(({ block }) => mainBackEnds(block, nginx).map(({ port }) => port));
  const found = candidates.filter(({ published }) => published.some(({ port }) => ports.includes(port)));
  const running = found.filter(isRunning);
  return running.length > 0 ? running : found;
}
