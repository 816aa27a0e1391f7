import type { Step, SwitchStep } from '../../engine/step.ts';
import { releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import type { AdoptedContainer } from '../../release/adoption-record.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import type { ManualContainer } from '../../survey/manual-container.ts';
import { goneFunctions } from '../gone.ts';
import { type Drain, drainScript } from '../nginx-workers.ts';
import { type FilesOfOld, noFilesKnown } from './files-of-old.ts';
import { keptFunctions } from './kept.ts';
import { lastLookFunctions, letGo } from './last-look.ts';
import { stopScript } from './retire.ts';

/** A container set up by hand that is taken over. */
export interface ContainerAdoption {
  readonly container: ManualContainer;
  readonly adopted: AdoptedContainer;
  /** Port that it holds and that nginx is to listen on: it has to stop first. Undefined: it holds none of them. */
  readonly port: number | undefined;
}

/** Seconds that a container set up by hand may take to answer again when the switch is undone. */
const comebackSeconds = 240;

/**
 * Steps of the switch that let a container set up by hand go: it is stopped, renamed and kept, its image named. Where
 * nginx is to listen on a port that it holds, it stops in a second pass, once the new version is proven on the https
 * port; up to the last proof it is started again when something fails.
 */
export function planContainerAdoption(
  containerAdoption: ContainerAdoption,
  release: Release,
  drain: Drain | undefined,
  files: FilesOfOld = noFilesKnown,
): readonly Step[] {
  const { container, adopted } = containerAdoption;
  const id = quote(container.id);
  return [
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'write',
      id: 'adoption.keep-image',
      title: text(`Name the old image ${adopted.image}`, `将旧镜像标记为 ${adopted.image}`),
      reason: text('so that you can return to it', '以便日后退回'),
      diff: `+ ${adopted.image}`,
      script: `! docker image inspect ${quote(adopted.image)} >/dev/null 2>&1 || failure IMAGE_TAG_TAKEN tag=${quote(adopted.image)}
docker tag ${quote(container.imageId)} ${quote(adopted.image)}`,
      // The only name of an image in use is not taken back: Docker refuses that, and it harms nobody.
      undo: `names=$(docker image inspect --format '{{.Id}} {{len .RepoTags}}' ${quote(adopted.image)} 2>/dev/null) || names=
[ "\${names% *}" != ${quote(container.imageId)} ] || docker image rm ${quote(adopted.image)} >/dev/null 2>&1 || [ "\${names##* }" = 1 ]`,
    },
    ...(containerAdoption.port === undefined
      ? []
      : stopForPort(containerAdoption, containerAdoption.port, release, drain)),
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'retire',
      id: 'adoption.retire',
      title: text(
        `Stop the container ${container.name} and keep it as ${adopted.keptAs}`,
        `停止容器 ${container.name}，并以 ${adopted.keptAs} 的名称保留`,
      ),
      reason: text(
        'it stays until the next deploy; its data is mounted in the new one',
        '保留至下次部署；其数据已挂载到新容器',
      ),
      diff: `- ${container.name}\n+ ${adopted.keptAs}`,
      script: `${stopScript(container.id, release, stop(id))}
[ "$(docker container inspect --format '{{.Name}}' ${id})" = ${quote(`/${adopted.keptAs}`)} ] || docker rename ${id} ${quote(adopted.keptAs)}
${letGo(release, { ...container, keptAs: adopted.keptAs }, files, '')}`,
    },
  ];
}

/** Bash that stops it with the time that it was given when it was made; Docker's own 10 seconds are few for a JVM. */
function stop(id: string): string {
  return `docker stop -t "$(docker container inspect --format '{{with .Config.StopTimeout}}{{.}}{{else}}30{{end}}' ${id})" ${id}`;
}

function stopForPort(
  { container }: ContainerAdoption,
  port: number,
  release: Release,
  drain: Drain | undefined,
): readonly SwitchStep[] {
  const id = quote(container.id);
  const common = { kind: 'switch', phase: 'switch', pass: 2, stage: 'swap' } as const;
  return [
    {
      ...common,
      id: 'adoption.stop',
      title: text(`Stop the old container ${container.name}`, `停止旧容器 ${container.name}`),
      reason: text(
        `it holds port ${port}, on which nginx is to listen; the new version is already verified`,
        `它占用 nginx 需要监听的端口 ${port}；此时新版本已验证`,
      ),
      script: `${drain === undefined ? '' : drainScript(`${releaseDirectory(release)}/switch`, drain)}
${stop(id)} >/dev/null`,
      // The port may still be in the hands of whoever kept nginx from it.
      undo: `deadline=$((SECONDS + ${comebackSeconds}))
until docker start ${id} >/dev/null 2>&1; do [ "$SECONDS" -lt "$deadline" ] || failure ADOPTED_NOT_RESTARTED container=${quote(container.name)}; sleep 0.5; done
until [ "$(curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' http://127.0.0.1:${port}/)" != 000 ]; do
  [ "$SECONDS" -lt "$deadline" ] || failure ADOPTED_NOT_RESTARTED container=${quote(container.name)}
  sleep 0.3
done`,
    },
    {
      ...common,
      id: 'adoption.let-go',
      title: text(`${container.name} does not come back after a reboot`, `${container.name} 重启后不再自动恢复`),
      reason: text(`port ${port} is nginx’s from here on`, `此后端口 ${port} 属于 nginx`),
      script: `docker update --restart no ${id} >/dev/null`,
      undo: `docker update --restart always ${id} >/dev/null`,
    },
  ];
}

/**
 * The step that removes the container that an earlier deploy took over and kept, unless somebody started it again since
 * and it wrote files then.
 */
export function removeAdopted(adopted: AdoptedContainer, app: string): Step {
  const id = quote(adopted.id);
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'prune',
    id: 'adoption.remove',
    title: text(`Remove the container ${adopted.keptAs}`, `删除容器 ${adopted.keptAs}`),
    reason: text(
      `it was kept until this deploy; its image stays as ${adopted.image}`,
      `它保留至本次部署；其镜像仍为 ${adopted.image}`,
    ),
    diff: `- ${adopted.keptAs}`,
    script: `${goneFunctions}
if gone ${id}; then exit 0; fi
started=$(docker container inspect --format '{{.State.StartedAt}}' ${id})
if [[ $started > ${quote(new Date(Number(adopted.surveyedAt) * 1000).toISOString())} ]]; then
  umask 077
${lastLookFunctions(app)}
${keptFunctions(app)}
  look_last ${id} ${quote(adopted.surveyedAt)}
  if [ -n "$late" ]; then
    keep ${id}
    failure CONTAINER_FILES_WRITTEN_LAST container=${quote(adopted.keptAs)} files="\${late#'?'}"
  fi
fi
docker rm ${id} >/dev/null`,
  };
}
