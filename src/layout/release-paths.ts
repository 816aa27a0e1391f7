import { applicationDirectory } from './application-paths.ts';

/** What names the folder of a release. */
interface ReleaseName {
  /** Application name, as given. */
  readonly app: string;
  readonly id: string;
}

/** The folder of one release. */
export function releaseDirectory(release: ReleaseName): string {
  return `${applicationDirectory(release.app)}/releases/${release.id}`;
}

/** What `docker build` of a release sees; of a jar that is taken apart, its Dockerfile alone (`unpackedDirectory`). */
export function buildDirectory(release: ReleaseName): string {
  return `${releaseDirectory(release)}/build`;
}

/** By what the jar of a release is taken apart: compressed text, root's. */
export function recipeFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/unpacking.gz`;
}

/** Id of the container that was made for a release: what makes it ours (rule *Ours*). */
export function containerFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/container`;
}

/** The record of a release that served. */
export function recordFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/release.json`;
}

/** What a release is to be; there until its record is. */
export function plannedFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/planned.json`;
}

/** How to roll back to a release, whichever is live then: a script with blanks, compressed. */
export function rollbackForm(release: ReleaseName): string {
  return `${releaseDirectory(release)}/rollback.gz`;
}

/** The env file of a release: outside the build folder, 0600. */
export function environmentFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/env`;
}

/** What is to take the place of a file of variables once the release serves with them; there until then. */
export function nextVariables(file: string): string {
  return `${file}.next`;
}

/** The files of a release that are mounted into its container: closed to all but root, who starts it. */
export function filesDirectory(release: ReleaseName): string {
  return `${releaseDirectory(release)}/files`;
}

/** Variables of a release that a container set up by hand had, with their values: 0600. */
export function inheritedVariablesFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/env.adopted`;
}

/** The list of files that a release's container had when it began to serve: its id, then records of `layer_times`. */
export function baselineFile(release: ReleaseName): string {
  return `${releaseDirectory(release)}/baseline`;
}

/** The SHA-256 of the jar in the folder of a release, and the jar's path in its build folder: whole once this is there. */
export function jarNoteIn(folder: string): string {
  return `${folder}/jar.sha256`;
}

/** The pieces of that jar, for uploads of later ones: a line for each, then its size and time. */
export function jarIndexIn(folder: string): string {
  return `${folder}/jar.index`;
}
