import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.ts';
import type { Say } from './home.ts';

/** Debian's (and Ubuntu's) package for each program that practice calls. */
const packages: Readonly<Record<string, string>> = {
  docker: 'docker.io',
  dockerd: 'docker.io',
  iptables: 'iptables',
  debootstrap: 'debootstrap',
  'docker-registry': 'docker-registry',
  jlink: 'openjdk-17-jdk-headless',
  mvn: 'maven',
  openssl: 'openssl',
  unshare: 'util-linux',
  ip: 'iproute2',
  'ssh-keygen': 'openssh-client',
  'mkfs.ext4': 'e2fsprogs',
  'mkfs.xfs': 'xfsprogs',
  losetup: 'mount',
  chromium: 'chromium',
  certutil: 'libnss3-tools',
};

const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The path of a program of this machine, undefined where it has none. */
export function find(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...sbin];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/**
 * Installs by apt-get what of `programs` is missing.
 * Throws an Error that names the packages where this is not a Debian-like machine or the user is not root.
 */
export async function require(programs: readonly string[], say: Say): Promise<void> {
  const missing = programs.filter((program) => find(program) === undefined);
  if (missing.length === 0) return;
  const wanted = [...new Set(missing.map((program) => packages[program] ?? program))];
  const command = `apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (find('apt-get') === undefined) {
    throw new Error(`Practice servers need ${missing.join(', ')}; on Debian or Ubuntu: ${command}`);
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`Practice servers need root and ${missing.join(', ')}. Run as root, or first: sudo ${command}`);
  }
  say(`Installing ${wanted.join(', ')} by apt-get`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(['apt-get', 'update', '-q'], { env });
  await run(command.split(' '), { env });
}

/** Installs a package that brings files, not a program on the PATH: `path` tells whether it is there. */
export async function requireFile(path: string, packageName: string, say: Say): Promise<void> {
  if (existsSync(path)) return;
  if (process.getuid?.() !== 0) throw new Error(`Practice servers need ${path}: sudo apt-get install ${packageName}`);
  say(`Installing ${packageName} by apt-get`);
  await run(['apt-get', 'install', '-y', '--no-install-recommends', packageName], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
