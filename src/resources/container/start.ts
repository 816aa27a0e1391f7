import type { Fragment } from '../../engine/step.ts';
import { containerFile, releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { candidateName, imageTag } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { shownRelease } from '../../release/shown.ts';
import { commandLine, quote } from '../../shell/quote.ts';
import { goneFunctions } from '../gone.ts';
import { removeMade } from './make-room.ts';
import { createCommand, startCommands, type VariablesFrom } from './run-command.ts';
import { giveFolders, userFunctions } from './user-script.ts';

/** Score of a candidate: the first to go when memory runs out (proc(5), oom_score_adj: -1000 to 1000). */
const candidateOomScore = 800;

/** Bash in front of an undo that removes the candidate: in the switch, whatever nginx may still lead to stays. */
export const staysWhereStuck = '[ "${stuck:-0}" -eq 0 ] || exit 1';

/** Makes the container of a release, which has none (make-room.ts), and starts it; `folders` get the owner that its image tells. */
export function startContainer(
  release: Release,
  reason: Fragment['reason'],
  folders: readonly string[],
  variables: VariablesFrom = 'own',
): Fragment {
  const folder = quote(releaseDirectory(release));
  const file = quote(containerFile(release));
  const name = candidateName(release);
  const create = commandLine(createCommand(release, variables));
  const start = startCommands(release).map(commandLine);
  const give = folders.length === 0 ? [] : [`give_folders ${folders.map(quote).join(' ')}`];
  return {
    id: 'container.start',
    title: text(`Start container ${name}`, `启动容器 ${name}`),
    reason,
    diff: [createCommand(shownRelease(release), variables), ...startCommands(release)]
      .map((argv) => `+ ${commandLine(argv)}`)
      .join('\n'),
    script: `${give.length === 0 ? '' : `${userFunctions}\n${giveFolders(file)}\n`}exec 7<${folder}
flock 7
{ ${[create, `flush ${file} ${folder}`, ...give, ...start].join(' && ')}; } 7<&- || failure CONTAINER_NOT_STARTED image=${quote(imageTag(release))}
pid=$(docker container inspect --format '{{.State.Pid}}' "$(cat ${file})")
[ "$pid" -gt 0 ] && { echo ${candidateOomScore} >"/proc/$pid/oom_score_adj"; } 2>/dev/null || true`,
    undo: `${staysWhereStuck}\n${goneFunctions}\n${removeScript(release)}`,
  };
}

/** Bash that removes the container that the run at work started. It takes `gone` (gone.ts). */
export function removeScript(release: Release): string {
  const folder = quote(releaseDirectory(release));
  // Whoever cancels may come while docker makes it: only then does its id show.
  return `[ ! -d ${folder} ] || flock -w 60 ${folder} true || true
${removeMade(release, 'docker rm -f')}`;
}
