import type { System } from '../../survey/system.ts';
import { writeRepository } from './docker-repository.ts';
import type { Family } from './family.ts';
import { installCommand, type Major, rhelScript } from './rhel-script.ts';

/** Which Enterprise Linux each version of a distribution is compatible with. */
const compatible: Readonly<Record<string, Readonly<Record<string, Major>>>> = {
  tencentos: { '2': 7, '3': 8, '4': 9 },
  opencloudos: { '8': 8, '9': 9 },
  centos: { '7': 7, '8': 8, '9': 9 },
  rhel: { '8': 8, '9': 9 },
  rocky: { '8': 8, '9': 9 },
  almalinux: { '8': 8, '9': 9 },
};

/** The Enterprise Linux that a server is, or is compatible with; undefined where it is not said, or not known here. */
export function majorOf(system: System): Major | undefined {
  const [version = ''] = system.version.split('.');
  const known = compatible[system.id];
  if (known !== undefined) return known[version];
  // Others count their versions as they like; PLATFORM_ID says whose packages they take.
  if (!system.like.some((id) => id === 'rhel' || id === 'centos' || id === 'fedora')) return undefined;
  const [, platform] = /^platform:el([89])$/.exec(system.platform) ?? [];
  return platform === undefined ? undefined : (Number(platform) as Major);
}

/** RHEL's family. Its packages start nothing, unless an administrator's preset says so (systemd.preset(5)). */
export function rhel(system: System, major: Major): Family {
  return {
    docker: ['docker-ce', 'docker-ce-cli', 'containerd.io'],
    recommended: [],
    nginx: 'nginx',
    tools: {
      curl: 'curl',
      openssl: 'openssl',
      ss: 'iproute',
      flock: 'util-linux',
      setsid: 'util-linux',
      unshare: 'util-linux',
      tar: 'tar',
      sha256sum: 'coreutils',
    },
    selinux: major === 7 ? 'policycoreutils-python' : 'policycoreutils-python-utils',
    command: (packages) =>
      [
        ...(packages.includes('docker-ce') ? [writeRepository(system, major)] : []),
        // Of CentOS 7's own repositories none has nginx.
        ...(major === 7 && packages.includes('nginx') ? [installCommand(major, ['epel-release'])] : []),
        installCommand(major, packages),
      ].join(' && '),
    script: (packages) => rhelScript(system, major, packages),
  };
}
