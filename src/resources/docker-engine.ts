import type { Step } from '../engine/step.ts';
import { isMasked } from '../fragments/masked-units.ts';
import { tencentMirror } from '../messages/registry-mirror.ts';
import { text } from '../messages/text.ts';
import { lockFolder, underSharedLock } from '../server/lock-script.ts';
import type { Docker, RunningDocker } from '../survey/docker.ts';
import type { System } from '../survey/system.ts';
import { daemonJson, takeBackDaemonJson, writeDaemonJson } from './daemon-json.ts';
import { mergeDaemonJson } from './registry-mirror.ts';

/** The step that starts the Docker Engine where it does not run, in Tencent's network with its mirror; else none. */
export function planEngine(system: System, docker: Docker): readonly Step[] {
  if (docker.state === 'running') return [];
  const mirror = system.tencentInstance === undefined ? undefined : tencentMirror;
  const before = docker.daemonJson;
  const merged = mirror === undefined ? undefined : mergeDaemonJson(before, mirror);
  const writes = merged !== undefined && merged !== before;
  return [
    {
      kind: 'server',
      phase: 'provision',
      id: 'docker.start',
      title: text('Start the Docker Engine', '启动 Docker Engine'),
      reason: text('it is not running', '尚未运行'),
      ...(writes ? { diff: `+ ${daemonJson}: registry-mirrors ${mirror}` } : {}),
      script: [
        'type -P docker >/dev/null || failure DOCKER_CLIENT_MISSING',
        ...(writes ? [underSharedLock(writeDaemonJson(merged, before), sharedLockSeconds)] : []),
        'begun=$(date +%s)',
        `rm -f ${disabledNote}; [ "$(systemctl is-enabled docker.service 2>/dev/null)" != disabled ] || : >${disabledNote}`,
        // What failed three times within a minute is not started again, though its cause is gone (StartLimitBurst).
        'systemctl reset-failed docker.service docker.socket 2>/dev/null || true',
        'systemctl enable --now docker.service >/dev/null 2>&1 || service docker start >/dev/null || true',
        awaitEngine,
      ].join('\n'),
      undo: [
        ...(writes ? [underSharedLock(takeBackDaemonJson(merged, before), sharedLockSeconds)] : []),
        `if [ -e ${disabledNote} ]; then systemctl disable docker.service; rm -f ${disabledNote}; fi`,
      ].join('\n'),
    },
  ];
}

/** Noted until it runs: its unit did not start it at boot. Gone after a reboot. */
const disabledNote = `${lockFolder}/docker-was-disabled`;

/**
 * Waits as long as the engine may still come: its unit tries again by itself until systemd says that it failed. Why it did
 * not come is asked of systemd's states first, then of what the engine wrote last.
 */
const awaitEngine = `for _ in $(seq 100); do
  docker info >/dev/null 2>&1 && { rm -f ${disabledNote}; exit 0; }
  [ "$(systemctl show -p ActiveState docker.service 2>/dev/null)" != ActiveState=failed ] || break
  sleep 0.3
done
${isMasked}
masked=
for unit in docker.service docker.socket containerd.service; do ! is_masked "$unit" || masked="$masked $unit"; done
[ -z "$masked" ] || failure DOCKER_MASKED "units=\${masked# }"
journalctl -u docker -n 20 --no-pager >&2 2>/dev/null || true
said=$(journalctl -u docker --since "@$begun" -o cat --no-pager 2>/dev/null | grep -aE '^(failed|unable|Error)|level=fatal' | tail -n 1 | cut -c 1-400) || true
[ -n "$said" ] || said=$(systemctl show -p ActiveState -p Result docker.service 2>/dev/null | tr '\\n' ' ') || true
failure DOCKER_NOT_STARTED "said=\${said:--}"`;

/**
 * The step that adds Tencent's mirror to an engine that runs, by reload: it is never restarted (rule *Blank servers
 * twice*).
 */
export function planMirror(system: System, docker: RunningDocker): readonly Step[] {
  if (system.tencentInstance === undefined || docker.registryMirrors.length > 0) return [];
  const before = docker.daemonJson;
  const merged = mergeDaemonJson(before, tencentMirror);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'docker.mirror',
      title: text('Let Docker pull through Tencent’s mirror', '让 Docker 通过腾讯云镜像加速拉取'),
      reason: text('Docker Hub is hardly reachable from China', '国内几乎无法访问 Docker Hub'),
      diff: `+ ${daemonJson}: registry-mirrors ${tencentMirror}`,
      script: underSharedLock(`${writeDaemonJson(merged, before)}\n${reloadDocker}`, sharedLockSeconds),
      undo: underSharedLock(takeBackDaemonJson(merged, before, reloadDocker), sharedLockSeconds),
    },
  ];
}

/** Seconds to wait for the lock of what applications share; whoever holds it switches, which takes some seconds. */
const sharedLockSeconds = 120;

// An engine that was killed leaves its number, which may be another process's by now.
const reloadDocker = `systemctl reload docker.service || {
  read -r pid </run/docker.pid && [ "$(cat "/proc/$pid/comm")" = dockerd ] && kill -HUP "$pid"
}`;
