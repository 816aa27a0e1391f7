import { prepareStep, type Step } from '../../engine/step.ts';
import { containerFile } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { candidateName } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { logsScript } from '../container-logs.ts';
import { goneFunctions } from '../gone.ts';
import { planBaseline } from './baseline.ts';
import type { Candidate } from './candidate.ts';
import { type FilesOfOld, unseenFiles } from './files-of-old.ts';
import { awaitHealth } from './health.ts';
import { planNoteOld } from './kept.ts';
import { replacedName, retire } from './retire.ts';
import { removeScript, startContainer, staysWhereStuck } from './start.ts';

/** A new container, and those that make room for it. */
export interface NewContainer {
  readonly release: Release;
  /** Why there is to be a new one. */
  readonly reason: Step['reason'];
  /** The one of the version that serves; undefined: none does. */
  readonly old: Container | undefined;
  /** What is known of the files of `old`. */
  readonly files: FilesOfOld;
  /** Those that earlier runs did not retire. */
  readonly leftover: readonly Container[];
  /** One set up by hand, which steps of its own retire; like `old` it comes back after a reboot until the last proof. */
  readonly adopted: Pick<Container, 'id' | 'restartPolicy'> | undefined;
  readonly candidate: Candidate;
}

/** Steps that start the candidate of a release, wait until it is well, let it serve, and retire what served before. */
export function planContainer(container: NewContainer): readonly Step[] {
  const { release, reason, old, files, leftover, adopted, candidate } = container;
  const before = [old, adopted].filter((one) => one !== undefined);
  const file = quote(containerFile(release));
  const name = candidateName(release);
  return [
    prepareStep(startContainer(release, reason, candidate.folders)),
    prepareStep(awaitHealth(release, name, candidate)),
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
        goneFunctions,
        `docker update --restart unless-stopped "$(cat ${file})" >/dev/null`,
        ...before.map(({ id }) => update(id, 'always')),
        flushDocker,
      ].join('\n'),
      undo: [
        staysWhereStuck,
        goneFunctions,
        `{ ${logsScript(quote(name), 60, release)}; } || true`,
        // It gives back the space that Docker needs to write the rest.
        removeScript(release),
        ...before.map(({ id, restartPolicy }) => update(id, restartPolicy)),
      ].join('\n'),
    },
    ...(adopted === undefined ? [] : planNoteOld(release.app, [adopted.id], 'adoption.note-old')),
    ...planNaming(release, leftover, old, adopted === undefined ? files : unseenFiles),
  ];
}

/**
 * Steps that retire, after the proof, the container of the version that served (`serving`) and those that earlier runs did
 * not retire, and give the one of `release` the guide's name.
 */
export function planNaming(
  release: Release,
  leftover: readonly Container[],
  serving?: Container,
  files: FilesOfOld = unseenFiles,
): readonly Step[] {
  const old = serving === undefined ? leftover : [serving, ...leftover];
  const ids = old.map(({ id }) => id);
  return [
    ...planNoteOld(release.app, ids),
    ...old.map((one, at) =>
      retire(
        one,
        release,
        at === 0 ? 'container.retire' : `container.retire-${at + 1}`,
        one === serving ? files : unseenFiles,
      ),
    ),
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'rename',
      id: 'container.rename',
      title: text(`Name it ${release.image}`, `更名为 ${release.image}`),
      reason: text(`docker logs ${release.image} works`, `docker logs ${release.image} 可用`),
      script: renameScript(release, ids),
    },
  ];
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

/** Only an old version of ours makes room: another container that took the name meanwhile keeps it. */
function renameScript(release: Release, old: readonly string[]): string {
  const image = quote(release.image);
  const aside = quote(replacedName(release));
  return `id=$(cat ${quote(containerFile(release))})
holder=$(docker container inspect --format '{{.Id}}' ${image} 2>/dev/null) || holder=
if [ "$holder" != "$id" ]; then
  case $holder in
    ${['""', ...old.map(quote)].join('|')}) ;;
    *) failure CONTAINER_NAME_TAKEN container=${image} ours=${quote(candidateName(release))} ;;
  esac
  [ -z "$holder" ] || docker rename "$holder" ${aside}
  docker rename "$id" ${image}
fi
pid=$(docker container inspect --format '{{.State.Pid}}' "$id")
echo 0 >"/proc/$pid/oom_score_adj"`;
}
