import { posix } from 'node:path';
import { jarIndexIn, jarNoteIn } from '../layout/release-paths.ts';
import { partFunctions } from '../server/part-file.ts';
import { prelude } from '../server/prelude.ts';
import { roomFunction } from '../server/room.ts';
import { packFunctions } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { rangeFunction } from '../shell/range.ts';
import type { JarBasis } from './basis.ts';

/** What surrounds the script. */
export interface Around {
  /** A condition of bash: all was done before, by a script whose answer did not come. */
  readonly done: string;
  /** Bash for afterwards, under `set -e`; `index` prints the index in it. */
  readonly afterwards: string;
}

/** What is put together on the server. */
export interface Rebuilt extends Around {
  readonly target: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly bases: readonly JarBasis[];
  /** Bytes of the packed bash that comes first on standard input: functions `jar` and `index`, which print them. */
  readonly textBytes: number;
  /** Bytes, unpacked, of what follows it, packed as well. */
  readonly restBytes: number;
}

/** Where the rest of standard input can be read from. */
export const restPath = '/dev/fd/8';

/**
 * Puts a file together from others and what comes on standard input, compares its SHA-256, flushes it, renames it to `target`.
 * The fact `surprise` says why there is none, and nothing is left of it then.
 */
export function rebuildScript({
  target,
  bytes,
  sha256,
  bases,
  textBytes,
  restBytes,
  done,
  afterwards,
}: Rebuilt): string {
  return `${prelude}${roomFunction}
target=${quote(target)} folder=${quote(posix.dirname(target))} bytes=${bytes} sha256=${quote(sha256)} rest=
${partFunctions}surprise() {
  rm -f "$part" "$rest"
  rmdir "$folder" 2>/dev/null
  fact surprise "$1"
  exit 0
}
if ${done}; then exit 0; fi
mkdir -p "$folder"
umask 077
[ ! -e "$part" ] || { part=$part.$$; rm -f "$part"; }
while read -r size path; do
  [ -f "$path" ] && [ "$(stat -c %s "$path")" = "$size" ] || surprise missing
done < <(printf '%s\\n' ${bases.map(({ path, bytes: size }) => quote(`${size} ${path}`)).join(' ')})
room ${bytes + restBytes} "$folder"
text=$(dd bs=${textBytes} count=1 iflag=fullblock status=none | gzip -dc) && eval "$text" || surprise tools
${
  restBytes === 0
    ? ''
    : `rest=$target.rest-$$
gzip -dc >"$rest" && exec 8<"$rest" && rm -f "$rest" || surprise tools
`
}exec 7>>"$part" && flock -n 7 && jar >&7 || surprise tools
if [ "$(hash_of "$part")" != "$sha256" ]; then
  found=different
${bases
  .map(
    ({ path, folder, sha256: known }) =>
      `  [ "$(hash_of ${quote(path)})" = ${known} ] || { rm -f ${quote(jarIndexIn(folder))} ${quote(jarNoteIn(folder))}; found=damaged; }`,
  )
  .join('\n')}
  surprise "$found"
fi
publish || surprise tools
exec 7>&-
umask 022
remove_parts
set -e
${afterwards}
exit 0
`;
}

/** Prints parts of files of the server, packed: for each its path, where it begins, and its bytes. */
export function readScript(ranges: readonly (readonly [path: string, offset: number, length: number])[]): string {
  const lines = ranges.map(([path, offset, length]) => `range ${quote(path)} ${offset} ${length}`);
  return `${prelude}
${rangeFunction}
${packFunctions}
printf '%sread ' "$deploy_mark"
{
${lines.join('\n')}
} 2>/dev/null | pack
exit 0
`;
}
