import { posix } from 'node:path';
import { buildDirectory, jarIndexIn, jarNoteIn, releaseDirectory } from '../layout/release-paths.ts';
import { ourFolders } from '../release/marker.ts';
import type { Release } from '../release/release.ts';
import { quote } from '../shell/quote.ts';

/**
 * Bash that puts the jar at `source` where the Dockerfile looks for it, and notes its pieces and its hash for later runs.
 * `index`: bash that prints the index; one that cannot be written is no failure, the next jar is sent whole then. All of it
 * is done from within the release's folder: where that was taken back meanwhile, nothing of it is made again.
 */
export function placeJar(release: Release, source: string, verb: 'mv' | 'ln', index: string | undefined): string {
  const folder = releaseDirectory(release);
  const within = (path: string): string => `.${path.slice(folder.length)}`;
  const [first, ...others] = release.build.jarDestinations.map((path) => within(`${buildDirectory(release)}/${path}`));
  const build = within(buildDirectory(release));
  const target = quote(first ?? build);
  const [note, kept] = [within(jarNoteIn(folder)), within(jarIndexIn(folder))].map(quote);
  return [
    ourFolders(release.app),
    `cd ${quote(folder)} && is_ours . ${quote(release.id)} || { printf '%s\\n' 'the folder of the release is gone' >&2; exit 1; }`,
    ...[first ?? build, ...others].map((path) => `mkdir -p ${quote(posix.dirname(path))}`),
    verb === 'mv'
      ? `mv -f ${quote(source)} ${target}`
      : `ln -f ${quote(source)} ${target} 2>/dev/null || cp -p ${quote(source)} ${target}`,
    `chmod 644 ${target}`,
    ...others.map((path) => `ln -f ${target} ${quote(path)}`),
    // What the hash stands for is on disk before it: later releases take the jar by it.
    `flush ${target} ${quote(build)}`,
    ...(index === undefined
      ? []
      : [
          `rm -f ${kept}.new`,
          `if (umask 077; { ${index} && printf '@ %s\\n' "$(stat -c '%s %Y' ${target})"; } >${kept}.new); then`,
          `  put_in_place ${kept}.new ${kept}`,
          `else rm -f ${kept}.new; fi`,
        ]),
    `printf '%s\\n' ${quote(noteOf(release))} >${note}.new`,
    `put_in_place ${note}.new ${note}`,
    'cd /',
  ].join('\n');
}

/** A condition of bash: the jar of the release is in its place. */
export function jarIsPlaced(release: Release): string {
  const folder = releaseDirectory(release);
  return `[ "$(cat ${quote(jarNoteIn(folder))} 2>/dev/null)" = ${quote(noteOf(release))} ]`;
}

/** Bash that prints the index of the release that the jar at `source` belongs to; fails where that has none. */
export function indexBeside(source: string): string {
  return `{ [ -f ${quote(jarIndexIn(folderOf(source)))} ] && sed '$d' ${quote(jarIndexIn(folderOf(source)))}; }`;
}

/** Bash that ends the script where the jar at `source` was changed since it came: the next run uploads its own. */
export function mustBeJar({ build: { jar } }: Release, source: string): string {
  return `[ "$(sha256sum <${quote(source)})" = '${jar.sha256}  -' ] || {
  rm -f ${quote(jarNoteIn(folderOf(source)))} ${quote(jarIndexIn(folderOf(source)))}
  failure JAR_CHANGED_ON_SERVER path=${quote(source)}
}`;
}

function folderOf(source: string): string {
  return source.slice(0, source.indexOf('/build/'));
}

function noteOf({ build: { jar, jarDestinations } }: Release): string {
  return `${jar.sha256} ${jarDestinations[0] ?? ''}`;
}
