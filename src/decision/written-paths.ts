import { posix } from 'node:path';
import type { ConfiguredPath } from '../jar/paths.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { workingFolder } from '../project/beside-jar.ts';
import type { FileToMount } from '../project/files-to-mount.ts';
import type { Project } from '../project/project.ts';
import type { ContainerSpec } from '../release/release.ts';
import { suggestedVolumes, volumesToPaste, writableFolder } from '../release/volumes-to-paste.ts';
import { isFolder, isMounted, type Volume } from '../values/volumes.ts';

/** Where an application runs, as far as its paths go. */
export interface Place {
  readonly app: string;
  /** Its working folder; undefined: what the base image says. */
  readonly workingFolder: string | undefined;
  readonly volumes: readonly Volume[];
  readonly files: readonly Pick<FileToMount, 'container'>[];
}

/** What is said of the folders that an application's configuration names, where its container is as `spec` says. */
export function pathNotices(spec: Pick<ContainerSpec, 'options' | 'volumes'>, project: Project): readonly Failure[] {
  return unmountedPaths(project.jar.configuration.paths, {
    app: project.app,
    workingFolder: workingFolder(spec.options, project.app, project.dockerfile),
    volumes: spec.volumes,
    files: project.files,
  });
}

/**
 * Warns of folders that an application's configuration names for what it keeps, and that are in no mount: they would go
 * with the container.
 */
export function unmountedPaths(paths: readonly ConfiguredPath[], place: Place): readonly Failure[] {
  const outside = paths.flatMap((one) => {
    const inContainer = resolved(one.path, place.workingFolder);
    const kept =
      inContainer !== undefined &&
      (isMounted(inContainer, place.volumes) ||
        place.files.some(({ container }) => container === inContainer) ||
        place.volumes.some(({ container }) => container === inContainer) ||
        /^\/(?:tmp|dev|proc|sys|var\/tmp)(?:\/|$)/.test(inContainer));
    return kept ? [] : [{ ...one, inContainer }];
  });
  if (outside.length === 0) return [];
  const folders = [...new Set(outside.map(({ inContainer }) => mountable(inContainer, place)))];
  const fit = folders.filter((folder) => folder !== undefined);
  // Mounts for some of them alone would leave the rest where it is.
  const added = fit.length < folders.length ? [] : suggestedVolumes(place.app, fit, place.volumes);
  const mounted = writableFolder(place.app, place.volumes);
  return [
    failure('FILES_UNMOUNTED', {
      paths: outside
        .map(({ key, path, shown, inContainer }) =>
          shown
            ? `${key} = ${path}${inContainer === undefined || inContainer === path ? '' : ` (${inContainer})`}`
            : key,
        )
        .join(', '),
      volumes: added.length === 0 ? '' : (volumesToPaste([...place.volumes, ...added]) ?? ''),
      variables: outside.map(({ key }) => `${variableOf(key)}=${mounted}`).join('\n'),
    }),
  ];
}

/** The path in the container; undefined where the base image's working folder decides. */
function resolved(path: string, workingFolder: string | undefined): string | undefined {
  if (path.startsWith('/')) return posix.normalize(path).replace(/(.)\/$/, '$1');
  return workingFolder === undefined ? undefined : posix.join(workingFolder, path).replace(/(.)\/$/, '$1');
}

/** The path, where a mount there hides nothing of the image's: not above what it has, and in a form that `volumes` takes. */
function mountable(path: string | undefined, { workingFolder }: Place): string | undefined {
  if (path === undefined || !isFolder(path) || path.includes(':')) return undefined;
  const above = (folder: string): boolean => folder === path || folder.startsWith(`${path}/`);
  return above(workingFolder ?? '/') || (/^\/[^/]*$/.test(path) && !/^\/(?:data\d*|uploads?|files?|export)$/.test(path))
    ? undefined
    : path;
}

function variableOf(key: string): string {
  return key.replaceAll('.', '_').replaceAll('-', '').toUpperCase();
}
