import type { Fragment } from '../../engine/step.ts';
import { containerFile, releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import { goneFunctions } from '../gone.ts';
import { onKeptList } from './kept.ts';

/**
 * Forgets the container that a kept release had, once Docker says that it is gone; one that is still there is refused by
 * name, whatever became of it since the survey. It comes before each step that makes a container of the release: the id
 * that is in the release's folder from then on is of one that such a step made, and no other is removed in an undo.
 */
export function makeRoom(release: Pick<Release, 'app' | 'id'>): Fragment {
  const [folder, file] = [quote(releaseDirectory(release)), quote(containerFile(release))];
  const app = quote(release.app);
  return {
    id: 'container.make-room',
    title: text(
      `Verify that the old container of ${release.id} is gone`,
      `确认发布版本 ${release.id} 的旧容器已不存在`,
    ),
    reason: text('a container that still exists is never replaced', '仍然存在的容器绝不会被取代'),
    script: `${goneFunctions}
[ -e ${file} ] || exit 0
id=$(cat ${file})
there=0
[ -z "$id" ] || { await_engine && gone "$id"; } || there=$?
if [ "$there" != 0 ]; then
  name=$(docker container inspect --format '{{.Name}}' "$id" 2>/dev/null) || failure DOCKER_STOPPED app=${app}
  ! ${onKeptList(release.app, '"$id"')} || failure RELEASE_CONTAINER_KEPT app=${app} release=${release.id} "container=\${name#/}"
  failure RELEASE_CONTAINER_THERE app=${app} release=${release.id} "container=\${name#/}"
fi
rm -f ${file}
flush ${folder}`,
  };
}

/**
 * Bash that removes the container that the run at work made for a release, by `command`: what is on the list of those that
 * are kept is none of it. It takes `gone` (gone.ts), and fails where the container is still there.
 */
export function removeMade(release: Pick<Release, 'app' | 'id'>, command: 'docker rm -f' | 'docker rm -v'): string {
  return `id=$(cat ${quote(containerFile(release))} 2>/dev/null) || id=
[ -z "$id" ] || ${onKeptList(release.app, '"$id"')} || ${command} "$id" >/dev/null 2>&1 || gone "$id"`;
}
