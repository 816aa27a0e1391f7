import { execFileSync } from 'node:child_process';
import type { ServerStep } from '../../../../src/engine/step.ts';
import {
  familyOf,
  missingPackages,
  planPackages,
  provisionProblems,
} from '../../../../src/resources/packages/packages.ts';
import { neededTools, readSystem } from '../../../../src/survey/system.ts';
import { docker, nginx, surveyed } from '../../deployment/decision-inputs.ts';

const { system, selinux } = surveyed();
const blank = {
  docker: { state: 'missing', daemonJson: undefined, masked: [] },
  nginx: { state: 'missing' },
  selinux,
} as const;

/** Lines of os-release(5) as the distributions ship them, cut down to what is read. */
const releases = {
  debian: 'ID=debian\nVERSION_ID="12"',
  ubuntu: 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"',
  mint: 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"',
  tencentos2: 'ID="tencentos"\nID_LIKE="rhel fedora centos tlinux"\nVERSION_ID="2.4"',
  tencentos3: 'ID="tencentos"\nID_LIKE="rhel fedora centos"\nVERSION_ID="3.1"\nPLATFORM_ID="platform:el8.2"',
  tencentos4: 'ID="tencentos"\nVERSION_ID="4.4"',
  opencloudos8: 'ID="opencloudos"\nID_LIKE="rhel fedora"\nVERSION_ID="8.6"\nPLATFORM_ID="platform:oc8"',
  opencloudos9: 'ID="opencloudos"\nID_LIKE="opencloudos"\nVERSION_ID="9.2"\nPLATFORM_ID="platform:oc9"',
  opencloudosStream: 'ID="opencloudos"\nID_LIKE="opencloudos"\nVERSION_ID="23"\nPLATFORM_ID="platform:ocs23"',
  centos7: 'ID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"',
  stream9: 'ID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="9"\nPLATFORM_ID="platform:el9"',
  rocky9: 'ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"\nPLATFORM_ID="platform:el9"',
  oracle9: 'ID="ol"\nID_LIKE="fedora"\nVERSION_ID="9.3"\nPLATFORM_ID="platform:el9"',
  rhel7: 'ID="rhel"\nID_LIKE="fedora"\nVERSION_ID="7.9"',
  anolis8: 'ID="anolis"\nID_LIKE="rhel fedora centos"\nVERSION_ID="8.8"\nPLATFORM_ID="platform:an8"',
  euler: 'ID="openEuler"\nVERSION_ID="22.03"',
  fedora: 'ID=fedora\nVERSION_ID=42\nPLATFORM_ID="platform:f42"',
  // Whoever gives Debian's apt to a system of its own is not known for it.
  alpine: 'ID=alpine\nVERSION_ID=3.20.1\napt=yes',
  sid: 'ID=debian\nPRETTY_NAME="Debian GNU/Linux forky/sid"\napt=yes',
  raspbian: 'ID=raspbian\nID_LIKE=debian\nVERSION_ID="13"\napt=yes',
  kali: 'ID=kali\nID_LIKE=debian\nVERSION_ID="2025.3"\napt=yes',
  deepin: 'ID=Deepin\nVERSION_ID="20.9"\napt=yes',
  uos: 'ID=uos\nVERSION_ID="20"\napt=yes',
  uosOfRhel: 'ID=uos\nVERSION_ID="20"',
};

/** The machine of the decision with another Linux. */
function systemOf(name: keyof typeof releases, changes: Partial<typeof system> = {}): typeof system {
  const { id, like, version, platform, apt } = readSystem(releases[name]);
  return { ...system, id, like, version, platform, apt, name, ...changes };
}

test.each([
  ['debian', 'docker.io iptables nginx-light'],
  ['ubuntu', 'docker.io nginx'],
  ['mint', 'docker.io nginx'],
  ['tencentos2', 'docker-ce docker-ce-cli containerd.io nginx'],
  ['stream9', 'docker-ce docker-ce-cli containerd.io nginx'],
  ['sid', 'docker.io iptables nginx-light'],
  ['raspbian', 'docker.io iptables nginx-light'],
  ['kali', 'docker.io iptables nginx-light'],
  ['deepin', 'docker.io iptables nginx-light'],
  ['uos', 'docker.io iptables nginx-light'],
  ['uosOfRhel', 'docker nginx'],
  ['alpine', 'docker nginx'],
] as const)('a blank %s lacks %s', (name, packages) => {
  expect(missingPackages({ ...blank, system: systemOf(name) }).join(' ')).toBe(packages);
});

test('nothing is missing on a server that has it all', () => {
  expect(missingPackages({ system, docker, nginx, selinux })).toEqual([]);
  expect(planPackages(system, [])).toEqual([]);
});

test('programs by the packages of each family, each once', () => {
  const missingTools = ['flock', 'setsid', 'ss', 'odd'];
  const lacks = (name: keyof typeof releases) =>
    missingPackages({ system: systemOf(name, { missingTools }), docker, nginx, selinux }).join(' ');
  expect(lacks('debian')).toBe('util-linux iproute2 odd');
  expect(lacks('rocky9')).toBe('util-linux iproute odd');
  expect(lacks('alpine')).toBe('flock setsid ss odd');
  for (const name of ['debian', 'ubuntu', 'rocky9'] as const) {
    expect(Object.keys(familyOf(systemOf(name))?.tools ?? {}).toSorted()).toEqual([...neededTools].toSorted());
  }
});

test.each([
  ['centos7', 'policycoreutils-python'],
  ['tencentos4', 'policycoreutils-python-utils'],
  ['alpine', 'semanage'],
] as const)('where SELinux is enforcing, %s needs %s', (name, wanted) => {
  const lacks = (semanage: boolean) =>
    missingPackages({
      system: systemOf(name),
      docker,
      nginx,
      selinux: { ...selinux, mode: 'enforcing', semanage },
    });
  expect(lacks(false)).toEqual([wanted]);
  expect(lacks(true)).toEqual([]);
});

test.each([
  ['tencentos2', 7],
  ['tencentos3', 8],
  ['tencentos4', 9],
  ['opencloudos8', 8],
  ['opencloudos9', 9],
  ['centos7', 7],
  ['stream9', 9],
  ['rocky9', 9],
  ['oracle9', 9],
] as const)('%s takes the packages of Enterprise Linux %d', (name, major) => {
  const command = familyOf(systemOf(name))?.command(['docker-ce']) ?? '';
  expect(command).toContain(`/linux/centos/${major}/$basearch/stable`);
  expect(command).toContain(major === 7 ? '&& yum -y ' : '&& dnf -y ');
});

test.each(['opencloudosStream', 'rhel7', 'anolis8', 'euler', 'fedora', 'alpine'] as const)(
  '%s is refused by name, also where provisioning is off; where nothing is missing it is not',
  (name) => {
    for (const allowed of [true, false]) {
      const [refused] = provisionProblems(systemOf(name), ['nginx'], allowed ? 'yes' : 'no');
      expect(refused?.code).toBe('LINUX_UNKNOWN');
      expect(refused?.text.what.en).toContain(name);
    }
    expect(provisionProblems(systemOf(name), [], 'no')).toEqual([]);
    expect(planPackages(systemOf(name), ['nginx'])).toEqual([]);
  },
);

test('without provision the command of the family is told, ready to paste', () => {
  const told = (name: keyof typeof releases, missing: readonly string[]) =>
    provisionProblems(systemOf(name), missing, 'no')[0]?.text.cure.en ?? '';
  expect(told('debian', ['curl', 'nginx-light'])).toMatch(
    /on the server: apt-get update && apt-get -y .* install curl nginx-light$/,
  );
  expect(told('centos7', ['nginx'])).toMatch(/yum -y .* install epel-release && yum -y .* install nginx$/);
  const docker9 = told('rocky9', ['docker-ce', 'nginx']);
  expect(docker9).toMatch(/deploy-miniprogram-docker\.repo && dnf -y .* install docker-ce nginx$/);
  execFileSync('bash', ['-nc', docker9.slice(docker9.indexOf('printf'))]);
  expect(provisionProblems(systemOf('rocky9'), ['nginx'], 'yes')).toEqual([]);
  const [never] = provisionProblems(systemOf('debian'), ['nginx-light'], 'never');
  expect(never?.text.cure.en).toMatch(/install nginx-light\nOr run `deploy`/);
});

test('the engine comes from Tencent’s copy inside its network, from Docker elsewhere, the key from the same place', () => {
  const command = (name: keyof typeof releases, tencentInstance: string | undefined) =>
    familyOf(systemOf(name, { tencentInstance }))?.command(['docker-ce']) ?? '';
  const inside = command('tencentos3', 'ins-1');
  expect(inside).toContain('baseurl=https://mirrors.cloud.tencent.com/docker-ce/linux/centos/8/$basearch/stable');
  expect(inside).toContain('gpgcheck=1 gpgkey=https://mirrors.cloud.tencent.com/docker-ce/linux/centos/gpg');
  expect(inside).not.toContain('download.docker.com');
  expect(command('rocky9', undefined)).toContain('gpgkey=https://download.docker.com/linux/centos/gpg');
  const rhel9 = familyOf(systemOf('stream9', { id: 'rhel' }))?.command(['docker-ce']);
  expect(rhel9).toContain('baseurl=https://download.docker.com/linux/rhel/9/$basearch/stable');
});

test('an nginx that is installed here comes back when it fails; one that is there already is left as it is', () => {
  const [withNginx] = planPackages(systemOf('debian'), ['nginx-light']) as readonly ServerStep[];
  expect(withNginx?.diff).toContain('+ /etc/systemd/system/nginx.service.d/deploy-miniprogram-backend.conf');
  expect(withNginx?.script).toMatch(
    /# Written by deploy-miniprogram-backend[\s\S]*Restart=on-failure\nRestartSec=5\nEOF/,
  );
  const [without] = planPackages(systemOf('debian'), ['docker.io', 'curl']) as readonly ServerStep[];
  expect(`${without?.diff} ${without?.script}`).not.toContain('nginx.service');
});

test('every script of every family is one that bash reads', () => {
  for (const name of Object.keys(releases) as (keyof typeof releases)[]) {
    const steps = planPackages(systemOf(name), ['docker-ce', 'nginx']) as readonly ServerStep[];
    for (const { script } of steps) execFileSync('bash', ['-nc', script]);
  }
});
