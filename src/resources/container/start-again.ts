import type { Fragment } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import { imageTag } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';

/** Starts the stopped or paused container of `release` again. */
export function startAgain(release: Release, container: Container): Fragment {
  const id = quote(container.id);
  const [start, undo] = container.status === 'paused' ? ['unpause', 'pause'] : ['start', 'stop'];
  return {
    id: 'container.start-again',
    title: text(`Start container ${container.name} again`, `重新启动容器 ${container.name}`),
    reason: text(
      'it is what is wanted, but it was stopped; started again it keeps its files',
      '它就是所需的版本，但已停止；重新启动可保留其中的文件',
    ),
    diff: `+ docker ${start} ${container.name}`,
    script: `docker ${start} ${id} >/dev/null || failure CONTAINER_NOT_STARTED image=${quote(imageTag(release))}`,
    undo: `docker ${undo} ${id} >/dev/null`,
  };
}
