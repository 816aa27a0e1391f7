import semver from 'semver';
import { type Failure, failure } from '../messages/failure.ts';
import { nginxCommand } from '../nginx/command.ts';
import { nginxSeconds } from '../nginx/patience.ts';
import { hideInComplaint } from '../redaction/complaint.ts';
import type { Stranger } from '../shell/strangers.ts';
import type { Docker } from './docker.ts';
import type { InstalledNginx, Nginx } from './nginx.ts';
import type { Releases } from './releases.ts';
import type { Strangers } from './strangers.ts';
import type { System } from './system.ts';

/** Kinds of server that cannot be worked with, each with its cure (rule *The nginx that runs*). */
export function refusals(docker: Docker, nginx: Nginx, baseImages: readonly string[]): readonly Failure[] {
  return [...dockerRefusals(docker, baseImages), ...nginxRefusals(nginx)];
}

/**
 * Programs that root would run and folders that root would write to, where another user of the server or a container can
 * change them (rule *Roots alone*). `folder` is the application's.
 */
export function distrusted(
  {
    system,
    docker,
    nginx,
    strangers,
    releases,
  }: { system: System; docker: Docker; nginx: Nginx; strangers: Strangers; releases: Pick<Releases, 'writers'> },
  folder: string,
): readonly Failure[] {
  // Where daemon.json gets a mirror (docker-engine.ts).
  const mirror =
    system.tencentInstance !== undefined && !(docker.state === 'running' && docker.registryMirrors.length > 0);
  return [
    ...(docker.state === 'stopped' ? programIn(docker.client, docker.strangers) : []),
    ...distrustedNginx(nginx),
    ...distrustedFolder({ strangers, releases }, folder),
    ...(mirror ? strangersIn('/etc/docker', strangers.engine) : []),
  ];
}

/** The same of nginx alone. */
export function distrustedNginx(nginx: Nginx): readonly Failure[] {
  return nginx.state === 'missing' ? [] : programIn(nginx.program, nginx.strangers);
}

/** The same of the application's folder alone. */
export function distrustedFolder(
  { strangers, releases }: { strangers: Strangers; releases: Pick<Releases, 'writers'> },
  folder: string,
): readonly Failure[] {
  return [
    ...strangersIn(folder, strangers.application),
    ...strangers.mistaken.map((path) => failure('PATH_TAKEN', { path })),
    ...releases.writers.map(({ container, source }) =>
      failure('FOLDER_OPEN_TO_CONTAINER', { folder, container, source }),
    ),
  ];
}

/** A server that is a container of somebody's: what such a one may lack. */
export function confined({ namespaces }: Pick<System, 'namespaces'>): readonly Failure[] {
  return namespaces ? [] : [failure('NAMESPACES_REFUSED', {})];
}

function programIn(program: string, found: readonly Stranger[]): readonly Failure[] {
  return found.length === 0 ? [] : [failure('PROGRAM_NOT_ROOTS', { program, found })];
}

function strangersIn(folder: string, found: readonly Stranger[]): readonly Failure[] {
  return found.length === 0 ? [] : [failure('FOLDER_NOT_ROOTS', { folder, found })];
}

function dockerRefusals(docker: Docker, baseImages: readonly string[]): readonly Failure[] {
  if (docker.state !== 'running' && docker.masked.length > 0) {
    return [failure('DOCKER_MASKED', { units: docker.masked.join(' ') })];
  }
  if (docker.state === 'missing') return [];
  if (docker.client.startsWith('/snap/') || docker.client === '/usr/bin/snap') return [failure('DOCKER_SNAP', {})];
  if (docker.podman || docker.client.includes('podman')) return [failure('DOCKER_PODMAN', {})];
  if (docker.state === 'stopped') return [];
  if (docker.rootless) return [failure('DOCKER_ROOTLESS', {})];
  const version = semver.coerce(docker.version);
  // temurin's images are built on a glibc whose system calls older engines' seccomp profiles refuse.
  const temurin = baseImages.find((image) => image.includes('eclipse-temurin'));
  if (version !== null && temurin !== undefined && semver.lt(version, '20.10.10')) {
    return [failure('DOCKER_TOO_OLD', { version: docker.version, image: temurin, needed: '20.10.10' })];
  }
  // host-gateway came with 20.10.
  if (version !== null && semver.lt(version, '20.10.0')) {
    return [failure('DOCKER_TOO_OLD', { version: docker.version, image: 'host.docker.internal', needed: '20.10.0' })];
  }
  return [];
}

/** Kinds of nginx that cannot be worked with. */
export function nginxRefusals(nginx: Nginx): readonly Failure[] {
  if (nginx.state === 'missing') return [];
  const onHost = nginx.masters.filter((master) => !master.contained);
  if (nginx.masters.length > 0 && onHost.length === 0)
    return [failure('NGINX_IN_CONTAINER', { pids: nginx.masters.map(({ pid }) => pid).join(', ') })];
  if (onHost.length > 1) return [failure('NGINX_SEVERAL', { pids: onHost.map((master) => master.pid).join(', ') })];
  if (nginx.silent) return [failure('NGINX_SILENT', { seconds: nginxSeconds, nginx: nginxCommand(nginx) })];
  if (nginx.complaint === '') return [];
  if (nginx.brokenOthers.length === 0) return [brokenBefore(nginx, nginx.complaint)];
  const said = emergencyIn(nginx.complaint);
  const evidence = { evidence: nginx.complaint };
  return nginx.brokenOthers.map(({ file, app }) => failure('NGINX_BROKEN_BY_APP', { app, file, said }, evidence));
}

/** NGINX_BROKEN_BEFORE, from what `nginx -t` says. */
export function brokenBefore(nginx: InstalledNginx, complaint: string): Failure {
  return failure(
    'NGINX_BROKEN_BEFORE',
    { said: emergencyIn(complaint), nginx: nginxCommand(nginx) },
    { evidence: complaint },
  );
}

function emergencyIn(complaint: string): string {
  return hideInComplaint(complaint.split('\n').find((line) => line.includes('[emerg]')) ?? '');
}
