import { imagesPulledBy } from '../dockerfile/read.ts';
import type { Fragment } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { quote } from '../shell/quote.ts';
import { buildScript, endWhereThere } from './image.ts';

/** Images that the image of a release is built from. */
export function basesOf({ build }: Pick<Release, 'build'>): readonly string[] {
  const given = Object.fromEntries(build.arguments.map(({ name, value }) => [name, value]));
  return imagesPulledBy(build.dockerfile, given);
}

/**
 * Has the image of a release that was kept there: it is built again where it was pruned, from images that are there, since
 * nothing is asked of the network. It has no undo: what a release that is kept needs stays.
 */
export function keepImage(release: Release): Fragment {
  const tag = imageTag(release);
  const bases = basesOf(release).map(quote).join(' ');
  return {
    id: 'image.keep',
    title: text(`Check for image ${tag}; rebuild it if missing`, `检查镜像 ${tag}；缺失时重新构建`),
    reason: text('the container is started from it', '容器由它启动'),
    script: `${endWhereThere(release)}
for base in ${bases}; do
  docker image inspect "$base" >/dev/null 2>&1 || failure IMAGE_MISSING tag=${quote(tag)} "base=$base"
done
${buildScript(release, '')}`,
  };
}
