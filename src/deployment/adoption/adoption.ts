import { applicationDirectory } from '../../layout/application-paths.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import type { Configuration } from '../../nginx/configuration.ts';
import type { Project } from '../../project/project.ts';
import type { Adopted, Inherited } from '../../release/adopted.ts';
import type { Release } from '../../release/release.ts';
import type { Takeover } from '../../resources/container/takeover.ts';
import type { DeploySettings } from '../../settings/settings.ts';
import type { DeploymentSurvey } from '../../survey/deployment.ts';
import type { HandMade } from '../../survey/hand-made.ts';
import { besideVolumes } from '../../values/mounted-files.ts';
import type { FilesAtStake } from '../container-files.ts';
import type { Decision } from '../decide.ts';
import { saveAndRemove, savesOf } from '../written-files-words.ts';
import { containersToAdopt, holdsPort, isRunning } from './container.ts';
import { inheritedOf } from './inherited.ts';
import { linesToPaste } from './lines-to-paste.ts';
import { lossesOf } from './losses.ts';
import { serversToTakeOver, type TakenServers, toUtf8 } from './servers.ts';

/** What a set-up by hand hands on, before it is decided what is to be. */
export interface Heritage {
  /** The container that this run takes over; undefined: none, or an earlier run did. */
  readonly container: HandMade | undefined;
  readonly inherited: Inherited | undefined;
  /** Containers of which each may be the one; empty where it is known. */
  readonly rivals: readonly HandMade[];
}

/** Looks for what a set-up by hand left, in this run or in an earlier one. */
export function heritageOf(
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  nginx: Configuration | undefined,
): Heritage {
  const [container, ...others] = containersToAdopt(settings, project, surveyed, nginx);
  if (container === undefined) return { container, inherited: surveyed.releases.adopted?.inherited, rivals: [] };
  const rendered = project.dockerfile === undefined;
  return {
    container,
    inherited: inheritedOf(container, appPortOf(settings, project), rendered),
    rivals: others.length === 0 ? [] : [container, ...others],
  };
}

/** What is taken over once it is decided what is to be, and what stands in the way of that. */
export interface Adoption extends Heritage {
  readonly takeover: Takeover | undefined;
  readonly servers: TakenServers;
  /** What is to be remembered; undefined: nothing new is taken over. */
  readonly record: Adopted | undefined;
  readonly problems: readonly Failure[];
}

/** Works out how a set-up by hand is taken over by the release that was decided on. */
export function planAdoption(
  { container, inherited, rivals }: Heritage,
  { release, atStake }: Pick<Decision, 'release' | 'atStake'>,
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  nginx: Configuration,
): Adoption {
  const at = release.id.slice(0, release.id.indexOf('-'));
  const takeover = container === undefined ? undefined : takeoverOf(container, release, at, surveyed.time);
  const servers =
    surveyed.nginx.state === 'missing'
      ? { cut: [], files: [], problems: [] }
      : serversToTakeOver(settings, release.site, surveyed.nginx, nginx);
  const earlier = surveyed.releases.adopted;
  return {
    container,
    inherited,
    rivals,
    takeover,
    servers,
    record:
      takeover === undefined && servers.cut.length === 0
        ? undefined
        : {
            format: 1,
            at,
            container: takeover?.adopted ?? earlier?.container,
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

function several(rivals: readonly HandMade[], { site }: DeploySettings, image: string): Failure {
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
function takeoverOf(container: HandMade, release: Release, at: string, surveyedAt: string): Takeover {
  const { id, name } = container;
  const kept = { keptAs: `${release.image}-adopted-${at}`, image: `${release.image}:adopted-${at}` };
  return { container, adopted: { id, name, ...kept, surveyedAt }, port: portInTheWay(container, release) };
}

/** The port that nginx is to listen on and that only the old container's end sets free. */
function portInTheWay(container: HandMade, { site }: Release): number | undefined {
  const port = site.publishedAppPort;
  if (port === undefined || !isRunning(container)) return undefined;
  return holdsPort(container, port) || container.networkMode === 'host' ? port : undefined;
}

/** Containers that could not be stopped and brought back. */
function unfit({ name, host, keptAliveBy, mounts }: HandMade, atStake: FilesAtStake | undefined): readonly Failure[] {
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

function lost(container: HandMade, settings: DeploySettings, project: Project): readonly Failure[] {
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
