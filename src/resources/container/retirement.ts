import type { Step } from '../../engine/step.ts';
import { containerFile } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { candidateName } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { type FilesOfOld, noFilesKnown } from './files-of-old.ts';
import { planNoteOld } from './kept.ts';
import { replacedName, retire } from './retire.ts';

/** What is to be known of a retirement beside the containers that earlier runs left. */
interface Retirement {
  /** The container of the version that served; absent: none of ours did, or it stays. */
  readonly serving?: Container | undefined;
  /** What is known of its files. */
  readonly files?: FilesOfOld;
  /** Whether the release was kept, and served before. */
  readonly again?: boolean;
}

/**
 * Steps that retire, after the proof, the container of the version that served and those that earlier runs did not retire,
 * and give the one of `release` the guide's name.
 */
export function planRetirement(
  release: Release,
  leftover: readonly Container[],
  { serving, files = noFilesKnown, again = false }: Retirement = {},
): readonly Step[] {
  const old = serving === undefined ? leftover : [serving, ...leftover];
  const ids = old.map(({ id }) => id);
  return [
    ...planNoteOld(release, ids),
    ...old.map((one, at) =>
      retire(
        one,
        release,
        at === 0 ? 'container.retire' : `container.retire-${at + 1}`,
        one === serving ? files : noFilesKnown,
        again,
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
      script: renameScript(release, old, again),
    },
  ];
}

/** Only an old version of ours makes room: another container that took the name meanwhile keeps it. */
function renameScript(release: Release, old: readonly Container[], again: boolean): string {
  const image = quote(release.image);
  const aside = (one: Container) =>
    `${quote(one.id)}) docker rename "$holder" ${quote(replacedName(release, one, again))} ;;`;
  return `id=$(cat ${quote(containerFile(release))})
holder=$(docker container inspect --format '{{.Id}}' ${image} 2>/dev/null) || holder=
if [ "$holder" != "$id" ]; then
  case $holder in
    ${['"") ;;', ...old.map(aside)].join('\n    ')}
    *) failure CONTAINER_NAME_TAKEN container=${image} ours=${quote(candidateName(release))} ;;
  esac
  docker rename "$id" ${image}
fi
pid=$(docker container inspect --format '{{.State.Pid}}' "$id")
echo 0 >"/proc/$pid/oom_score_adj"`;
}
