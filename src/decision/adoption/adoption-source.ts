import type { FilesAtStake } from '../../deployment/container-files.ts';
import type { AdoptionSource } from '../../deployment/target.ts';
import { saveAndRemove, savesOf } from '../../deployment/written-files-words.ts';
import { applicationDirectory } from '../../layout/application-paths.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import type { Project } from '../../project/project.ts';
import type { DeploySettings } from '../../settings/settings.ts';
import type { ManualContainer } from '../../survey/manual-container.ts';
import type { ProvisionedServer } from '../../survey/provisioned-server.ts';
import { besideVolumes } from '../../values/mounted-files.ts';
import { appPortOf } from '../app-port.ts';
import { containersToAdopt } from './container.ts';
import { inheritedSettingsOf } from './inherited-settings.ts';
import { linesToPaste } from './lines-to-paste.ts';
import { lossesOf } from './losses.ts';

/** Looks for what a set-up by hand left, in this run or in an earlier one. */
export function adoptionSourceOf(
  settings: DeploySettings,
  project: Project,
  server: ProvisionedServer,
): AdoptionSource {
  const [container, ...others] = containersToAdopt(settings, project, server, server.configuration);
  const servers = settings.adopt;
  if (container === undefined) return { container, inherited: server.releases.adopted?.inherited, rivals: [], servers };
  const rendered = project.dockerfile === undefined;
  return {
    container,
    inherited: inheritedSettingsOf(container, appPortOf(settings, project), rendered),
    rivals: others.length === 0 ? [] : [container, ...others],
    servers,
  };
}

/** What keeps a container from being adopted with these settings. */
export function adoptionProblems(
  { container, inherited, rivals }: AdoptionSource,
  settings: DeploySettings,
  project: Project,
  atStake: FilesAtStake | undefined,
): readonly Failure[] {
  return [
    ...(rivals.length > 0
      ? [several(rivals, settings, project.image)]
      : container === undefined
        ? []
        : [...unfit(container, atStake), ...lost(container, settings, project)]),
    // Those of the inputs were seen to when these were read.
    ...(inherited === undefined ? [] : besideVolumes(settings.container.files, inherited.volumes)),
  ];
}

function several(rivals: readonly ManualContainer[], { site }: DeploySettings, image: string): Failure {
  const containers = rivals.map(({ name, published }) => `${name} (${published.map(({ port }) => port).join(', ')})`);
  return failure('ADOPTION_SEVERAL', {
    domain: site.domain,
    port: site.httpsPort,
    containers: containers.join(', '),
    container: rivals[0]?.name ?? '',
    image,
  });
}

/** Containers that could not be stopped and brought back. */
function unfit(
  { name, host, keptAliveBy, mounts }: ManualContainer,
  atStake: FilesAtStake | undefined,
): readonly Failure[] {
  if (keptAliveBy !== undefined) return [failure('ADOPTION_ORCHESTRATED', { container: name, by: keptAliveBy })];
  if (host.AutoRemove !== true) return [];
  // Volumes without a name go with such a container as well.
  const anonymous = mounts.filter(({ kind, source }) => kind === 'volume' && /^[0-9a-f]{64}$/.test(source));
  const saves = savesOf(
    name,
    atStake,
    anonymous.map(({ destination }) => destination),
  );
  return [failure('ADOPTION_AUTO_REMOVE', { container: name, saves })];
}

function lost(container: ManualContainer, settings: DeploySettings, project: Project): readonly Failure[] {
  const losses = lossesOf(container, {
    settings,
    appPort: appPortOf(settings, project),
    dockerfile: project.dockerfile?.text,
    workingDirectory: applicationDirectory(project.app),
  });
  if (losses.length === 0) return [];
  const kept = losses.flatMap(({ keep }) => (keep === undefined ? [] : [keep]));
  return [
    failure('ADOPTION_LOSES', {
      container: container.name,
      what: losses.map((loss) => loss.what).join('; '),
      lines: linesToPaste(kept, settings)
        .map((line) => `  ${line}`)
        .join('\n'),
      first: [...new Set(kept.flatMap(({ first }) => (first === undefined ? [] : [first])))].join('\n'),
      without: losses
        .filter(({ keep }) => keep === undefined)
        .map((loss) => loss.what)
        .join('; '),
      removal: saveAndRemove(container.name, container.host.AutoRemove === true),
    }),
  ];
}
