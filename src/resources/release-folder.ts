import { readFile } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { markStages } from '../dockerfile/mark.ts';
import type { Step } from '../engine/step.ts';
import { applicationDirectory, incomingDirectory } from '../layout/application-paths.ts';
import { containerFile, filesDirectory, recipeFile, releaseDirectory } from '../layout/release-paths.ts';
import { text } from '../messages/text.ts';
import type { Secret } from '../redaction/secret.ts';
import { makeOurs, ourFolders } from '../release/marker.ts';
import type { ContainerFile, Release } from '../release/release.ts';
import { makeFolders } from '../shell/make-folders.ts';
import { quote } from '../shell/quote.ts';
import type { FolderState } from '../survey/storage.ts';
import { bringJar, type JarsThere } from './bring-jar.ts';
import { goneByFile, goneFunctions } from './gone.ts';
import { removeIncoming } from './incoming.ts';
import { indexBeside, mustBeJar, placeJar } from './place-jar.ts';
import { removeRelease, renderRecord } from './release-record.ts';

/** What goes into the folder of a release besides the jar. */
export interface ReleaseFiles {
  /** Files of the context by their path in the build folder, where they lie on the runner, and their mode. */
  readonly context: readonly { readonly path: string; readonly source: string; readonly mode: number }[];
  /** Text of the env file; undefined when there are no variables. */
  readonly environment: Secret | undefined;
  /** Files to mount, by their names in the release's folder of them, and where they lie on the runner. */
  readonly files: readonly (ContainerFile & { readonly source: string })[];
  /** The jar on the runner. */
  readonly jarSource: string;
  /** By what it is taken apart: as such, or as another release has it of the same jar; undefined: it stays whole. */
  readonly recipe: Buffer | { readonly release: string } | undefined;
}

/** Steps that make the folder of `release` and fill it. */
export function planReleaseFolder(
  release: Release,
  files: ReleaseFiles,
  folders: readonly FolderState[],
  there: JarsThere,
): readonly [folder: Step, jar: Step] {
  const folder = releaseDirectory(release);
  const made = folders.filter((state) => !state.exists).map((state) => state.path);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'release.folder',
      title: text(`Folder of release ${release.id}`, `发布版本 ${release.id} 的目录`),
      reason: text('Dockerfile, context and environment go there', '存放 Dockerfile、上下文和环境变量'),
      diff: [
        `+ ${folder}`,
        ...files.files.map(({ name, container }) => `+ ${filesDirectory(release)}/${name} (${container})`),
        ...made.map((path) => `+ ${path}`),
      ].join('\n'),
      script: folderScript(release, files, folders),
      input: () => buffer(archive(release, files)),
      undo: [
        // Its id is known by this folder alone: while the container is there, or no engine tells, the folder stays.
        `${goneFunctions}\n${goneByFile(containerFile(release))} || exit 1`,
        `${ourFolders(release.app)}\nremove_ours ${quote(folder)}`,
        ...made.toReversed().map((path) => `rmdir ${quote(path)} 2>/dev/null || true`),
      ].join('\n'),
    },
    there.same === undefined ? uploadJar(release, files, there) : copyJar(release, there.same),
  ];
}

/** Mounted folders are made before Docker would make them as root; those made here belong to the container's user. */
function folderScript(release: Release, { recipe }: ReleaseFiles, folders: readonly FolderState[]): string {
  const owner = release.container.volumeOwner;
  return [
    'umask 022',
    makeFolders('755', applicationDirectory(release.app)),
    makeFolders('700', posix.dirname(releaseDirectory(release))),
    makeOurs(releaseDirectory(release), release.app, '700'),
    ...folders
      .filter((state) => !state.exists)
      .map(({ path }) => {
        const chown = owner === undefined ? '' : ` && chown ${quote(owner)} ${quote(path)}`;
        return `[ -e ${quote(path)} ] || { mkdir -p ${quote(path)}${chown}; }`;
      }),
    `mkdir -m 700 ${quote(`${releaseDirectory(release)}/switch`)}`,
    `tar -x -C ${quote(releaseDirectory(release))} --no-same-owner`,
    ...(recipe === undefined || Buffer.isBuffer(recipe)
      ? []
      : [`cp -p ${quote(recipeFile({ app: release.app, id: recipe.release }))} ${quote(recipeFile(release))}`]),
  ].join('\n');
}

/** The small files of a release as one tar stream. */
function archive(release: Release, files: ReleaseFiles): PassThrough {
  const stream = pack();
  const out = new PassThrough();
  stream.pipe(out);
  // A file that is gone may fail both before anybody reads; the reader is told when it comes, nobody else need be.
  for (const one of [stream, out]) one.on('error', () => {});
  const add = async (): Promise<void> => {
    for (const { path, source, mode } of files.context) {
      stream.entry({ name: `build/${path}`, mode }, await readFile(source));
    }
    stream.entry({ name: 'build/Dockerfile', mode: 0o644 }, markStages(release.build.dockerfile, release.app));
    stream.entry({ name: 'planned.json', mode: 0o600 }, renderRecord(release));
    if (Buffer.isBuffer(files.recipe)) stream.entry({ name: basename(recipeFile(release)), mode: 0o600 }, files.recipe);
    if (files.environment !== undefined) stream.entry({ name: 'env', mode: 0o600 }, files.environment.reveal());
    // A container runs as whichever user: it must read them, and nobody else on the server gets as far as the folder.
    if (files.files.length > 0) stream.entry({ name: 'files/', type: 'directory', mode: 0o700 });
    for (const { name, source } of files.files) {
      stream.entry({ name: `files/${name}`, mode: 0o444 }, await readFile(source));
    }
    stream.finalize();
  };
  add().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

function uploadJar(release: Release, files: ReleaseFiles, there: JarsThere): Step {
  const { jar } = release.build;
  return {
    kind: 'runner',
    phase: 'prepare',
    id: 'release.jar',
    title: text(`Upload ${jar.fileName}`, `上传 ${jar.fileName}`),
    reason:
      there.bases.length > 0
        ? text(
            'the server does not have this jar; only what differs from the jars that it has is sent',
            '服务器上没有这个 jar；只发送与已有 jar 不同的部分',
          )
        : text('the server does not have this jar', '服务器上没有这个 jar'),
    diff: `+ ${jar.fileName} (${(jar.bytes / 1e6).toFixed(1)} MB, SHA-256 ${jar.sha256.slice(0, 12)}…)`,
    resumes: true,
    run: bringJar(release, files.jarSource, there),
    // What has come of the jar stays for the next run.
    undo: removeIncoming(release.app),
  };
}

function copyJar(release: Release, source: string): Step {
  return {
    kind: 'server',
    phase: 'prepare',
    id: 'release.jar',
    title: text(
      `Take ${release.build.jar.fileName} from an earlier release`,
      `使用之前的发布版本中的 ${release.build.jar.fileName}`,
    ),
    reason: text('the server has this very jar', '服务器上已有同一个 jar'),
    script: `${mustBeJar(release, source)}\n${placeJar(release, source, 'ln', indexBeside(source))}`,
  };
}

/** The step that removes the empty folder of an upload that was cut short; none where there is none. */
export function removeEmptyIncoming(release: Pick<Release, 'app'>, there: boolean): readonly Step[] {
  if (!there) return [];
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'release.remove-incoming',
      title: text(
        `Remove the empty folder ${incomingDirectory(release.app)}`,
        `删除空目录 ${incomingDirectory(release.app)}`,
      ),
      reason: text('an interrupted upload left it behind', '上传中断时留下的'),
      script: removeIncoming(release.app),
    },
  ];
}

/** Steps that remove folders and images of runs that died before their switch. */
export function removeOrphanFolders(release: Pick<Release, 'app' | 'image'>, ids: readonly string[]): readonly Step[] {
  return ids.map((id) => ({
    kind: 'server',
    phase: 'prepare',
    id: 'release.remove-orphan',
    title: text(`Remove what is left of ${id}`, `删除 ${id} 的残留`),
    reason: text('an interrupted run left it behind', '之前中断的运行留下的'),
    script: removeRelease(release, id),
  }));
}
