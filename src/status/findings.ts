import { diagnoseApplication } from '../checks/application.ts';
import { type Failure, failure } from '../messages/failure.ts';
import type { SeenContainer } from '../resources/container/container-probe.ts';
import type { ApplicationStatus, CertificateStatus, ContainerStatus, MachineStatus } from './status.ts';

/** Days before the end of a certificate from which on it is warned of. */
const soonDays = 15;

/** What is wrong with an application that was deployed; each with its fix. */
export function findings(
  { docker, nginx }: MachineStatus,
  application: ApplicationStatus,
  seen: SeenContainer | undefined,
): readonly Failure[] {
  const { app, halfDone, site, container, certificate } = application;
  return [
    ...(halfDone === undefined ? [] : [failure('SWITCH_HALF_DONE', { app, release: halfDone })]),
    ...(docker.state === 'running' ? [] : [failure('DOCKER_STOPPED', { app })]),
    ...(container === undefined || seen === undefined ? [] : unwell(container, seen)),
    ...(nginx.state === 'running' ? [] : [failure('NGINX_STOPPED', { app, port: site.httpsPort })]),
    ...(nginx.state !== 'running' || site.serves || application.underWay !== undefined
      ? []
      : [failure('RELEASE_NOT_SERVED', { ...site, app, release: application.serving.release })]),
    ...(certificate === undefined ? [] : ending(certificate, site.domain)),
  ];
}

function unwell({ name, state, exitCode, outOfMemory }: ContainerStatus, seen: SeenContainer): readonly Failure[] {
  if (seen.well) return [];
  const stands = ['running', 'restarting'].includes(state);
  if (stands || outOfMemory) return [diagnoseApplication(seen.observation)];
  return [failure('CONTAINER_NOT_RUNNING', { container: name, state, exitCode })];
}

function ending({ path, notAfter, daysLeft }: CertificateStatus, domain: string): readonly Failure[] {
  if (notAfter === undefined) return [failure('CERTIFICATE_GONE', { domain, path })];
  return daysLeft >= soonDays ? [] : [failure('CERTIFICATE_ENDS', { domain, path, notAfter, daysLeft })];
}
