import { namesOf } from '../certificate/chain.ts';
import { keptReleases, previousOf } from '../deployment/kept-releases.ts';
import type { ManagedApplication } from '../deployment/managed-applications.ts';
import type { Serving } from '../fragments/serving.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { readLeaf } from '../resources/certificate.ts';
import type { SeenContainer } from '../resources/container/container-probe.ts';
import type { Container } from '../survey/containers.ts';
import type { ApplicationStatusSurvey } from '../survey/status.ts';
import { renderHealthStatus } from '../values/health-status.ts';
import { type Holders, listed } from './applications.ts';
import type { ApplicationStatus, CertificateStatus, ContainerStatus, HealthStatus, KeptStatus } from './status.ts';

/** What was seen of one application. */
export interface SeenApplication {
  readonly application: ManagedApplication;
  readonly release: Release;
  readonly holders: Holders;
  readonly survey: ApplicationStatusSurvey;
  /** Undefined where Docker does not run. */
  readonly container: SeenContainer | undefined;
  readonly serving: Serving;
  readonly certificate: { readonly path: string; readonly text: string };
  readonly log: string;
  readonly now: Date;
}

/** Puts together what was seen of an application. */
export function applicationStatus(seen: SeenApplication): ApplicationStatus {
  const { application, release, holders, survey, container, serving, certificate, log, now } = seen;
  const { releases, deployLog, disks, use } = survey;
  const { id, origin, site } = release;
  const line = listed(application, holders);
  return {
    ...line,
    serving: {
      release: id,
      since: deployLog.committed?.release === id ? deployLog.committed.since : undefined,
      commit: origin.commit,
      actor: origin.actor,
      runUrl: origin.runUrl,
      image: imageTag(release),
    },
    container: container && containerStatus(release, survey, container),
    health: container && healthStatus(release, container),
    site: {
      domain: application.domain,
      httpsPort: application.ports[0] ?? site.httpsPort,
      release: serving.release === '' ? undefined : serving.release,
      status: serving.status,
      serves: serving.release === id,
    },
    certificate: certificateStatus(certificate, now),
    kept: keptStatus(survey),
    // A switch that goes on has no outcome yet.
    halfDone: line.underWay === undefined ? releases.halfDoneRelease : undefined,
    disk: { fileSystems: disks, ...use },
    deploys: deployLog.lines,
    log,
  };
}

function keptStatus(survey: ApplicationStatusSurvey): readonly KeptStatus[] {
  const all = keptReleases(survey);
  const previous = previousOf(all);
  return all.map((one) => ({
    release: one.release.id,
    date: dateIn(one.release.id),
    commit: one.release.origin.commit,
    serves: one.serves,
    previous: one === previous,
    hasImage: one.hasImage,
  }));
}

function containerStatus(
  { id, image }: Release,
  { releases, containers }: ApplicationStatusSurvey,
  { observation }: SeenContainer,
): ContainerStatus {
  const recorded = releases.containers.get(id);
  const found = containers.find((one) => one.id === recorded) ?? containers.find(({ name }) => name === image);
  return {
    name: found?.name ?? image,
    state: found?.status ?? observation.status,
    startedAt: momentOf(found?.startedAt),
    finishedAt: momentOf(found?.finishedAt),
    restarts: found?.restarts ?? 0,
    memory: memoryOf(found),
    memoryLimit: found?.memoryLimit ?? 0,
    exitCode: found?.exitCode ?? 0,
    outOfMemory: found?.outOfMemory ?? false,
  };
}

function memoryOf(found: Container | undefined): number {
  return found?.status === 'running' ? found.memory : 0;
}

function healthStatus({ health }: Release, { well, healthStatus: status }: SeenContainer): HealthStatus {
  return { path: health.path, port: health.port, expected: renderHealthStatus(health.status), status, well };
}

const dayMs = 86_400_000;

function certificateStatus({ path, text }: SeenApplication['certificate'], now: Date): CertificateStatus {
  const leaf = readLeaf(text);
  if (leaf === undefined) return { path, notAfter: undefined, daysLeft: 0, names: [] };
  const { validToDate } = leaf;
  const daysLeft = Math.floor((validToDate.getTime() - now.getTime()) / dayMs);
  return { path, notAfter: validToDate.toISOString(), daysLeft, names: namesOf(leaf) };
}

/** A time of Docker's, to the second; undefined for its zero. */
function momentOf(time: string | undefined): string | undefined {
  const at = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$/.exec(time ?? '')?.[1];
  return at === undefined || at.startsWith('0001-') ? undefined : `${at}Z`;
}

/** The time in a release's id. */
function dateIn(id: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
