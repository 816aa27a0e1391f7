import type { Project } from '../project/project.ts';
import { candidateName } from '../release/names.ts';
import { isReleaseId } from '../release/release-id.ts';
import type { Container } from '../survey/containers.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { servedRelease } from '../survey/nginx.ts';

/** The container that a release made, by the id that its folder recorded; undefined: it is gone. */
export function containerOf(release: string, { releases, containers }: DeploymentSurvey): Container | undefined {
  const id = releases.containers.get(release);
  return id ? containers.find((container) => container.id === id) : undefined;
}

/** The container of the release that nginx serves, or else of the current one; it may have ended. */
export function servingContainer(surveyed: DeploymentSurvey): Container | undefined {
  const served = servedRelease(surveyed.nginx);
  const { current } = surveyed.releases;
  return (
    (served === undefined ? undefined : containerOf(served, surveyed)) ??
    (current === undefined ? undefined : containerOf(current.id, surveyed))
  );
}

/** Whether a container was made for a release of this application, whatever its name and its labels say. */
export function isOurs(
  container: Container,
  { image }: Pick<Project, 'image'>,
  { releases }: DeploymentSurvey,
): boolean {
  return [...releases.containers].some(
    ([release, id]) =>
      id === container.id ||
      // Cut short between making it and writing its id down: it has never run.
      (id === '' && container.status === 'created' && container.name === candidateName({ image, id: release })),
  );
}

/** Containers of releases that do not serve, which nothing leads to: what a run that died left behind. */
export function orphanContainers(project: Pick<Project, 'image'>, surveyed: DeploymentSurvey): readonly Container[] {
  return notServing(project, surveyed).filter((one) => one.name !== project.image && !isLedTo(one, surveyed));
}

/**
 * Containers of releases that do not serve, but bear the application's name or are named by its nginx file: an old version
 * that was not retired. Only once another is proven can they go.
 */
export function oldContainers(project: Pick<Project, 'image'>, surveyed: DeploymentSurvey): readonly Container[] {
  const text = surveyed.nginx.state === 'missing' ? '' : (surveyed.nginx.managedFile?.text ?? '');
  return notServing(project, surveyed).filter((one) => one.name === project.image || leadsTo(text, one));
}

function notServing(project: Pick<Project, 'image'>, surveyed: DeploymentSurvey): readonly Container[] {
  const serving = servingContainer(surveyed);
  return surveyed.containers.filter((one) => one.id !== serving?.id && isOurs(one, project, surveyed));
}

/** Whether anything in nginx's configuration leads to a port that a container publishes. */
function isLedTo(container: Container, { nginx }: DeploymentSurvey): boolean {
  if (nginx.state === 'missing') return false;
  return leadsTo(nginx.dump, container) || leadsTo(nginx.managedFile?.text ?? '', container);
}

function leadsTo(text: string, { ports }: Container): boolean {
  return ports.some((port) => new RegExp(`(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\]):${port}(?!\\d)`).test(text));
}

/**
 * Releases of which only a folder or an image is left: a run that died, or was cancelled while it built. Folder and image of
 * a container that stays are kept with it: its id and the files that it mounts are there.
 */
export function orphanReleases(project: Pick<Project, 'app' | 'image'>, surveyed: DeploymentSurvey): readonly string[] {
  const { recorded, orphans } = surveyed.releases;
  const served = servedRelease(surveyed.nginx);
  const kept = surveyed.written.containers.flatMap((one) => (one.kept ? [one.container] : []));
  const going = orphanContainers(project, surveyed).flatMap(({ id }) => (kept.includes(id) ? [] : [id]));
  const stays = (release: string) => {
    const container = containerOf(release, surveyed);
    return container !== undefined && !going.includes(container.id);
  };
  const built = surveyed.images
    .filter(({ app, containers }) => app === project.app && containers.every((id) => going.includes(id)))
    .flatMap(({ tag, release }) => (tag === `${project.image}:${release}` && release !== undefined ? [release] : []))
    .filter((release) => isReleaseId(release) && !recorded.includes(release) && release !== served);
  return [...new Set([...orphans, ...built])].filter((release) => !stays(release));
}

/** What was surveyed, without what a deploy that is under way has prepared: that is no orphan. */
export function besideAnother(project: Pick<Project, 'app' | 'image'>, surveyed: DeploymentSurvey): DeploymentSurvey {
  const orphans = orphanContainers(project, surveyed);
  const prepared = orphanReleases(project, surveyed);
  return {
    ...surveyed,
    containers: surveyed.containers.filter((container) => !orphans.includes(container)),
    images: surveyed.images.filter(({ release }) => release === undefined || !prepared.includes(release)),
    buildLeftovers: [],
    releases: { ...surveyed.releases, orphans: [], emptyIncoming: false, unrecorded: false },
  };
}
