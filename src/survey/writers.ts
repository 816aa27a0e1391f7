import { privateNames } from '../layout/application-paths.ts';
import { decode } from '../shell/packed.ts';
import { parted } from './probe-lines.ts';

/** A container that can write where root reads what it obeys. */
export interface Writer {
  readonly container: string;
  /** What of the server it mounts, as it was given. */
  readonly source: string;
}

// What `current` leads to is in `releases`, or is not ours.
const ofRoot = privateNames.filter((name) => name !== 'current');

/**
 * Bash function `writers FOLDER`: of all containers, running or not, those that mount the application's FOLDER, a folder
 * above it, or something of root's in it, to be written; `CONTAINER SOURCE`, the source in base64. What such a container
 * leaves there is root's by its number (rule *Roots alone*). Links are followed; a named volume may stand
 * for a folder of the server.
 *
 * A mount of `/` is left out: who set that up (an agent of a panel) made the container root of the whole server, and no
 * folder here makes it more.
 */
export const writers = `writers() {
  local own word name kind writable source volume plain real place at found
  local -a names=() sources=() volumes=() places=()
  local -A devices=()
  own=$(readlink -m -- "$1")
  while read -r word _ name kind writable source volume; do
    case "$word $kind $writable" in
      'mount bind true') unescape "$source" ;;
      'mount volume true') unescape "$volume"; volumes+=("$plain") ;;
      *) continue ;;
    esac
    sources+=("$plain")
    unescape "$name"
    names+=("\${plain##*/}")
  done < <(inspected 2>/dev/null)
  if [ "\${#volumes[@]}" -gt 0 ]; then
    while IFS= read -r -d '' name && IFS= read -r -d '' source; do
      devices[\${name##*$'\\n'}]=$source
    done < <(docker volume inspect --format '{{$name := .Name}}{{with .Options}}{{with .device}}{{printf "%s\\x00%s\\x00" $name .}}{{end}}{{end}}' \${volumes[@]+"\${volumes[@]}"} 2>/dev/null)
  fi
  [ "\${#names[@]}" -gt 0 ] || return 0
  while IFS= read -r -d '' place; do places+=("$place"); done < <(readlink -zm -- ${ofRoot.map((name) => `"$own/${name}"`).join(' ')})
  for at in "\${!names[@]}"; do
    source=\${sources[at]}
    case $source in /*) ;; *) source=\${devices[$source]:-} ;; esac
    case $source in /*) real=$(readlink -m -- "$source") ;; *) continue ;; esac
    [ -n "$real" ] && [ "$real" != / ] || continue
    found=no
    for place in "$own" \${places[@]+"\${places[@]}"}; do
      case $place/ in "$real"/*) found=yes ;; esac
    done
    for place in \${places[@]+"\${places[@]}"}; do
      case $real in "$place"/*) found=yes ;; esac
    done
    [ $found = no ] || printf '%s %s\\n' "\${names[at]}" "$(printf %s "$source" | base64 -w0)"
  done
}`;

/** Reads a line of {@link writers}. */
export function readWriter(line: string): Writer {
  const [container, source] = parted(line);
  return { container, source: decode(source) };
}
