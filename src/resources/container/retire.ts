import { mustSucceed } from '../../engine/apply.ts';
import type { Step, SwitchStep } from '../../engine/step.ts';
import { failure } from '../../messages/failure.ts';
import { join, text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { prelude } from '../../server/prelude.ts';
import { factsIn } from '../../server/script-protocol.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { goneFunctions } from './gone.ts';
import { keptFunctions } from './kept.ts';
import { type FilesOfOld, lastLookFunctions, letGo } from './last-look.ts';

/** Name of the container that goes, where it is still there when the new one takes its own. */
export function replacedName({ image, id }: Release): string {
  return `${image}-replaced-by-${id}`;
}

/** The step that stops and removes the container of an old version, unless it holds files that would be lost with it. */
export function retire(old: Container, release: Release, id: string, files: FilesOfOld): SwitchStep {
  const container = quote(old.id);
  const keptAs = old.name === release.image ? replacedName(release) : old.name;
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'retire',
    id,
    title: text(`Stop and remove the old container ${old.name}`, `停止并删除旧容器 ${old.name}`),
    reason: text('the new version is proven', '新版本已验证'),
    script: `${stopScript(old.id, release, `docker stop ${container}`)}
${letGo(release, { ...old, keptAs }, files, `docker rm ${container} >/dev/null\n`)}`,
  };
}

/** Bash that stops a container for good, its files within reach for {@link letGo}; it ends the script where it is gone. */
export function stopScript(id: string, { app }: Pick<Release, 'app'>, stop: string): string {
  const container = quote(id);
  return `${goneFunctions}
${keptFunctions(app)}
${lastLookFunctions(app)}
await_engine
if gone ${container}; then forget ${container} || true; exit 0; fi
docker update --restart no ${container} >/dev/null
hold_files ${container}
${stop} >/dev/null`;
}

/**
 * Steps that remove containers a run that died left behind; what serves is never among them. One that has served before
 * stays where it wrote files since.
 */
export function removeOrphans(orphans: readonly Container[], app: string): readonly Step[] {
  return orphans.map((orphan) => ({
    kind: 'runner',
    phase: 'prepare',
    id: 'container.remove-orphan',
    title: text(`Remove the orphan ${orphan.name}`, `删除残留容器 ${orphan.name}`),
    reason: text('a run that was cut short left it behind', '之前中断的运行留下的'),
    run: async (server, log) => {
      const result = await server.run(`${prelude}\nset -e\n${orphanScript(orphan.id, app)}`);
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

function orphanScript(id: string, app: string): string {
  const container = quote(id);
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
