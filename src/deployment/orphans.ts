import { label } from '../release/labels.ts';
import { isReleaseId } from '../release/release.ts';
import type { Container } from '../survey/containers.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';

/** The container of the current release, or else the one that nginx leads to; it may have ended. */
export function servingContainer(surveyed: DeploymentSurvey): Container | undefined {
  const { nginx, releases, containers } = surveyed;
  const serving = nginx.state === 'missing' ? undefined : nginx.serving?.release;
  const ofRelease = (id: string | undefined): Container | undefined =>
    id === undefined ? undefined : containers.find((container) => container.labels[label.release] === id);
  return ofRelease(releases.current?.id) ?? ofRelease(serving);
}

/** Containers of the application that neither serve nor are current: what a run that died left behind. */
export function orphanContainers(app: string, surveyed: DeploymentSurvey): readonly Container[] {
  const kept = servingContainer(surveyed);
  return surveyed.containers.filter((container) => container.labels[label.app] === app && container.id !== kept?.id);
}

/** Releases of which only a folder or an image is left: a run that died, or was cancelled while it built. */
export function orphanReleases(surveyed: DeploymentSurvey): readonly string[] {
  const { recorded, orphans } = surveyed.releases;
  const built = surveyed.images
    .map((image) => image.slice(image.lastIndexOf(':') + 1))
    .filter((tag) => isReleaseId(tag) && !recorded.includes(tag));
  return [...new Set([...orphans, ...built])];
}

/** What was surveyed, without what a deploy that is under way has prepared: that is no orphan. */
export function besideAnother(app: string, surveyed: DeploymentSurvey): DeploymentSurvey {
  const orphans = orphanContainers(app, surveyed);
  return {
    ...surveyed,
    containers: surveyed.containers.filter((container) => !orphans.includes(container)),
    images: surveyed.images.filter((image) => surveyed.releases.recorded.some((id) => image.endsWith(`:${id}`))),
    releases: { ...surveyed.releases, orphans: [] },
  };
}
