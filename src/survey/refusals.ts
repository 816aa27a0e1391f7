import semver from 'semver';
import { type Failure, failure } from '../messages/failure.ts';
import type { Stranger } from '../server/strangers.ts';
import type { Docker } from './docker.ts';
import type { Nginx } from './nginx.ts';
import type { Strangers } from './strangers.ts';
import type { System } from './system.ts';

/** Kinds of server that cannot be worked with, each with its cure (design rule 9). */
export function refusals(
  { system, docker, nginx, strangers }: { system: System; docker: Docker; nginx: Nginx; strangers: Strangers },
  baseImages: readonly string[],
  folder: string,
): readonly Failure[] {
  // Where daemon.json gets a mirror (docker-engine.ts).
  const mirror =
    system.tencentInstance !== undefined && !(docker.state === 'running' && docker.registryMirrors.length > 0);
  return [
    ...dockerRefusals(docker, baseImages),
    ...nginxRefusals(nginx),
    ...strangersIn(folder, strangers.application),
    ...(mirror ? strangersIn('/etc/docker', strangers.engine) : []),
  ];
}

function strangersIn(folder: string, found: readonly Stranger[]): readonly Failure[] {
  return found.length === 0 ? [] : [failure('FOLDER_NOT_ROOTS', { folder, found })];
}

function dockerRefusals(docker: Docker, baseImages: readonly string[]): readonly Failure[] {
  if (docker.state === 'missing') return [];
  if (docker.client.startsWith('/snap/') || docker.client === '/usr/bin/snap') return [failure('DOCKER_SNAP', {})];
  if (docker.state === 'stopped' && docker.strangers.length > 0) {
    return [failure('PROGRAM_NOT_ROOTS', { program: docker.client, found: docker.strangers })];
  }
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

function nginxRefusals(nginx: Nginx): readonly Failure[] {
  if (nginx.state === 'missing') return [];
  if (nginx.strangers.length > 0) {
    return [failure('PROGRAM_NOT_ROOTS', { program: nginx.program, found: nginx.strangers })];
  }
  const onHost = nginx.masters.filter((master) => !master.contained);
  if (nginx.masters.length > 0 && onHost.length === 0) return [failure('NGINX_IN_CONTAINER', {})];
  if (onHost.length > 1) return [failure('NGINX_SEVERAL', { pids: onHost.map((master) => master.pid).join(', ') })];
  if (nginx.complaint !== '') {
    return [
      failure(
        'NGINX_BROKEN_BEFORE',
        { said: nginx.complaint.split('\n').find((line) => line.includes('[emerg]')) ?? '' },
        { evidence: nginx.complaint },
      ),
    ];
  }
  return [];
}
