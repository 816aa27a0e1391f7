import type { Project } from '../project/project.ts';
import type { DeploySettings } from '../settings/settings.ts';

/** Port that the application listens on, as far as it is known before the server is. */
export function appPortOf({ container }: DeploySettings, { jar }: Project): number {
  return container.port ?? jar.configuration.port ?? 8080;
}
