import type { Step } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import { candidateName, imageTag, type Release } from '../../release/release.ts';
import { commandLine, quote } from '../../server/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { planBaseline } from './baseline.ts';
import { type CarriedFolder, carryAgain } from './carried-files.ts';
import { explainHealth, healthScript } from './health-script.ts';
import { logsScript } from './logs-script.ts';
import { startCommands } from './run-command.ts';

/** Score of a candidate: the first to go when memory runs out (proc(5), oom_score_adj: -1000 to 1000). */
const candidateOomScore = 800;

/**
 * Steps that start the candidate of `release`, wait until it is well, let it serve, and retire `old`. A container set up
 * by hand (`adopted`) is retired by steps of its own; like `old` it comes back after a reboot until the last proof.
 */
export function planContainer(
  release: Release,
  old: Container | undefined,
  reason: Step['reason'],
  adopted?: Pick<Container, 'id' | 'restartPolicy'>,
  carried: readonly CarriedFolder[] = [],
): readonly Step[] {
  const before = [old, adopted].filter((one) => one !== undefined);
  const name = candidateName(release);
  const start = startCommands(release).map(commandLine);
  const remove = `docker rm -f ${quote(name)} >/dev/null 2>&1 || ! docker container inspect ${quote(name)} >/dev/null 2>&1`;
  const steps: Step[] = [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'container.start',
      title: text(`Start container ${name}`, `启动容器 ${name}`),
      reason,
      diff: start.map((line) => `+ ${line}`).join('\n'),
      script: `{ ${start.join(' && ')}; } || failure CONTAINER_NOT_STARTED image=${quote(imageTag(release))}
pid=$(docker container inspect --format '{{.State.Pid}}' ${quote(name)})
[ "$pid" -gt 0 ] && { echo ${candidateOomScore} >"/proc/$pid/oom_score_adj"; } 2>/dev/null || true`,
      undo: remove,
    },
    {
      kind: 'server',
      phase: 'prepare',
      id: 'container.health',
      title: text(
        `Wait until ${release.health.path} on port ${release.health.port} is well`,
        `等待端口 ${release.health.port} 的 ${release.health.path} 健康`,
      ),
      reason: text('only a healthy version is switched to', '只切换到健康的版本'),
      streams: true,
      script: healthScript(name, release.health, logsScript(name, 60, release)),
      explain: (result) => explainHealth(name, release.health, result),
    },
    planBaseline(release),
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'write',
      id: 'container.restart-policy',
      title: text(`${name} comes back after a reboot`, `${name} 在重启后自动恢复`),
      reason: text('whenever the server reboots, something serves', '服务器任何时候重启，都有服务在运行'),
      // `always` brings back even a stopped container when the engine starts (docs.docker.com, restart policies).
      script: [
        `docker update --restart unless-stopped ${quote(name)} >/dev/null`,
        ...before.map(({ id }) => `docker update --restart always ${quote(id)} >/dev/null`),
      ].join('\n'),
      undo: [
        ...before.map(
          ({ id, restartPolicy }) => `docker update --restart ${quote(restartPolicy)} ${quote(id)} >/dev/null`,
        ),
        `{ ${logsScript(name, 60, release)}; } || true`,
        remove,
      ].join('\n'),
    },
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'rename',
      id: 'container.rename',
      title: text(`Name it ${release.image}`, `更名为 ${release.image}`),
      reason: text(`docker logs ${release.image} works`, `docker logs ${release.image} 可用`),
      // Cut short after the renaming it runs once more: the guide's name is then the new container's already.
      script: `if docker container inspect ${quote(name)} >/dev/null 2>&1; then
  docker container inspect ${quote(release.image)} >/dev/null 2>&1 && docker rename ${quote(release.image)} ${quote(replacedName(release))}
  docker rename ${quote(name)} ${quote(release.image)}
fi
pid=$(docker container inspect --format '{{.State.Pid}}' ${quote(release.image)})
echo 0 >"/proc/$pid/oom_score_adj"`,
    },
  ];
  if (old !== undefined) steps.push(retire(old, release, adopted === undefined ? carried : []));
  return steps;
}

/** Name of the container that goes, where it is still there when the new one takes its own. */
function replacedName({ image, id }: Release): string {
  return `${image}-replaced-by-${id}`;
}

function retire(old: Container, release: Release, carried: readonly CarriedFolder[]): Step {
  const again = carryAgain(release, { ...old, keptAs: replacedName(release) }, carried);
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'retire',
    id: 'container.retire',
    title: text(`Stop and remove the old container ${old.name}`, `停止并删除旧容器 ${old.name}`),
    reason: text('the new version is proven', '新版本已验证'),
    script: `docker container inspect ${quote(old.id)} >/dev/null 2>&1 || exit 0
docker update --restart no ${quote(old.id)} >/dev/null
docker stop -t ${release.container.stopTimeoutSeconds} ${quote(old.id)} >/dev/null
${again === '' ? '' : `${again}\n`}docker rm ${quote(old.id)} >/dev/null`,
  };
}

/** Steps that remove containers a run that died left behind; what serves is never among them. */
export function removeOrphans(orphans: readonly Container[]): readonly Step[] {
  return orphans.map((orphan) => ({
    kind: 'server',
    phase: 'prepare',
    id: 'container.remove-orphan',
    title: text(`Remove the orphan ${orphan.name}`, `删除残留容器 ${orphan.name}`),
    reason: text('a run that was cut short left it behind', '之前中断的运行留下的'),
    script: `docker rm -f ${quote(orphan.id)} >/dev/null`,
  }));
}
