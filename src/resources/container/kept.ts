import type { SwitchStep } from '../../engine/step.ts';
import { carriedDirectory, keptFile } from '../../layout/application-paths.ts';
import { releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';

/**
 * Bash functions about the list of containers that no deploy removes; they need the prelude in front.
 * - `keep ID`: puts a container on it; it is on disk when this returns.
 * - `forget ID`: takes it off, which takes no space: the list is written over in place, then cut. Cut short in between, its
 *   last line is there twice.
 */
export function keptFunctions(app: string): string {
  const [folder, file] = [quote(carriedDirectory(app)), quote(keptFile(app))];
  return `keep() {
  local torn=
  ! ${onKeptList(app, '"$1"')} || return 0
  [ -d ${folder} ] || install -d -m 755 ${folder} || return 1
  # What a full disk left of a line must not become a part of the next one.
  [ ! -s ${file} ] || [ -z "$(tail -c 1 ${file})" ] || torn=$'\\n'
  ( umask 077; printf '%s%s\\n' "$torn" "$1" >>${file} ) && flush ${file} ${folder}
}
forget() {
  local id rest=
  [ -e ${file} ] || return 0
  while IFS= read -r id; do [ -z "$id" ] || [ "$id" = "$1" ] || rest+=$id$'\\n'; done <${file}
  if [ -z "$rest" ]; then
    rm -f ${file} && flush ${folder} || return 1
    rmdir ${folder} 2>/dev/null || true
  else
    printf %s "$rest" 1<>${file} && flush ${file} && truncate -s "\${#rest}" ${file} && flush ${file}
  fi
}`;
}

/** Bash that is true where a container is on the list; `id` is a word of bash. */
export function onKeptList(app: string, id: string): string {
  return `grep -qxF -e ${id} ${quote(keptFile(app))} 2>/dev/null`;
}

/**
 * The step that puts containers on the list before they are stopped: whatever fails then (a full disk, an engine that does
 * not answer), no run removes them. Each is taken off once it was seen that nothing is lost with it. An undo takes off those
 * alone that this switch put on it.
 */
export function planNoteOld(
  release: Pick<Release, 'app' | 'id'>,
  ids: readonly string[],
  id = 'container.note-old',
): readonly SwitchStep[] {
  if (ids.length === 0) return [];
  const { app } = release;
  const folder = `${releaseDirectory(release)}/switch`;
  const [put, noted] = [quote(`${folder}/${id}`), quote(folder)];
  return [
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'write',
      id,
      title: text('Keep the old container until its files were checked', '检查旧容器的文件之前予以保留'),
      reason: text('it may write files until it stops', '它停止之前仍可能写入文件'),
      script: `${keptFunctions(app)}
for id in ${ids.map(quote).join(' ')}; do
  ! ${onKeptList(app, '"$id"')} || continue
  printf '%s\\n' "$id" >>${put}
  flush ${put} ${noted}
  keep "$id"
done`,
      undo: `${keptFunctions(app)}
[ -e ${put} ] || exit 0
while IFS= read -r id; do forget "$id"; done <${put}`,
    },
  ];
}
