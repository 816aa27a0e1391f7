import { quote } from '../../shell/quote.ts';
import type { CarriedFolder } from './files-of-old.ts';

/** `MTIME SIZE ./PATH` of whatever is no folder, each ended by NUL. */
export const manifest = `manifest() { ( cd "$1" && find . -xdev ! -type d -printf '%T@ %s %p\\0' ); }`;

/** Where the copies of a folder are until all of it is there: in the folder itself, so that they are only renamed then. */
export const stageOf = ({ host, run }: Pick<CarriedFolder, 'host' | 'run'>): string => `${host}/.copying-${run}`;

/**
 * Bash that takes back what was copied into folders of the server: files that are as they were copied, by the lists in
 * `notes`, then the folders that came with them, where they are empty. What is there besides is somebody else's.
 */
export function takeBack(notes: string, carried: readonly CarriedFolder[]): string {
  return `${manifest}
# The folder may be another user's: no link that was put there is followed.
within() { ( cd -P -- "$1/$2" 2>/dev/null && [ "$(pwd -P)" = "$1\${2#.}" ] && shift 2 && "$@" 2>/dev/null ) || true; }
take_back() {
  local real entry rest path folder=.
  local -A now=()
  local -a names=()
  [ -e "$3/$1.list" ] && real=$(cd -P -- "$2" 2>/dev/null && pwd -P) || return 0
  while IFS= read -r -d '' entry; do rest=\${entry#* }; now["\${rest#* }"]="\${entry%% *} \${rest%% *}"; done < <(manifest "$real")
  while IFS= read -r -d '' entry; do
    rest=\${entry#* }; path=\${rest#* }
    [ "\${now["$path"]:-}" = "\${entry%% *} \${rest%% *}" ] || continue
    if [ "\${path%/*}" != "$folder" ] || [ "\${#names[@]}" -ge 500 ]; then
      [ "\${#names[@]}" -eq 0 ] || within "$real" "$folder" rm -f -- \${names[@]+"\${names[@]}"}
      folder=\${path%/*} names=()
    fi
    names+=("./\${path##*/}")
  done <"$3/$1.list"
  [ "\${#names[@]}" -eq 0 ] || within "$real" "$folder" rm -f -- \${names[@]+"\${names[@]}"}
  while IFS= read -r -d '' path; do within "$real" "\${path%/*}" rmdir -- "./\${path##*/}"; done < <(sort -zr "$3/$1.folders")
}
${carried
  .map((one, index) =>
    [`rm -rf ${quote(stageOf(one))}`, `take_back ${index} ${quote(one.host)} ${quote(notes)}`].join('\n'),
  )
  .join('\n')}`;
}
