import { posix } from 'node:path';
import type { Step } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { underSharedLock } from '../server/lock-script.ts';
import { quote } from '../shell/quote.ts';
import type { Selinux } from '../survey/selinux.ts';

/** Types of ports on which the policy lets a web server listen (the targeted policy's `httpd_t`). */
const webPorts: readonly string[] = ['http_port_t', 'http_cache_port_t'];

/** Types that stand for "nobody's in particular"; a port of one of them is labelled, not relabelled. */
const nobodysPorts: readonly string[] = [
  'unreserved_port_t',
  'reserved_port_t',
  'hi_reserved_port_t',
  'ephemeral_port_t',
];

/** Seconds to wait for the lock that applications share: a policy takes up to half a minute to build. */
const sharedLockSeconds = 120;

/** What is said of each step: a change of the policy harms nobody who serves, and taking it back might. */
const stays = {
  en: 'it stays, even if this run fails',
  zh: '无论本次运行结果如何都会保留',
};

/**
 * Steps after which an enforcing SELinux lets nginx listen on `ports` and reach the application. None of them touches what
 * serves. A certificate has its label from where it is written.
 */
export function planSelinux(selinux: Selinux, ports: readonly number[]): readonly Step[] {
  if (selinux.mode === 'off') return [];
  return [
    ...ports.filter((port) => !webPorts.includes(typeOf(selinux, port) ?? '')).map((port) => labelPort(selinux, port)),
    ...(selinux.networkConnect ? [] : [letConnect]),
  ];
}

function labelPort(selinux: Selinux, port: number): Step {
  const type = typeOf(selinux, port) ?? '-';
  const verb = type === '-' || nobodysPorts.includes(type) ? '-a' : '-m';
  // A port that a local change labelled meanwhile is "already defined": then it is modified.
  const other = verb === '-a' ? ' || said=$(semanage port -m -t http_port_t -p tcp "$port" 2>&1)' : '';
  return {
    kind: 'server',
    phase: 'prepare',
    id: 'selinux.port',
    title: text(`Let SELinux have nginx listen on ${port}`, `允许 nginx 在 SELinux 下监听端口 ${port}`),
    reason: text(`its type is ${type}; ${stays.en}`, `其类型为 ${type}；${stays.zh}`),
    diff: `+ semanage port ${verb} -t http_port_t -p tcp ${port}`,
    script: underSharedLock(
      `port=${port}
said=$(semanage port ${verb} -t http_port_t -p tcp "$port" 2>&1)${other} || failure SELINUX_PORT_REFUSED "port=$port" type=${quote(type)} "said=$said"`,
      sharedLockSeconds,
    ),
  };
}

const letConnect: Step = {
  kind: 'server',
  phase: 'prepare',
  id: 'selinux.connect',
  title: text('Let SELinux have nginx reach the application', '允许 nginx 在 SELinux 下连接应用'),
  reason: text(`httpd_can_network_connect is off; ${stays.en}`, `httpd_can_network_connect 为 off；${stays.zh}`),
  diff: '+ setsebool -P httpd_can_network_connect on',
  script: underSharedLock('setsebool -P httpd_can_network_connect on', sharedLockSeconds),
};

/**
 * Bash that gives what was just written in `folder` the label of its place, which nginx may read. What lies beside it keeps
 * the label that somebody gave it; a server without SELinux has no such program, or one that does nothing.
 */
export function labelByPlace(folder: string): string {
  return `! command -v restorecon >/dev/null 2>&1 || restorecon -R ${quote(folder)}`;
}

/**
 * The step after which nginx may read the files of a static site in `folder`; none where SELinux does not care. The rule
 * is for all sites of the application, whose folders have the same form, and for nothing else beside them.
 */
export function planContentLabel(selinux: Selinux, folder: string): readonly Step[] {
  if (selinux.mode === 'off') return [];
  const parent = posix.dirname(folder);
  const pattern = quote(`${parent.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/[0-9a-f]{64}(/.*)?)?`);
  const type = '-t httpd_sys_content_t';
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'selinux.content',
      title: text(`Let SELinux have nginx read ${folder}`, `允许 nginx 在 SELinux 下读取 ${folder}`),
      reason: text(`its label is another service’s or nobody’s; ${stays.en}`, `其标签不属于 nginx；${stays.zh}`),
      diff: `+ semanage fcontext -a ${type} ${pattern}`,
      script: underSharedLock(
        `semanage fcontext -a ${type} ${pattern} 2>/dev/null || semanage fcontext -m ${type} ${pattern}
restorecon ${quote(parent)}
restorecon -R ${quote(folder)}`,
        sharedLockSeconds,
      ),
    },
  ];
}

/** The type that a port bears: that of the narrowest range which holds it; undefined where none does. */
function typeOf(selinux: Selinux, port: number): string | undefined {
  return selinux.ports
    .filter(({ from, to }) => from <= port && port <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))[0]?.type;
}
