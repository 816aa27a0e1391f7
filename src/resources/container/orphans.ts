import { mustSucceed } from '../../engine/apply.ts';
import type { Step } from '../../engine/step.ts';
import { failure } from '../../messages/failure.ts';
import { join, text } from '../../messages/text.ts';
import { prelude } from '../../server/prelude.ts';
import { factsIn } from '../../server/script-protocol.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { keptFunctions } from './kept.ts';
import { lastLookFunctions } from './last-look.ts';

/**
 * Steps that remove containers a run that died left behind; what serves is never among them. One that has served before
 * stays where it wrote files since.
 */
export function removeOrphans(orphans: readonly Container[], app: string): readonly Step[] {
  return orphans.map((orphan) => ({
    kind: 'runner',
    phase: 'prepare',
    id: 'container.remove-orphan',
    title: text(`Remove the leftover container ${orphan.name}`, `删除残留容器 ${orphan.name}`),
    reason: text('an interrupted run left it behind', '之前中断的运行留下的'),
    run: async (server, log) => {
      const result = await server.run(`${prelude}\nset -e\n${orphanScript(quote(orphan.id), app)}`);
      mustSucceed('container.remove-orphan', result);
      const { files } = factsIn(result.stdout);
      if (files === undefined) return;
      const { what, cure } = failure('CONTAINER_FILES_WRITTEN_LAST', {
        container: orphan.name,
        files: files === '?' ? '' : files,
      }).text;
      log.warning(join([what, cure], '\n'));
    },
  }));
}

/**
 * Bash that removes a container which a run that died left behind; `container` is a word of bash. Where it has served, and
 * wrote files since, it stays: stopped, and on the list of those that are kept. The fact `files` names them then.
 */
export function orphanScript(container: string, app: string): string {
  return `umask 077
${lastLookFunctions(app)}
${keptFunctions(app)}
since=$(served_since ${container})
if [ "$since" != 0 ]; then
  keep ${container}
  docker update --restart no ${container} >/dev/null
  hold_files ${container}
  docker stop ${container} >/dev/null
  look_last ${container} "$since"
  if [ -n "$late" ]; then fact files "$late"; exit 0; fi
fi
docker rm -f ${container} >/dev/null
forget ${container} || true`;
}
