import type { Probe } from '../engine/survey.ts';
import { adoptedFile } from '../release/adopted.ts';
import { label } from '../release/labels.ts';
import { quote } from '../server/quote.ts';
import { type FileSystem, parseDf } from '../server/space.ts';

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
export function storageProbe(folders: readonly string[], { app, image }: Application): Probe<Storage> {
  return {
    script: `
# The folders whose paths differ from $1 in case alone and that are not empty.
variants() {
  local at=/ part pattern
  while IFS= read -r part; do
    pattern=$(printf %s "$part" | sed 's/[][*?\\\\]/\\\\&/g')
    at=$(printf '%s\\n' "$at" | while IFS= read -r path; do find "$path" -mindepth 1 -maxdepth 1 -type d -iname "$pattern"; done | head -n 20)
    [ -n "$at" ] || return 0
  done < <(printf '%s\\n' "\${1#/}" | tr / '\\n')
  printf '%s\\n' "$at" | while IFS= read -r path; do [ "$path" = "$1" ] || [ -z "$(ls -A "$path")" ] || printf '%s\\n' "$path"; done
}
declare -A told=()
tell() {
  local path=$1 encoded real
  [ -z "\${told[$path]:-}" ] || return 0
  told[$path]=yes; encoded=$(printf %s "$path" | base64 -w0)
  real=$(printf %s "$(readlink -m "$path")" | base64 -w0)
  if [ -e "$path" ]; then
    echo "folder $encoded $real yes $(stat -c '%u %g' "$path") $([ -z "$(ls -A "$path" 2>/dev/null)" ] && echo empty || echo full)"
  else
    echo "folder $encoded $real no 0 0 empty"
  fi
  variants "$path" | while IFS= read -r other; do echo "variant $encoded $(printf %s "$other" | base64 -w0)"; done
}
for path in ${folders.map(quote).join(' ')}; do tell "$path"; done
while IFS= read -r path; do case $path in /*) tell "$path" ;; esac; done < <(
  { docker ps -aq --filter ${quote(`label=${label.app}=${app}`)}; docker ps -a --format '{{.ID}} {{.Names}}' | awk -v name=${quote(image)} 'tolower($2) == name {print $1}'; } |
    xargs -r docker container inspect --format '{{range .Mounts}}{{if eq .Type "bind"}}{{println .Source}}{{end}}{{end}}'
  [ ! -f ${quote(adoptedFile(app))} ] || [ -n "$(strangers ${quote(adoptedFile(app))})" ] || sed -n 's/^ *"host": "\\(\\/.*\\)",*$/\\1/p' ${quote(adoptedFile(app))}
)
df -l -B1 --output=target,avail`,
    read: readStorage,
  };
}

/** Reads the probe's lines: a line a folder, a line a variant of one, then df's table. */
export function readStorage(output: string): Storage {
  const decode = (word = ''): string => Buffer.from(word, 'base64').toString('utf8');
  const variants = [...output.matchAll(/^variant (\S+) (\S+)$/gm)];
  return {
    folders: [...output.matchAll(/^folder (\S+) (\S+) (yes|no) (\d+) (\d+) (empty|full)$/gm)].map(
      ([, path, real, exists, uid, gid, content]) => ({
        path: decode(path),
        real: decode(real),
        exists: exists === 'yes',
        uid: Number(uid),
        gid: Number(gid),
        empty: content === 'empty',
        variants: variants.filter(([, of]) => of === path).map(([, , other]) => decode(other)),
      }),
    ),
    fileSystems: parseDf(output.replace(/^(folder|variant) .*\n/gm, '')),
  };
}
