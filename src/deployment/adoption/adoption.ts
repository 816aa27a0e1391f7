import { applicationDirectory } from '../../layout/application-paths.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import type { NginxConfiguration } from '../../nginx/configuration.ts';
import type { Project } from '../../project/project.ts';
import type { AdoptionRecord, InheritedSettings } from '../../release/adoption-record.ts';
import type { Release } from '../../release/release.ts';
import type { ContainerAdoption } from '../../resources/container/adoption.ts';
import type { DeploySettings } from '../../settings/settings.ts';
import type { DeploymentSurvey } from '../../survey/deployment.ts';
import type { ManualContainer } from '../../survey/manual-container.ts';
import { besideVolumes } from '../../values/mounted-files.ts';
import type { FilesAtStake } from '../container-files.ts';
import type { Decision } from '../decide.ts';
import { saveAndRemove, savesOf } from '../written-files-words.ts';
import { containersToAdopt, holdsPort, isRunning } from './container.ts';
import { inheritedSettingsOf } from './inherited-settings.ts';
import { linesToPaste } from './lines-to-paste.ts';
import { lossesOf } from './losses.ts';
import { type AdoptedServers, serversToAdopt, toUtf8 } from './servers.ts';

/** What a set-up by hand hands on, before it is decided what is to be. */
export interface AdoptionSource {
  /** The container that this run takes over; undefined: none, or an earlier run did. */
  readonly container: ManualContainer | undefined;
  readonly inherited: InheritedSettings | undefined;
  /** Containers of which each may be the one; empty where it is known. */
  readonly rivals: readonly ManualContainer[];
}

/** Looks for what a set-up by hand left, in this run or in an earlier one. */
export function adoptionSourceOf(
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  nginx: NginxConfiguration | undefined,
): AdoptionSource {
  const [container, ...others] = containersToAdopt(settings, project, surveyed, nginx);
  if (container === undefined) return { container, inherited: surveyed.releases.adopted?.inherited, rivals: [] };
  const rendered = project.dockerfile === undefined;
  return {
    container,
    inherited: inheritedSettingsOf(container, appPortOf(settings, project), rendered),
    rivals: others.length === 0 ? [] : [container, ...others],
  };
}

/** What is taken over once it is decided what is to be, and what stands in the way of that. */
export interface Adoption extends AdoptionSource {
  readonly containerAdoption: ContainerAdoption | undefined;
  readonly servers: AdoptedServers;
  /** What is to be remembered; undefined: nothing new is taken over. */
  readonly record: AdoptionRecord | undefined;
  readonly problems: readonly Failure[];
}

/** Works out how a set-up by hand is taken over by the release that was decided on. */
export function planAdoption(
  { container, inherited, rivals }: AdoptionSource,
  { release, atStake }: Pick<Decision, 'release' | 'atStake'>,
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  nginx: NginxConfiguration,
): Adoption {
  const at = release.id.slice(0, release.id.indexOf('-'));
  const containerAdoption =
    container === undefined ? undefined : containerAdoptionOf(container, release, at, surveyed.time);
  const servers =
    surveyed.nginx.state === 'missing'
      ? { cut: [], files: [], problems: [] }
      : serversToAdopt(settings, release.site, surveyed.nginx, nginx);
  const earlier = surveyed.releases.adopted;
  return {
    container,
    inherited,
    rivals,
    containerAdoption,
    servers,
    record:
      containerAdoption === undefined && servers.cut.length === 0
        ? undefined
        : {
            format: 1,
            at,
            container: containerAdoption?.adopted ?? earlier?.container,
            inherited,
            servers: [
              ...(earlier?.servers ?? []),
              ...servers.cut.map(({ file, line, text }) => ({ file, line, text: toUtf8(text) })),
            ],
          },
    problems: [
      ...(rivals.length > 0
        ? [several(rivals, settings, release.image)]
        : container === undefined
          ? []
          : [...unfit(container, atStake), ...lost(container, settings, project)]),
      // Those of the inputs were seen to when these were read.
      ...(inherited === undefined ? [] : besideVolumes(settings.container.files, inherited.volumes)),
      ...servers.problems,
    ],
  };
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

/** A container with the names under which it and its image are kept. */
function containerAdoptionOf(
  container: ManualContainer,
  release: Release,
  at: string,
  surveyedAt: string,
): ContainerAdoption {
  const { id, name } = container;
  const kept = { keptAs: `${release.image}-adopted-${at}`, image: `${release.image}:adopted-${at}` };
  return { container, adopted: { id, name, ...kept, surveyedAt }, port: portInTheWay(container, release) };
}

/** The port that nginx is to listen on and that only the old container's end sets free. */
function portInTheWay(container: ManualContainer, { site }: Release): number | undefined {
  const port = site.publishedAppPort;
  if (port === undefined || !isRunning(container)) return undefined;
  return holdsPort(container, port) || container.networkMode === 'host' ? port : undefined;
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

/** Port that the application listens on, as far as it is known before the server is. */
export function appPortOf({ container }: DeploySettings, { jar }: Project): number {
  return container.port ?? jar.configuration.port ?? 8080;
}
