import type { Step } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { underSharedLock } from '../server/lock-script.ts';
import { quote } from '../server/quote.ts';
import type { Docker } from '../survey/docker.ts';
import type { System } from '../survey/system.ts';
import { mergeDaemonJson, tencentMirror } from './registry-mirror.ts';

/** The step that starts the Docker Engine where it does not run, in Tencent's network with its mirror; else none. */
export function planEngine(system: System, docker: Docker): readonly Step[] {
  if (docker.state === 'running') return [];
  const mirror = system.tencentInstance === undefined ? undefined : tencentMirror;
  const daemonJson = docker.state === 'stopped' ? docker.daemonJson : undefined;
  return [
    {
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
    },
  ];
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
      undo: underSharedLock(`${undoDaemonJson(merged, docker.daemonJson)}\n${reloadDocker}`, sharedLockSeconds),
    },
  ];
}

/** Seconds to wait for the lock of what applications share; whoever holds it switches, which takes some seconds. */
const sharedLockSeconds = 120;

const reloadDocker = 'systemctl reload docker.service || kill -HUP "$(cat /run/docker.pid)"';

/** Bash that writes daemon.json where it really lies: it keeps its mode, its owner and the link that leads to it. */
function writeDaemonJson(content: string): string {
  return `mkdir -p /etc/docker
file=$(readlink -f ${daemonJson}) || file=${daemonJson}
new="\${file%/*}/.\${file##*/}.deploy"
rm -f "$new"
[ ! -e "$file" ] || cp -a "$file" "$new"
printf %s ${quote(content)} >"$new"
put_in_place "$new" "$file"`;
}

/** Bash that takes `written` back, unless somebody has changed the file since. */
function undoDaemonJson(written: string, before: string | undefined): string {
  return `[ "$(cat ${daemonJson}; echo .)" != ${quote(`${written}.`)} ] || {
${before === undefined ? `rm -f ${daemonJson}` : writeDaemonJson(before)}
}`;
}

const daemonJson = '/etc/docker/daemon.json';
