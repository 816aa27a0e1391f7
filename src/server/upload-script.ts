import { posix } from 'node:path';
import { quote } from '../shell/quote.ts';
import { partFunctions } from './part-file.ts';
import { prelude } from './prelude.ts';
import { roomFunction } from './room.ts';
import { formatBytes } from './space.ts';

/** What is to come, and where. */
interface Expected {
  /** As messages name the server. */
  readonly host: string;
  readonly target: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether it comes from its first byte on, whatever is there of it. */
  readonly fresh: boolean;
  /** A condition of bash: all was done before, by a script whose answer did not come. */
  readonly done: string;
  /** Bash for afterwards. */
  readonly afterwards: string;
}

/**
 * Says by the fact `offset` from where on the file is still to be sent, and takes that from standard input, by gzip; no such
 * fact: it is there. Then publishes it. The fullest part is gone on with. One that another process still holds (its runner
 * vanished, for all the server knows) is left alone: what has come of it is copied.
 */
export function receiveScript({ host, target, bytes, sha256, fresh, done, afterwards }: Expected): string {
  return `${prelude}${roomFunction}
target=${quote(target)} folder=${quote(posix.dirname(target))} host=${quote(host)} bytes=${bytes} sha256=${quote(sha256)}
failed() { printf '%s\\n' "$1" >&2; failure UPLOAD_FAILED host="$host" path="$target"; }
${partFunctions}if ${done}; then exit 0; fi
mkdir -p "$folder" || failed "cannot make $folder"
if ! { [ -f "$target" ] && [ "$(stat -c %s "$target")" = "$bytes" ] && [ "$(hash_of "$target")" = "$sha256" ]; }; then
  umask 077
  fullest= most=-1
  for candidate in "$part" "$part".*; do
    [ -f "$candidate" ] && size=$(stat -c %s "$candidate") || continue
    [ "$size" -le "$bytes" ] || { ! flock -n "$candidate" rm -f "$candidate" || continue; size=-1; }
    [ "$size" -le "$most" ] || { most=$size fullest=$candidate; }
  done
  if ${fresh ? '[ "$most" -gt 0 ]' : 'false'}; then
    part=$part.$$
    rm -f "$part"
  elif [ -n "$fullest" ] && flock -n "$fullest" true; then
    part=$fullest
  elif [ -n "$fullest" ] || { [ -e "$part" ] && ! flock -n "$part" true; }; then
    part=$part.$$
    rm -f "$part"
    [ -z "$fullest" ] || cp --reflink=auto "$fullest" "$part" || rm -f "$part"
  fi
  offset=0
  [ ! -f "$part" ] || offset=$(stat -c %s "$part")
  room "$((bytes - offset))" "$folder"
  # An image that came beside it may have had the folder removed, as an empty one.
  { mkdir -p "$folder" && exec 7>>"$part"; } || failed "cannot write $part"
  flock -n 7 || failed "$part is being written by another run"
  offset=$(stat -c %s "$part")
  fact offset "$offset"
  # Where it is cut short, what has come of it is in the part.
  if ! error=$(gzip -dc 2>&1 >&7); then
    case $error in
      *'No space left'* | *quota*)
        system=$(df --output=target "$part" | tail -n 1) available=$(df -h --output=avail "$part" | tail -n 1)
        rm -f "$part"
        failure DISK_FULL host="$host" fileSystem="$system" needed=${quote(formatBytes(bytes))} available="\${available// /}" ;;
    esac
    failed "$error"
  fi
  size=$(stat -c %s "$part")
  [ "$size" -ge "$bytes" ] || failed "only $size of $bytes bytes came"
  actual=$(hash_of "$part")
  if [ "$actual" != "$sha256" ]; then
    rm -f "$part"
    failure UPLOAD_CORRUPT host="$host" path="$target" expected="$sha256" actual="$actual"
  fi
  publish || failed "cannot put $target in place"
  exec 7>&-
  umask 022
fi
remove_parts
set -e
${afterwards}
exit 0
`;
}
