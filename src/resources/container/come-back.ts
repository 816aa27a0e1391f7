import type { Fragment } from '../../engine/step.ts';
import { containerFile } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { candidateName } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { type HiddenOnServer, logsScript } from '../container-logs.ts';
import { goneFunctions } from '../gone.ts';
import { removeScript, staysWhereStuck } from './start.ts';

/**
 * Has the container of a release come back after a reboot, and those that serve until then (`before`) as well, up to the
 * last proof.
 */
export function comeBack(
  release: Release,
  before: readonly Pick<Container, 'id' | 'restartPolicy'>[],
  hidden: HiddenOnServer,
): Fragment {
  const name = candidateName(release);
  return {
    id: 'container.restart-policy',
    title: text(`${name} comes back after a reboot`, `${name} 在重启后自动恢复`),
    reason: text('whenever the server reboots, something serves', '服务器任何时候重启，都有服务在运行'),
    // `always` brings back even a stopped container when the engine starts (docs.docker.com, restart policies).
    script: [
      goneFunctions,
      `docker update --restart unless-stopped "$(cat ${quote(containerFile(release))})" >/dev/null`,
      ...before.map(({ id }) => update(id, 'always')),
      flushDocker,
    ].join('\n'),
    undo: [
      staysWhereStuck,
      goneFunctions,
      `{ ${logsScript(quote(name), 60, release, hidden)}; } || true`,
      // It gives back the space that Docker needs to write the rest.
      removeScript(release),
      ...before.map(({ id, restartPolicy }) => update(id, restartPolicy)),
    ].join('\n'),
  };
}

/**
 * Container and image are on disk before nginx leads there: Docker itself does not flush the files of an image. Not by
 * `sync` alone, which would also wait for a network file system that does not answer.
 */
const flushDocker = `for folder in "$(docker info --format '{{.DockerRootDir}}')" /var/lib/containerd; do
  [ ! -d "$folder" ] || sync -f "$folder" 2>/dev/null || sync
done`;

/** Bash that sets the restart policy of a container, unless it is gone. */
function update(id: string, policy: string): string {
  return `gone ${quote(id)} || docker update --restart ${quote(policy)} ${quote(id)} >/dev/null`;
}
