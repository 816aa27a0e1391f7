import { existsSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lessGarbage } from './engine.ts';
import { folder } from './home.ts';
import { clientKey, type HostKey, makeHostKeys } from './ssh-keys.ts';
import type { TarFile } from './tar.ts';

/** Whether this machine has cgroup v2 alone. */
const unified = existsSync('/sys/fs/cgroup/cgroup.controllers');

/** How a container becomes a server with systemd: for cgroup v1 the least that works, for v2 what kind(1) does too. */
export function containerFlags(): readonly string[] {
  if (unified) return ['--cgroupns=private', '--privileged'];
  const capabilities = ['SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE', 'SYSLOG'].flatMap((name) => ['--cap-add', name]);
  const unconfined = ['--security-opt', 'seccomp=unconfined', '--security-opt', 'apparmor=unconfined'];
  return ['--cgroupns=host', '-v', '/sys/fs/cgroup:/sys/fs/cgroup:rw', ...capabilities, ...unconfined];
}

/** A resolv.conf with name servers that another network namespace reaches: not the stub on this machine's loopback. */
export function resolvers(): string {
  const system = '/run/systemd/resolve/resolv.conf';
  const own = readFileSync('/etc/resolv.conf', 'utf8');
  return /^nameserver 127\./m.test(own) && existsSync(system) ? readFileSync(system, 'utf8') : own;
}

/** The path of a file with `resolvers`. */
export function resolverFile(): string {
  const path = join(folder('servers'), 'resolv.conf');
  writeFileSync(path, resolvers());
  return path;
}

/** What differs between one server's files and another's. */
export interface OwnFiles {
  /** `address:port` of the registry its engine uses as mirror; none where undefined. */
  readonly mirror: string | undefined;
  /** The control group above those of its containers; Docker's own choice where undefined. */
  readonly controlGroup: string | undefined;
  readonly authorizedKeys: readonly string[];
  /** Whether it is of a later Debian than this machine's. */
  readonly later: boolean;
}

/** Docker from 26.1 on refuses networks where it cannot turn IPv6 off, as in a container whose /proc/sys is read-only. */
const ipv6Allowed: TarFile = {
  path: 'etc/systemd/system/docker.service.d/practice.conf',
  content: '[Service]\nEnvironment=DOCKER_ALLOW_IPV6_ON_IPV4_INTERFACE=1\n',
  mode: 0o644,
};

/** What systemd starts every service with: the engine first of all, and what that starts. */
const variablesOfServices: TarFile = {
  path: 'etc/systemd/system.conf.d/practice.conf',
  content: `[Manager]\nDefaultEnvironment=GOGC=${lessGarbage.GOGC}\n`,
  mode: 0o644,
};

/** The same for who logs in: of what sshd itself was started with it hands on nothing. */
const variablesOfSessions: TarFile = {
  path: 'etc/ssh/sshd_config.d/variables.conf',
  content: `SetEnv GOGC=${lessGarbage.GOGC}\n`,
  mode: 0o644,
};

/** The files that make one server differ from another: host keys, who may log in, the mirror. */
export async function ownFiles(address: string, options: OwnFiles): Promise<[TarFile[], HostKey[]]> {
  const stage = mkdtempSync(join(tmpdir(), 'practice-'));
  try {
    const hostKeys = await makeHostKeys(stage, address);
    const files = hostKeys.flatMap(({ type }): TarFile[] => {
      const name = `ssh_host_${type}_key`;
      const read = (file: string): string => readFileSync(join(stage, file), 'utf8');
      return [
        { path: `etc/ssh/${name}`, content: read(name), mode: 0o600 },
        { path: `etc/ssh/${name}.pub`, content: read(`${name}.pub`), mode: 0o644 },
      ];
    });
    const keys = [(await clientKey()).publicKey, ...options.authorizedKeys];
    files.push({ path: 'etc/ssh/practice_keys', content: `${keys.join('\n')}\n`, mode: 0o644 });
    const { mirror, controlGroup } = options;
    const settings = {
      ...(mirror !== undefined && { 'registry-mirrors': [`http://${mirror}`], 'insecure-registries': [mirror] }),
      ...(controlGroup !== undefined && { 'cgroup-parent': `/${controlGroup}` }),
    };
    if (Object.keys(settings).length > 0) {
      files.push({ path: 'etc/docker/daemon.json', content: `${JSON.stringify(settings, null, 2)}\n`, mode: 0o644 });
    }
    files.push(variablesOfServices, variablesOfSessions);
    if (options.later) files.push(ipv6Allowed);
    return [files, [...hostKeys]];
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * A control group for the containers of one server alone. With cgroup v1 those of all servers lie beside each other,
 * named by the containers' ids: servers from copies of one disk would share them, and one that is removed would take the
 * group away from another that starts its container. Undefined with cgroup v2, where each server has a tree of its own.
 */
export function ownControlGroup(name: string): string | undefined {
  return unified ? undefined : `docker/${name}`;
}

/**
 * Removes the control groups of containers that ran in a server, below `group`, and `group` if it is the server's own: with
 * cgroup v1 they lie on this machine.
 */
export function removeControlGroups(containers: readonly string[], group: string | undefined): void {
  if (unified) return;
  const ids = containers.filter((name) => /^[0-9a-f]{64}$/.test(name));
  for (const controller of readdirSync('/sys/fs/cgroup')) {
    const above = join('/sys/fs/cgroup', controller, group ?? 'docker');
    for (const path of [...ids.map((id) => join(above, id)), ...(group === undefined ? [] : [above])]) {
      try {
        rmdirSync(path);
      } catch {
        // Not there, or its last process is still ending: an empty group costs nothing.
      }
    }
  }
}
