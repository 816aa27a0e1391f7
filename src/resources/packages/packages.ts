import type { Step } from '../../engine/step.ts';
import { policyFile } from '../../layout/policy-file.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import { text } from '../../messages/text.ts';
import { underSharedLock } from '../../server/lock-script.ts';
import type { DeploymentSurvey } from '../../survey/deployment.ts';
import type { System } from '../../survey/system.ts';
import { debian, removePolicy, ubuntu } from './debian.ts';
import type { Family } from './family.ts';
import { restartFile, restartNginx } from './restart-nginx.ts';
import { majorOf, rhel } from './rhel.ts';

/** The part of the survey that tells what is missing. */
export type Equipment = Pick<DeploymentSurvey, 'system' | 'docker' | 'nginx' | 'selinux'>;

/** The family of a server; undefined where it is none whose package manager is known here. */
export function familyOf(system: System): Family | undefined {
  const ids = [system.id, ...system.like];
  if (ids.includes('ubuntu')) return ubuntu;
  if (ids.includes('debian')) return debian;
  const major = majorOf(system);
  if (major !== undefined) return rhel(system, major);
  return system.apt && silentRelatives.includes(system.id) ? debian : undefined;
}

/** Distributions whose os-release does not say that they are made from Debian; some have editions that are not. */
const silentRelatives: readonly string[] = ['deepin', 'uos', 'kylin', 'openkylin'];

/** What the server lacks, by the names of its family's packages; of an unknown family, by those of the programs. */
export function missingPackages({ system, docker, nginx, selinux }: Equipment): readonly string[] {
  const family = familyOf(system);
  return [
    ...(docker.state === 'missing' ? (family?.docker ?? ['docker']) : []),
    ...(nginx.state === 'missing' ? [family?.nginx ?? 'nginx'] : []),
    ...new Set(system.missingTools.map((tool) => family?.tools[tool] ?? tool)),
    ...(selinux.mode === 'enforcing' && !selinux.semanage ? [family?.selinux ?? 'semanage'] : []),
  ];
}

/** Whether what is missing is installed: as `provision` says, or `never` where the command installs nothing. */
export type Installing = 'yes' | 'no' | 'never';

/** Why the server cannot be brought to "docker and nginx present", where it cannot. */
export function provisionProblems(
  system: System,
  missing: readonly string[],
  installing: Installing,
): readonly Failure[] {
  if (missing.length === 0) return [];
  const family = familyOf(system);
  if (family === undefined) {
    return [failure('LINUX_UNKNOWN', { system: system.name || '-', missing: missing.join(', ') })];
  }
  if (installing === 'yes') return [];
  return [failure('PROVISION_NEEDED', { missing: missing.join(' '), command: family.command(missing), installing })];
}

/** The step that removes a policy-rc.d of ours that was left; none where there is none. */
export function planPolicy({ policyLeft }: System): readonly Step[] {
  if (!policyLeft) return [];
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'packages.policy',
      title: text(`Remove ${policyFile}`, `删除 ${policyFile}`),
      reason: text(
        'an interrupted installation left it; it keeps services from starting',
        '安装中断时留下的，会阻止服务启动',
      ),
      script: underSharedLock(removePolicy(), 120),
    },
  ];
}

/** The step that installs what is missing; none where nothing is. It starts nothing. */
export function planPackages(system: System, missing: readonly string[]): readonly Step[] {
  const family = familyOf(system);
  if (missing.length === 0 || family === undefined) return [];
  const withNginx = missing.includes(family.nginx);
  const [engine] = family.docker;
  const recommended = engine !== undefined && missing.includes(engine) ? family.recommended : [];
  return [
    {
      kind: 'server',
      phase: 'provision',
      id: 'packages.install',
      title: text(`Install ${missing.join(' ')}`, `安装 ${missing.join(' ')}`),
      reason: text('missing on this server', '服务器上缺少'),
      diff: [
        ...missing,
        ...recommended.map((name) => `${name} (if ${engine} comes without it)`),
        ...(withNginx ? [restartFile] : []),
      ]
        .map((name) => `+ ${name}`)
        .join('\n'),
      streams: true,
      silentSeconds: 1800,
      script: underSharedLock([family.script(missing), ...(withNginx ? [restartNginx] : [])].join('\n'), 900),
    },
  ];
}
