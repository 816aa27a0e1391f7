import { existsSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Every program that tests, practice, benchmarks and scripts call on this machine (those of practice servers are
 * server-image.ts's), each with Debian's and Ubuntu's package. A unit test compares it with what the sources call; unit
 * and server tests find no other program on their PATH. Not in it: node and npm, which run all this.
 */
const packages = {
  // Every Debian has these.
  'apt-config': 'apt',
  'apt-get': 'apt',
  awk: 'mawk',
  base64: 'coreutils',
  basename: 'coreutils',
  bash: 'bash',
  cat: 'coreutils',
  chmod: 'coreutils',
  chown: 'coreutils',
  chroot: 'coreutils',
  cksum: 'coreutils',
  cmp: 'diffutils',
  cp: 'coreutils',
  cut: 'coreutils',
  date: 'coreutils',
  dd: 'coreutils',
  df: 'coreutils',
  diff: 'diffutils',
  dirname: 'coreutils',
  'dpkg-deb': 'dpkg',
  'dpkg-query': 'dpkg',
  env: 'coreutils',
  fallocate: 'util-linux',
  find: 'findutils',
  flock: 'util-linux',
  getent: 'libc-bin',
  grep: 'grep',
  gzip: 'gzip',
  head: 'coreutils',
  hostname: 'hostname',
  install: 'coreutils',
  ln: 'coreutils',
  ls: 'coreutils',
  mkdir: 'coreutils',
  mkfifo: 'coreutils',
  mktemp: 'coreutils',
  mount: 'mount',
  mountpoint: 'util-linux',
  mv: 'coreutils',
  nsenter: 'util-linux',
  od: 'coreutils',
  pivot_root: 'util-linux',
  readlink: 'coreutils',
  rm: 'coreutils',
  rmdir: 'coreutils',
  sed: 'sed',
  seq: 'coreutils',
  setpriv: 'util-linux',
  setsid: 'util-linux',
  sh: 'dash',
  sha256sum: 'coreutils',
  sleep: 'coreutils',
  sort: 'coreutils',
  stat: 'coreutils',
  sync: 'coreutils',
  tail: 'coreutils',
  tar: 'tar',
  tee: 'coreutils',
  test: 'coreutils',
  timeout: 'coreutils',
  touch: 'coreutils',
  tr: 'coreutils',
  true: 'coreutils',
  truncate: 'coreutils',
  uname: 'coreutils',
  umount: 'mount',
  unshare: 'util-linux',
  wc: 'coreutils',
  xargs: 'findutils',
  // Called only where it is there.
  systemctl: 'systemd',
  // These are installed where they are missing.
  certutil: 'libnss3-tools',
  chromium: 'chromium',
  curl: 'curl',
  debootstrap: 'debootstrap',
  docker: 'docker.io',
  'docker-registry': 'docker-registry',
  dockerd: 'docker.io',
  fish: 'fish',
  git: 'git',
  // Unpacked, not installed: a newer one than the distribution has (go.ts).
  go: 'golang-go',
  // Taken in chromium's place where it is there.
  'google-chrome': 'chromium',
  ip: 'iproute2',
  iptables: 'iptables',
  'iptables-restore': 'iptables',
  jar: 'default-jdk-headless',
  java: 'default-jdk-headless',
  knotc: 'knot',
  knotd: 'knot',
  losetup: 'mount',
  'mkfs.ext4': 'e2fsprogs',
  'mkfs.xfs': 'xfsprogs',
  mvn: 'maven',
  nginx: 'nginx-light',
  openssl: 'openssl',
  rsync: 'rsync',
  scp: 'openssh-client',
  ss: 'iproute2',
  ssh: 'openssh-client',
  'ssh-keygen': 'openssh-client',
  sshd: 'openssh-server',
  tcsh: 'tcsh',
  testssl: 'testssl.sh',
  zsh: 'zsh',
} as const;

/** A program of the table. */
export type Program = keyof typeof packages;

/** All of the table. */
export const programs = Object.keys(packages) as readonly Program[];

/** What must be there before the tests of a folder begin; what only practice calls is asked for there. */
export const programsOfTests: Readonly<Record<'unit' | 'server' | 'e2e', readonly Program[]>> = {
  unit: ['bash', 'curl', 'git', 'ip', 'nginx', 'openssl', 'ss'],
  server: ['bash', 'fish', 'ssh-keygen', 'sshd', 'tcsh', 'zsh'],
  e2e: ['bash', 'curl', 'git', 'jar', 'java', 'mvn', 'openssl', 'ssh-keygen', 'testssl', 'unshare'],
};

/** The package that brings a program. */
export function packageOf(program: Program): string {
  return packages[program];
}

const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The path of a program of this machine, undefined where it has none. */
export function find(program: Program): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...sbin];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Fills a folder with links to those programs of the table that this machine has; as a PATH it offers no other. */
export function linkPrograms(folder: string): void {
  for (const program of programs) {
    const path = find(program);
    if (path !== undefined) symlinkSync(path, join(folder, program));
  }
}
