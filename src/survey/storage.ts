import type { ScriptProbe } from '../engine/probe.ts';
import { adoptionRecordFile } from '../layout/application-paths.ts';
import { dfCommand, type FileSystem, parseDf } from '../server/space.ts';
import { quote } from '../shell/quote.ts';
import { containerDetails, containers } from './container-list.ts';

/** A folder that the container is to mount. */
export interface FolderState {
  readonly path: string;
  /** Where it really lies, links followed as far as it exists. */
  readonly real: string;
  readonly exists: boolean;
  readonly uid: number;
  readonly gid: number;
  readonly empty: boolean;
  /** Folders that hold something and whose paths differ from this one's in upper and lower case alone. */
  readonly variants: readonly string[];
}

/** The folders to mount, and the file systems with what is free on them. */
export interface Storage {
  readonly folders: readonly FolderState[];
  readonly fileSystems: readonly FileSystem[];
}

/** An application by its name, and the lower-case form that its container bears. */
interface Application {
  readonly app: string;
  readonly image: string;
}

/**
 * Asks for the state of `folders`, of those that the application's containers mount or that an earlier one, set up by
 * hand, mounted; and for the space of the local file systems.
 */
export function storageProbe(folders: readonly string[], { app, image }: Application): ScriptProbe<Storage> {
  return {
    script: `
${containers}
${containerDetails}
# The folders whose paths differ from $1 in case alone and that are not empty.
variants() {
  local rest=$1 part folder entry name
  local -a found=(/) next
  while rest=\${rest#"\${rest%%[!/]*}"}; part=\${rest%%/*}; [ -n "$part" ]; do
    rest=\${rest#"$part"} next=()
    for folder in \${found[@]+"\${found[@]}"}; do
      [ "\${#next[@]}" -lt 20 ] || break
      for entry in "\${folder%/}"/*/; do
        entry=\${entry%/} name=\${entry##*/}
        [ "\${name,,}" != "\${part,,}" ] || [ -L "$entry" ] || next+=("$entry")
      done
    done
    found=(\${next[@]+"\${next[@]}"})
  done
  for entry in \${found[@]+"\${found[@]}"}; do
    [ "$entry" = "$1" ] || [ -z "$(ls -A "$entry")" ] || printf '%s\\0' variant "$entry"
  done
}
declare -A told=()
tell() {
  local path=$1 owner='0 0' content=empty exists=no
  [ -z "\${told[$path]:-}" ] || return 0
  told[$path]=yes
  if [ -e "$path" ]; then
    exists=yes owner=$(stat -Lc '%u %g' "$path")
    [ -z "$(ls -A "$path" 2>/dev/null)" ] || content=full
  fi
  printf '%s\\0' folder "$path" "$(readlink -m "$path")" $exists $owner $content
  variants "$path"
}
shopt -s dotglob nullglob
for path in ${folders.map(quote).join(' ')}; do tell "$path"; done
while IFS= read -r path; do case $path in /*) tell "$path" ;; esac; done < <(
  ids=$(containers | awk -F '\\t' -v name=${quote(image)} -v app=${quote(JSON.stringify(app))} 'tolower($2) == name || $4 == app {print $1}')
  [ -z "$ids" ] || inspected | while read -r word id _ kind _ source _; do
    [ "$word $kind" = 'mount bind' ] || continue
    case $'\\n'$ids$'\\n' in *$'\\n'"$id"$'\\n'*) unescape "$source"; printf '%s\\n' "$plain" ;; esac
  done
  [ ! -f ${quote(adoptionRecordFile(app))} ] || [ -n "$(strangers ${quote(adoptionRecordFile(app))})" ] || sed -n 's/^ *"host": "\\(\\/.*\\)",*$/\\1/p' ${quote(adoptionRecordFile(app))}
)
printf 'space\\0'
# All of them: of a disk that is mounted at several places df shows one, which need not be the one that is written to.
# What autofs would mount is left unmounted: its server may not answer.
${dfCommand} -l -a -x autofs`,
    read: readStorage,
  };
}

/**
 * Reads the probe's records, each ended by NUL: what it is, then its values, a folder's variants after it; last df's
 * table.
 */
export function readStorage(output: string): Storage {
  const records = output.split('\0');
  const folders: (FolderState & { readonly variants: string[] })[] = [];
  while (records.length > 1) {
    const kind = records.shift();
    if (kind === 'folder') {
      const [path = '', real = '', exists, uid, gid, content] = records.splice(0, 6);
      folders.push({
        path,
        real,
        exists: exists === 'yes',
        uid: Number(uid),
        gid: Number(gid),
        empty: content === 'empty',
        variants: [],
      });
    } else if (kind === 'variant') {
      folders.at(-1)?.variants.push(records.shift() ?? '');
    }
  }
  return { folders, fileSystems: parseDf(records[0] ?? '') };
}
