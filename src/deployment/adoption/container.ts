import type { Configuration } from '../../nginx/configuration.ts';
import { ownerOf } from '../../nginx/label.ts';
import { proxiedPorts } from '../../nginx/proxied-ports.ts';
import { serversFor } from '../../nginx/servers.ts';
import type { DeploySettings } from '../../settings/settings.ts';
import type { DeploymentSurvey } from '../../survey/deployment.ts';
import type { HandMade } from '../../survey/hand-made.ts';
import type { Project } from '../project.ts';

/**
 * The container set up by hand that this deployment takes over: the one of the application's name, else the one that
 * nginx's server of the same name and port leads to. Undefined: there is none, or `adopt` says not to.
 */
export function containerToAdopt(
  { adopt, site }: Pick<DeploySettings, 'adopt' | 'site'>,
  { image }: Pick<Project, 'image'>,
  { handMade, releases }: Pick<DeploymentSurvey, 'handMade' | 'releases'>,
  nginx: Configuration | undefined,
): HandMade | undefined {
  if (!adopt) return undefined;
  // One that an earlier run took over is kept for people to go back to, not to be taken over again.
  const candidates = handMade.filter(({ id }) => id !== releases.adopted?.container?.id);
  const named = candidates.find(({ name }) => name.toLowerCase() === image);
  if (named !== undefined || nginx === undefined) return named;
  const ports = serversFor(nginx, site.domain, site.httpsPort)
    .filter(({ file }) => ownerOf(file, nginx.files.get(file) ?? '') === undefined)
    .flatMap(({ block }) => proxiedPorts(block, nginx));
  return candidates.find(({ published }) => published.some(({ port }) => ports.includes(port)));
}

/** Whether a container set up by hand holds this port of the server. */
export function holdsPort(container: HandMade, port: number): boolean {
  return container.published.some((published) => published.protocol === 'tcp' && published.port === port);
}
