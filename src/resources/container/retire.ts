import type { SwitchStep } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import { label } from '../../release/labels.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { goneFunctions } from '../gone.ts';
import type { FilesOfOld } from './files-of-old.ts';
import { keptFunctions } from './kept.ts';
import { lastLookFunctions, letGo } from './last-look.ts';

/**
 * Name of the container that goes, where it is still there when the new one takes its own. `again`: the release served before,
 * and what it replaced then may be kept under such a name: what goes now is told apart by its release.
 */
export function replacedName({ image, id }: Release, old: Pick<Container, 'id' | 'labels'>, again: boolean): string {
  const from = old.labels[label.release] ?? old.id.slice(0, 12);
  return `${image}-replaced-by-${id}${again ? `-after-${from}` : ''}`;
}

/** The step that stops and removes the container of an old version, unless it holds files that would be lost with it. */
export function retire(old: Container, release: Release, id: string, files: FilesOfOld, again: boolean): SwitchStep {
  const container = quote(old.id);
  const keptAs = old.name === release.image ? replacedName(release, old, again) : old.name;
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'retire',
    id,
    title: text(`Stop and remove the old container ${old.name}`, `停止并删除旧容器 ${old.name}`),
    reason: text('the new version is verified', '新版本已验证'),
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
