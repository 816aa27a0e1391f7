import { posix } from 'node:path';
import type { BuildArgument } from '../values/build-args.ts';
import { type BuildStage, type Placement, stagesOf } from './build-stage.ts';
import { contextPath, found } from './context-path.ts';
import { instructionsOf } from './instruction.ts';

/**
 * The files of the build folder that an image has, by their absolute path there; what RUN makes of them is not known.
 * Throws as `stagesOf` does.
 */
export function placedFilesOf(
  dockerfile: string,
  buildArgs: readonly BuildArgument[],
  contextFiles: readonly string[],
): ReadonlyMap<string, string> {
  const last = stagesOf(
    instructionsOf(dockerfile),
    Object.fromEntries(buildArgs.map(({ name, value }) => [name, value])),
  ).at(-1);
  return last === undefined ? new Map() : placedFiles(last, contextFiles);
}

function placedFiles(stage: BuildStage, contextFiles: readonly string[]): ReadonlyMap<string, string> {
  const placed = new Map<string, string>();
  const folders = new Set(['/']);
  for (const placement of stage.placements) {
    const { from, workdir, destination } = placement;
    addFolders(folders, workdir);
    const offered = from === undefined ? fromContext(contextFiles) : fromStage(placedFiles(from, contextFiles));
    const target = posix.resolve(workdir, destination);
    const into = isFolder(placement, target, folders, [...offered.keys()]);
    for (const source of placement.sources) {
      const path = contextPath(source);
      for (const file of found(path, [...offered.keys()])) {
        const place = into ? posix.join(target, restOf(file, path)) : target;
        placed.set(place, offered.get(file) ?? file);
        addFolders(folders, posix.dirname(place));
      }
    }
  }
  return placed;
}

function fromContext(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, file]));
}

/** The files of another stage, by their paths from its root. */
function fromStage(placed: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...placed].map(([path, file]) => [path.slice(1), file]));
}

/** Whether files go into the destination rather than becoming it. */
function isFolder(
  { sources, destination }: Placement,
  target: string,
  folders: ReadonlySet<string>,
  offered: readonly string[],
): boolean {
  if (/(?:^|\/)\.?$/.test(destination) || folders.has(target) || sources.length > 1) return true;
  const [source = ''] = sources.map(contextPath);
  const matched = found(source, offered);
  // A folder's contents, or what several files are, need one.
  return source === '' || matched.some((file) => depthOf(file) > depthOf(source)) || matched.length > 1;
}

/** A file's path below the destination: a folder gives its contents, a file its name. */
function restOf(file: string, source: string): string {
  if (source === '') return file;
  const parts = file.split('/');
  const depth = depthOf(source);
  const isItself = parts.length === depth;
  return isItself ? (parts.at(-1) ?? '') : parts.slice(depth).join('/');
}

function depthOf(path: string): number {
  return path === '' ? 0 : path.split('/').length;
}

function addFolders(folders: Set<string>, path: string): void {
  for (let folder = path; !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
}
