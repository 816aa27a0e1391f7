import { type Failure, Failures, failure } from '../messages/failure.ts';
import { linesOf } from './lines.ts';
import { isFolder, type Volume } from './volumes.ts';

/** A file of the runner that is mounted into the container. */
export interface MountedFile {
  /** Path on the runner, as given. */
  readonly source: string;
  /** Absolute path in the container. */
  readonly container: string;
}

/**
 * Lines `runner-path:container-path`, sorted by the latter. The last colon divides, so that a path of Windows may have
 * its drive. Throws `Failures` of `INPUT_FILE` and `INPUT_FILE_PLACE`, all of them.
 */
export function parseFiles(value: string): readonly MountedFile[] {
  const failures: Failure[] = [];
  const files: MountedFile[] = [];
  for (const { number: line, text } of linesOf(value)) {
    const [, source, container = ''] = /^(.+):([^:]+)$/.exec(text.trimEnd()) ?? [];
    // What ends in a slash is a folder.
    const bad = source === undefined || /[\x00-\x1f]/.test(source) || !isFolder(container) || /\/\.?$/.test(container);
    if (bad) failures.push(failure('INPUT_FILE', { line, value: text }));
    else files.push({ source: source.trim(), container: container.replace(/\/(\.?\/)+/g, '/') });
  }
  failures.push(...inEachOthersWay(files));
  if (failures.length > 0) throw new Failures(failures);
  return files.toSorted((a, b) => (a.container < b.container ? -1 : 1));
}

function inEachOthersWay(files: readonly MountedFile[]): readonly Failure[] {
  return files.flatMap(({ container: path }, at) => {
    const other = files.slice(0, at).find(({ container }) => isWithin(path, container) || isWithin(container, path));
    return other === undefined ? [] : [failure('INPUT_FILE_PLACE', { path, other: other.container })];
  });
}

/**
 * Files that cannot be mounted beside `volumes`: in the place of one, around one, or within one that is read-only, where
 * Docker cannot make the file that it mounts over.
 */
export function besideVolumes(files: readonly MountedFile[], volumes: readonly Volume[]): readonly Failure[] {
  return files.flatMap(({ container: path }) => {
    const other = volumes.find(
      (volume) => isWithin(volume.container, path) || (volume.readOnly && isWithin(path, volume.container)),
    );
    return other === undefined ? [] : [failure('INPUT_FILE_PLACE', { path, other: other.container })];
  });
}

/** Whether a path is another one or lies below it. */
function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}/`);
}
