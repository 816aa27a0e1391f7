import { readFile, stat } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { placedFilesOf } from '../dockerfile/placed-files.ts';
import type { DockerfileFacts } from '../dockerfile/read.ts';
import { type ConfigurationResources, textOf } from '../jar/class-path.ts';
import { formatOf } from '../jar/locations.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import type { DeploySettings } from '../settings/settings.ts';
import { valueOfOption } from '../values/docker-options.ts';
import { isMounted } from '../values/volumes.ts';
import type { FileToMount } from './files-to-mount.ts';
import type { ContextFile } from './folder.ts';
import type { OwnDockerfile } from './own-dockerfile.ts';

/** Where an application is started, and the configuration that its container has outside of the jar. */
export interface BesideJar {
  readonly workdir: string;
  readonly files: ConfigurationResources;
}

/** What is put into the image and the container. */
export interface PlacedFiles {
  readonly dockerfile: OwnDockerfile | undefined;
  readonly context: readonly ContextFile[];
  readonly files: readonly FileToMount[];
}

const mebibyte = 1024 * 1024;

/**
 * What the image and the input `files` put into the container that may be configuration. What a mount hides is left out,
 * and so is what nobody can tell: the base image's files, and what RUN changes.
 */
export function besideJar(
  { container, image }: DeploySettings,
  app: string,
  { dockerfile, context, files }: PlacedFiles,
  folder: string,
): BesideJar {
  const places = new Map<string, Source>();
  const root = resolve(folder, image.context ?? '');
  const sent = context.map(({ path }) => path);
  for (const [path, file] of placedFilesOf(dockerfile?.text ?? '', image.buildArgs, sent)) {
    if (isMounted(path, container.volumes ?? [])) continue;
    places.set(path, { path: resolve(root, file), from: file });
  }
  for (const { container: path, source } of files) places.set(path, { path: source, from: path });
  for (const path of [...places.keys()]) if (formatOf(path) === undefined) places.delete(path);
  return {
    workdir: workingFolder(container.options, app, dockerfile) ?? '/',
    files: {
      names: [...places.keys()],
      async read(name) {
        const source = places.get(name);
        if (source === undefined || (await stat(source.path)).size > mebibyte) return undefined;
        return { name, text: textOf(name, await readFile(source.path)), from: source.from };
      },
    },
  };
}

/** A file on the runner, and what people call it. */
interface Source {
  readonly path: string;
  readonly from: string;
}

/** The folder that the application is started in; undefined: the one that its base image says. */
export function workingFolder(
  options: readonly string[],
  app: string,
  dockerfile: Pick<DockerfileFacts, 'workdir'> | undefined,
): string | undefined {
  const given = valueOfOption(options, 'workdir');
  if (given !== undefined) return given.startsWith('/') ? posix.resolve(given) : undefined;
  return dockerfile === undefined ? applicationDirectory(app) : dockerfile.workdir;
}
