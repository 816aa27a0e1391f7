import { mostIndexBytes } from '../delta/index-file.ts';
import type { ScriptProbe } from '../engine/probe.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { releaseIdForm } from '../layout/release-id.ts';
import { jarIndexIn, jarNoteIn } from '../layout/release-paths.ts';
import { inheritedEnvironmentMark } from '../release/adoption-record.ts';
import { markerFile, ourFolders } from '../release/marker.ts';
import { isOurRollback } from '../release/rollback-mark.ts';
import { applicationLock } from '../server/lock-script.ts';
import { quote } from '../shell/quote.ts';
import { containerDetails, containers } from './container-list.ts';
import { type Releases, readReleases } from './releases.ts';
import { applicationPaths } from './strangers.ts';
import { writers } from './writers.ts';

// What others may have put there is told as `taken`, and nothing of it is read.
const script = (app: string): string => `
lock=${quote(applicationLock(app))}
# The file is only looked at: a plan writes nothing.
if [ -f "$lock" ] && ! flock -n "$lock" true; then
  echo "under-way $(sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*"since":"\\([^"]*\\)".*/\\1 \\2, \\3/p' "\${lock%.lock}.holder" | head -n 1)"
fi
${ourFolders(app)}
${writers}
encode() { printf %s "$1" | base64 -w0; }
${containers}
${containerDetails}
there=$(containers | cut -f 1)
root=${quote(applicationDirectory(app))} current= indexed=()
for path in /docker /docker/app "$root" "$root/releases" "$root/static"; do
  [ -d "$path" ] || { [ ! -e "$path" ] && [ ! -L "$path" ]; } || echo "taken $(encode "$path")"
done
for marker in /docker/app/*/releases/*/${markerFile}; do
  [ ! -f "$marker" ] || printf '%s\\0' "\${marker%/*/*/*}"
done | sort -zu | xargs -0 -r readlink -f -- | sort -u | while IFS= read -r path; do echo "application $(encode "$path")"; done
writing=$(writers "$root")
[ -z "$writing" ] || printf '%s\\n' "$writing" | sed 's/^/writer /'
# Of a folder that another user or a container can change nothing is read (a named pipe would never end); the run is refused.
[ -z "$writing" ] && [ -z "$(strangers ${applicationPaths(app)})" ] && cd "$root" 2>/dev/null && {
  if [ -e current ] || [ -L current ]; then
    current=$(readlink current) && [[ $current =~ ^releases/${releaseIdForm}$ ]] || echo "taken $(encode "$root/current")"
  fi
  current=\${current#releases/}
  for folder in releases/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; id=\${folder##*/}
    [[ $id =~ ^${releaseIdForm}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    record=planned.json
    if [ -f "$folder/release.json" ]; then echo "recorded $id"; record=release.json; else echo "orphan $id"; fi
    container=
    [ -f "$folder/container" ] && { read -r container || true; } <"$folder/container" && echo "container $id $container"
    [ -f "${jarNoteIn('$folder')}" ] && read -r hash jar <"${jarNoteIn('$folder')}" && [ -f "$folder/build/$jar" ] && {
      echo "jar $hash $root/$folder/build/$jar"
      index=${jarIndexIn('$folder')}
      # One that was changed since is noticed by its size and time; its bytes are compared when something was made of them.
      [ -f "$index" ] && [ "$(stat -c %s "$index")" -le ${mostIndexBytes} ] && [ "$(tail -n 1 "$index")" = "@ $(stat -c '%s %Y' "$folder/build/$jar")" ] &&
        case " \${indexed[*]-} " in *" $hash "*) ;; *) indexed=("$hash" "$folder" "$jar" \${indexed[@]+"\${indexed[@]}"}) ;; esac
    }
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" && echo "half-done $id"
    { [ ! -e "$folder/env.next" ] && [ ! -e "$folder/env.adopted.next" ]; } || echo "variables-left $id"
    [ -f "$folder/$record" ] || continue
    [ "$record" = release.json ] || { [ -n "$container" ] && case $'\\n'$there$'\\n' in *$'\\n'"$container"$'\\n'*) ;; *) false ;; esac; } || continue
    echo "known $id $(base64 -w0 <"$folder/$record")"
    [ -f "$folder/env" ] && hash=$(sha256sum <"$folder/env") && echo "env $id \${hash%% *}"
    for file in "$folder/files"/*; do
      [ -f "$file" ] && hash=$(sha256sum <"$file") && echo "file $id \${file##*/} \${hash%% *}"
    done
  done
  for at in 0 3; do
    folder=\${indexed[at + 1]:-}
    [ -n "$folder" ] || continue
    echo "basis-$at \${indexed[at]} $(tail -n 1 "${jarIndexIn('$folder')}" | cut -d ' ' -f 2) $root/$folder/build/\${indexed[at + 2]}"
    sed -e '$d' -e "s/^/piece-$at /" "${jarIndexIn('$folder')}"
  done
  [ -d releases/.incoming ] && [ -n "$(ls -A releases/.incoming)" ] && echo 'incoming yes'
  [ -d releases/.incoming ] && [ -z "$(ls -A releases/.incoming)" ] && echo 'empty-incoming yes'
  for folder in static/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; sha256=\${folder##*/}
    [[ $sha256 =~ ^[0-9a-f]{64}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    echo "static $sha256 $(grep -lF -D skip "/static/$sha256/" releases/*/release.json releases/*/planned.json 2>/dev/null | cut -d/ -f2 | sort -u | tr '\\n' ' ')"
  done
  ${isOurRollback('rollback')} || echo "taken $(encode "$root/rollback")"
  { [ ! -e adopted.env ] && [ ! -L adopted.env ]; } || { [ -f adopted.env ] && [ "$(head -n 1 adopted.env)" = ${quote(inheritedEnvironmentMark)} ]; } ||
    echo "taken $(encode "$root/adopted.env")"
  [ -f adopted.json ] && echo "adopted $(base64 -w0 <adopted.json)"
  printf 'current %s\\n' "$current"
}
find /docker/app/*/releases/*/{release,planned}.json -maxdepth 0 -type f -print0 2>/dev/null |
  xargs -0 -r sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/port \\1/p'
true`;

/** Asks what releases of an application the server has. */
export function releasesProbe(app: string): ScriptProbe<Releases> {
  return { script: script(app), read: (output) => readReleases(output, app) };
}
