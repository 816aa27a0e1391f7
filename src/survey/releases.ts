import type { Probe } from '../engine/survey.ts';
import type { Adopted } from '../release/adopted.ts';
import { applicationDirectory, type ContainerSpec, type Release } from '../release/release.ts';
import { applicationLock } from '../server/lock-script.ts';
import { quote } from '../server/quote.ts';

/** What the application's folder on the server holds. */
export interface Releases {
  /** The release that `current` points at; undefined before the first deploy. */
  readonly current: Release | undefined;
  /** Ids of all recorded releases, oldest first. */
  readonly recorded: readonly string[];
  /** Ids of folders without a record: what a run that died left behind. */
  readonly orphans: readonly string[];
  /** SHA-256 of the current release's env file; undefined when it has none. */
  readonly environmentSha256: string | undefined;
  /** SHA-256 of the current release's mounted files, by their names in its folder. */
  readonly fileSha256: ReadonlyMap<string, string>;
  /** SHA-256 of jars that lie in a build folder, with their paths: need not be sent again. */
  readonly jars: ReadonlyMap<string, string>;
  /** Folders of static sites. */
  readonly statics: readonly StaticFolder[];
  /** What was taken over of a set-up by hand; undefined: nothing was. */
  readonly adopted: Adopted | undefined;
  /** Loopback ports that releases of any application have recorded. */
  readonly recordedPorts: readonly number[];
  /** Whether a switch that a reboot cut short waits to be ended. */
  readonly halfDone: boolean;
  /** Who holds the application's lock at the moment, as a person reads it; undefined when nobody does. */
  readonly underWay: string | undefined;
}

/** The files of a static site on the server, whole: they are renamed into place. */
export interface StaticFolder {
  /** Name of the folder: SHA-256 of what is in it. */
  readonly sha256: string;
  /** Ids of the releases that name it. */
  readonly releases: readonly string[];
}

const script = (app: string): string => `
lock=${quote(applicationLock(app.toLowerCase()))}
# The file is only looked at: a plan writes nothing.
if [ -f "$lock" ] && ! flock -n "$lock" true; then
  echo "under-way $(sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*/\\1 \\2/p' "\${lock%.lock}.holder")"
fi
cd ${quote(applicationDirectory(app))} 2>/dev/null && {
  current=$(readlink current); current=\${current#releases/}
  for folder in releases/*/; do
    id=$(basename "$folder")
    [ -d "$folder" ] || continue
    if [ -f "$folder/release.json" ]; then echo "recorded $id"; else echo "orphan $id"; fi
    [ -f "$folder/jar.sha256" ] && read -r hash jar <"$folder/jar.sha256" && [ -f "$folder/build/$jar" ] && echo "jar $hash $PWD/$folder""build/$jar"
    [ -f "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" && echo "half-done $id"
  done
  for folder in static/*/; do
    [ -d "$folder" ] || continue
    sha256=$(basename "$folder")
    echo "static $sha256 $(grep -lF "/static/$sha256\\"" releases/*/release.json 2>/dev/null | cut -d/ -f2 | tr '\\n' ' ')"
  done
  [ -f adopted.json ] && echo "adopted $(base64 -w0 <adopted.json)"
  if [ -n "$current" ] && [ -f "releases/$current/release.json" ]; then
    echo "current $(base64 -w0 <"releases/$current/release.json")"
    [ -f "releases/$current/env" ] && echo "env $(sha256sum <"releases/$current/env" | cut -d' ' -f1)"
    for file in "releases/$current/files"/*; do
      [ -f "$file" ] && echo "file \${file##*/} $(sha256sum <"$file" | cut -d' ' -f1)"
    done
  fi
}
sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/port \\1/p' /docker/app/*/releases/*/release.json 2>/dev/null
true`;

/** Asks what releases of an application the server has. */
export function releasesProbe(app: string): Probe<Releases> {
  return { script: script(app), read: readReleases };
}

/** Reads the probe's lines. */
export function readReleases(output: string): Releases {
  const values = (word: string): string[] =>
    [...output.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map((m) => m[1] ?? '');
  const [current] = values('current');
  const [adopted] = values('adopted');
  return {
    current: readCurrent(current),
    recorded: values('recorded').toSorted(),
    orphans: values('orphan').toSorted(),
    environmentSha256: values('env')[0],
    fileSha256: new Map(values('file').map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? ''])),
    jars: new Map(
      // The path comes last: a Dockerfile may put the jar where there is a space in the name.
      values('jar').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    ),
    statics: values('static').map((line) => {
      const [sha256 = '', ...releases] = line.trim().split(' ');
      return { sha256, releases };
    }),
    adopted: adopted === undefined ? undefined : readRecord<Adopted>(adopted),
    recordedPorts: values('port').map(Number),
    halfDone: values('half-done').length > 0,
    underWay: values('under-way')[0],
  };
}

/** Settings of a container that earlier versions did not have, or JSON left out. */
const unknownBefore: Pick<ContainerSpec, 'carried' | 'files' | 'networks' | 'memory' | 'adoptedEnvironment' | 'user'> =
  {
    carried: [],
    files: [],
    networks: [],
    memory: undefined,
    adoptedEnvironment: [],
    user: undefined,
  };

/** The current release; what an earlier version's record did not know is filled in as it was then. */
function readCurrent(base64: string | undefined): Release | undefined {
  const record = base64 === undefined ? undefined : readRecord<Release>(base64);
  return record && { ...record, container: { ...unknownBefore, ...record.container } };
}

/** A record that another version wrote in another form counts as none: the deploy writes a new one. */
function readRecord<T extends { readonly format: 1 }>(base64: string): T | undefined {
  try {
    const record = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as T;
    return record.format === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}
