import { posix } from 'node:path';
import type { EmbeddedDatabase } from '../jar/embedded-database.ts';
import { settingLine, variableOf } from '../jar/service-setting.ts';
import { type Failure, failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import { writtenFilesMessages as say } from '../messages/written-files.ts';
import { workingFolder } from '../project/beside-jar.ts';
import type { Project } from '../project/project.ts';
import type { ContainerSpec } from '../release/release.ts';
import { suggestedVolumes, volumesToPaste, writableFolder } from '../release/volumes-to-paste.ts';
import type { DeploySettings } from '../settings/settings.ts';
import { givesOption } from '../values/docker-options.ts';
import { isMounted } from '../values/volumes.ts';

/** What is said of a database in a file that is in no mount: refused where its place is certain, else warned of. */
export interface UnmountedDatabase {
  readonly problems: readonly Failure[];
  readonly warnings: readonly Text[];
}

/** Looks whether the application's own database lies in a mount: outside, it goes with the container. */
export function unmountedDatabase(
  settings: DeploySettings,
  project: Project,
  spec: ContainerSpec,
  startsContainer: boolean,
): UnmountedDatabase {
  const nothing: UnmountedDatabase = { problems: [], warnings: [] };
  const database = project.jar.configuration.embeddedDatabase;
  if (database === undefined) return nothing;
  const path = placeOf(database, settings, project);
  const kept = spec.volumes.filter(({ readOnly }) => !readOnly);
  if (path !== undefined && isMounted(path, kept)) return nothing;
  const words = { url: database.url, path: path ?? '-', ...waysOut(database, path, spec, project) };
  const certain = path !== undefined && database.certain && nothingOutranks(settings, project, spec);
  // Whoever says that such files may go has been told already.
  if (!certain || settings.container.writtenFiles === 'discard') return { ...nothing, warnings: [say.database(words)] };
  return startsContainer ? { ...nothing, problems: [failure('EMBEDDED_DATABASE_UNMOUNTED', words)] } : nothing;
}

/** The database's path in the container; undefined where the working folder or the user's home decides. */
function placeOf({ file }: EmbeddedDatabase, settings: DeploySettings, project: Project): string | undefined {
  if (file === undefined) return undefined;
  if (file.startsWith('/')) return posix.normalize(file);
  const folder = workingFolder(settings.container.options, project.app, project.dockerfile);
  return folder === undefined ? undefined : posix.join(folder, file);
}

/** Official images of Java set no variable that an application would take for its own. */
const plainJava =
  /^(?:docker\.io\/)?(?:library\/)?(?:eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes)(?::|$)/;

/**
 * Whether nothing that cannot be read here sets the URL otherwise: variables that were taken over, the base image's own,
 * configuration in a mounted file or folder, or sent along with the Dockerfile.
 */
function nothingOutranks(settings: DeploySettings, project: Project, spec: ContainerSpec): boolean {
  const folder = workingFolder(spec.options, project.app, project.dockerfile) ?? '/';
  const places = [folder, `${folder}/config`];
  const read = (path: string) =>
    places.some((place) => place === path || place.startsWith(`${path}/`) || path.startsWith(`${folder}/config/`));
  return (
    spec.inheritedEnvironment.length === 0 &&
    project.baseImages.every((image) => plainJava.test(image)) &&
    !project.context.some(({ path }) =>
      /(?:^|\/)(?:application|bootstrap)[^/]*[.](?:ya?ml|properties)$|\.sh$/.test(path),
    ) &&
    !spec.files.some(({ container }) => /[.](?:ya?ml|properties|json|sh)$/.test(container)) &&
    !spec.volumes.some(({ container }) => read(container)) &&
    !['volumes-from', 'tmpfs'].some((option) => givesOption(settings.container.options, option))
  );
}

/** The `volumes` that keep it, where it has a folder of its own; and the variable that moves it into a mount. */
function waysOut(
  { url, key, from, file }: EmbeddedDatabase,
  path: string | undefined,
  { volumes, options }: ContainerSpec,
  project: Project,
): { readonly volumes: string; readonly variable: string } {
  const folder = path === undefined ? undefined : posix.dirname(path);
  const { app } = project;
  // The image has files in the working folder and above it, the jar among them.
  const used = [workingFolder(options, project.app, project.dockerfile) ?? '/', '/root', '/home'];
  const own = folder !== undefined && !used.some((other) => isAbove(folder, other));
  const place = writableFolder(app, volumes);
  const moved =
    file === undefined ? url : url.slice(0, url.length - file.length) + posix.join(place, posix.basename(file));
  return {
    volumes: own ? (volumesToPaste([...volumes, ...suggestedVolumes(app, [folder], volumes)]) ?? '') : '',
    variable: settingLine(key, file === undefined ? `jdbc:…:${place}/…` : moved, {
      settingOf: () => ({ value: '', from, name: from === 'environment' ? variableOf(key) : key }),
    }),
  };
}

/** Whether a folder is another one, or holds it. */
function isAbove(folder: string, other: string): boolean {
  return folder === '/' || folder === other || other.startsWith(`${folder}/`);
}
