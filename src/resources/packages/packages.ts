import type { Step } from '../engine/step.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { text } from '../messages/text.ts';
import { underSharedLock } from '../server/lock-script.ts';
import { commandLine, quote } from '../server/quote.ts';
import type { Docker } from '../survey/docker.ts';
import type { Nginx } from '../survey/nginx.ts';
import { neededTools, type System } from '../survey/system.ts';
import { mergeDaemonJson, tencentMirror } from './registry-mirror.ts';

/** What the server lacks, by the names of its distribution's packages. */
export function missingPackages(system: System, docker: Docker, nginx: Nginx): readonly string[] {
  return [
    ...(docker.state === 'missing' ? ['docker.io', 'iptables'] : []),
    ...(nginx.state === 'missing' ? ['nginx-light'] : []),
    ...new Set(system.missingTools.map((tool) => neededTools[tool] ?? tool)),
  ];
}

/** Whether the family of Linux is one whose package manager is known here. */
export function isDebianFamily(system: System): boolean {
  return [system.id, ...system.like].some((id) => id === 'debian' || id === 'ubuntu');
}

/** Why the server cannot be brought to "docker and nginx present", where it cannot. */
export function provisionProblems(system: System, missing: readonly string[], allowed: boolean): readonly Failure[] {
  if (missing.length === 0) return [];
  if (!isDebianFamily(system))
    return [failure('LINUX_UNKNOWN', { system: system.name || '-', missing: missing.join(', ') })];
  if (!allowed) return [failure('PROVISION_NEEDED', { missing: missing.join(' '), command: installCommand(missing) })];
  return [];
}

function installCommand(packages: readonly string[]): string {
  return commandLine([
    'apt-get',
    '-y',
    '--no-install-recommends',
    '-o',
    'Dpkg::Options::=--force-confold',
    '-o',
    'DPkg::Lock::Timeout=600',
    'install',
    ...packages,
  ]);
}

/** Steps that bring a server to "docker and nginx present". What is not running is not started, the engine aside. */
export function planPackages(system: System, docker: Docker, missing: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  if (missing.length > 0) {
    steps.push({
      kind: 'server',
      phase: 'provision',
      id: 'packages.install',
      title: text(`Install ${missing.join(' ')}`, `安装 ${missing.join(' ')}`),
      reason: text('missing on this server', '服务器上缺少'),
      diff: missing.map((name) => `+ ${name}`).join('\n'),
      streams: true,
      silentSeconds: 1800,
      script: underSharedLock(installScript(missing), 900),
    });
  }
  if (docker.state !== 'running') {
    const mirror = system.tencentInstance === undefined ? undefined : tencentMirror;
    const daemonJson = docker.state === 'stopped' ? docker.daemonJson : undefined;
    steps.push({
      kind: 'server',
      phase: 'provision',
      id: 'docker.start',
      title: text('Start the Docker Engine', '启动 Docker Engine'),
      reason: text('it is not running', '尚未运行'),
      ...(mirror === undefined ? {} : { diff: `+ /etc/docker/daemon.json: registry-mirrors ${mirror}` }),
      script: [
        ...(mirror === undefined
          ? []
          : [underSharedLock(writeDaemonJson(mergeDaemonJson(daemonJson, mirror)), sharedLockSeconds)]),
        'systemctl enable --now docker.service >/dev/null 2>&1 || service docker start >/dev/null || true',
        'for _ in $(seq 100); do docker info >/dev/null 2>&1 && exit 0; sleep 0.3; done',
        'journalctl -u docker -n 20 --no-pager >&2 2>/dev/null || true',
        'failure DOCKER_NOT_STARTED',
      ].join('\n'),
    });
  }
  return steps;
}

/** The step that adds Tencent's mirror to an engine that runs, by reload: it is never restarted (design rule 8). */
export function planMirror(system: System, docker: Docker): readonly Step[] {
  if (docker.state !== 'running' || system.tencentInstance === undefined || docker.registryMirrors.length > 0)
    return [];
  const merged = mergeDaemonJson(docker.daemonJson, tencentMirror);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'docker.mirror',
      title: text('Let Docker pull through Tencent’s mirror', '让 Docker 通过腾讯云镜像加速拉取'),
      reason: text('Docker Hub is hardly reachable from China', '国内几乎无法访问 Docker Hub'),
      diff: `+ /etc/docker/daemon.json: registry-mirrors ${tencentMirror}`,
      script: underSharedLock(`${writeDaemonJson(merged)}\n${reloadDocker}`, sharedLockSeconds),
      undo: underSharedLock(
        `${docker.daemonJson === undefined ? 'rm -f /etc/docker/daemon.json' : writeDaemonJson(docker.daemonJson)}\n${reloadDocker}`,
        sharedLockSeconds,
      ),
    },
  ];
}

/** Seconds to wait for the lock of what applications share; whoever holds it switches, which takes some seconds. */
const sharedLockSeconds = 120;

const reloadDocker = 'systemctl reload docker.service || kill -HUP "$(cat /run/docker.pid)"';

function writeDaemonJson(content: string): string {
  return `mkdir -p /etc/docker\nprintf %s ${quote(content)} >/etc/docker/daemon.json.new\nmv -f /etc/docker/daemon.json.new /etc/docker/daemon.json`;
}

/**
 * Bash that installs packages without starting what they bring: policy-rc.d answers 101, "action forbidden"
 * (Debian Policy, invoke-rc.d). It waits for an apt or dpkg that runs, and mends one that was cut short.
 */
function installScript(packages: readonly string[]): string {
  return `export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\\nexit 101\\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
deadline=$((SECONDS + 600))
until [ -z "$(dpkg --audit 2>/dev/null)" ] || dpkg --configure -a 2>&1; do
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED
  echo 'waiting for dpkg'; sleep 2
done
until said=$(apt-get -q -o Acquire::Retries=3 update 2>&1); do
  printf '%s\\n' "$said"
  printf '%s\\n' "$said" | grep -qiE 'could not get lock|is held by' || failure PACKAGES_UNREACHABLE "said=$(printf '%s\\n' "$said" | grep -E '^(E|Err|W):' | tail -n 2)"
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED
  sleep 2
done
printf '%s\\n' "$said" | grep -E '^(E|Err|W):' || true
log=$(mktemp /tmp/deploy-miniprogram-apt.XXXXXX)
if ! ${installCommand(packages)} >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  said=$(grep '^E:' "$log" | tail -n 2)
  rm -f "$log"
  failure PACKAGES_NOT_INSTALLED "packages=${packages.join(' ')}" "said=$said"
fi
grep -E '^(Setting up|Unpacking)' "$log" || true
rm -f "$log"`;
}
