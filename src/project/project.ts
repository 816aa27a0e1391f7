import { basename, posix, resolve, sep } from 'node:path';
import { defaultBaseImage } from '../dockerfile/base-image.ts';
import { loadDockerfile, readDockerfile } from '../dockerfile/read.ts';
import { type FoundJar, findJar } from '../jar/find.ts';
import { type Jar, readJar } from '../jar/jar.ts';
import { applicationDirectory, dataFolder } from '../layout/application-paths.ts';
import { Failures, failure, gather } from '../messages/failure.ts';
import { defaultVolumes } from '../release/default-volumes.ts';
import type { DeploySettings } from '../settings/settings.ts';
import { imageNameOf } from '../values/app-name.ts';
import { appNameOfJar } from '../values/jar-name.ts';
import { propertiesOfEnvironment } from '../values/java-options.ts';
import { besideVolumes } from '../values/mounted-files.ts';
import { openedBy } from '../values/private-paths.ts';
import { besideJar } from './beside-jar.ts';
import { type BuiltSite, readStaticSite } from './built-site.ts';
import { type FileToMount, readFiles } from './files-to-mount.ts';
import { type ContextFile, findFiles, hashFiles } from './folder.ts';
import type { OwnDockerfile } from './own-dockerfile.ts';
import { variablesForJar } from './variables.ts';

/** What the runner has to offer: the jar and what the image is built of. Read before the server is contacted. */
export interface Project {
  /** Application name, as given or from the jar's. */
  readonly app: string;
  /** Its lower-case form: name of image and container. */
  readonly image: string;
  readonly jar: Jar;
  /** How it was found among the files that match. */
  readonly found: FoundJar;
  /** The repository's own Dockerfile; undefined: one is rendered. */
  readonly dockerfile: OwnDockerfile | undefined;
  /** Images that the build starts from. */
  readonly baseImages: readonly string[];
  /** Those of them that are pulled before the build. */
  readonly pulledImages: readonly string[];
  readonly context: readonly ContextFile[];
  /** The pages to serve on 443; undefined: none. */
  readonly staticSite: BuiltSite | undefined;
  /** Files that are mounted into the container. */
  readonly files: readonly FileToMount[];
  /** Active Spring profiles, as far as they are set from outside the jar. */
  readonly profile: string | undefined;
}

/**
 * Reads everything on the runner that a deploy needs. Throws `Failures` with all that is wrong with it. `executable` is called
 * before the jar, which is one by then, is read in whole.
 */
export async function readProject(settings: DeploySettings, folder: string, executable?: () => void): Promise<Project> {
  const { image, site } = settings;
  const [found, text, context, files, staticSite] = await gather<
    [FoundJar, string | undefined, readonly ContextFile[], readonly FileToMount[], BuiltSite | undefined]
  >([
    findJar(settings.jar, folder),
    image.dockerfile === undefined ? Promise.resolve(undefined) : loadDockerfile(resolve(folder, image.dockerfile)),
    image.context === undefined ? Promise.resolve([]) : readContext(resolve(folder, image.context)),
    readFiles(settings.container.files, folder),
    readStaticSite(site.staticSite, folder),
  ]);
  const dockerfile = readOwnDockerfile(settings, text, found.path, context);
  const profile = activeProfile(settings, dockerfile);
  const env = variablesForJar(settings.container);
  const app = settings.app ?? appNameOfJar(basename(found.path));
  const jar = await readJar(found.path, {
    profile,
    env: { ...dockerfile?.environment, ...env },
    properties: dockerfile?.properties ?? propertiesOfEnvironment(env),
    ...besideJar(settings, app, { dockerfile, context, files }, folder),
    executable,
  });
  const rendered = [settings.image.baseImage ?? defaultBaseImage(jar.javaVersion)];
  const given = settings.container.volumes;
  const places = { applications: [applicationDirectory(app)] };
  const misplaced =
    given === undefined
      ? besideVolumes(files, defaultVolumes(app))
      : given.flatMap((volume) => {
          const opened = openedBy(volume, places);
          const fit = dataFolder(app);
          return opened === undefined ? [] : [failure('VOLUME_PRIVATE', { path: volume.host, opened, fit })];
        });
  if (misplaced.length > 0) throw new Failures(misplaced);
  return {
    app,
    image: imageNameOf(app),
    jar,
    found,
    dockerfile,
    baseImages: dockerfile?.baseImages ?? rendered,
    pulledImages: dockerfile?.pulledImages ?? rendered,
    context,
    staticSite,
    files,
    profile,
  };
}

function readOwnDockerfile(
  { image, container }: DeploySettings,
  text: string | undefined,
  jarPath: string,
  context: readonly ContextFile[],
): OwnDockerfile | undefined {
  if (text === undefined) return undefined;
  return {
    text,
    ...readDockerfile(text, {
      path: image.dockerfile ?? '',
      buildArgs: Object.fromEntries(image.buildArgs.map(({ name, value }) => [name, value])),
      jarFileName: posix.basename(jarPath.split(sep).join('/')),
      contextFiles: context.map((file) => file.path),
      variables: variablesForJar(container),
    }),
  };
}

/** A profile given beside a Dockerfile that sets it itself would silently lose: the command line ranks above everything. */
function activeProfile(settings: DeploySettings, dockerfile: OwnDockerfile | undefined): string | undefined {
  const given = settings.container.profile;
  if (dockerfile?.profileFrom === undefined) return given;
  if (given !== undefined) throw failure('PROFILE_SET_TWICE', { dockerfile: dockerfile.profile ?? '?', input: given });
  return dockerfile.profile;
}

/** All files of a context; links are followed by docker build on the server as little as here: not at all. */
async function readContext(folder: string): Promise<readonly ContextFile[]> {
  try {
    // `.git` is a folder in a clone, a file in a submodule or a worktree.
    return await hashFiles(await findFiles(folder, (path) => path !== '.git'));
  } catch (error) {
    throw failure(
      'CONTEXT_UNREADABLE',
      { folder, detail: (error as NodeJS.ErrnoException).code ?? String(error) },
      { cause: error },
    );
  }
}
