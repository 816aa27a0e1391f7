/** The folder of an application on the server. */
export function applicationDirectory(app: string): string {
  return `/docker/app/${app}`;
}

/** The guide's folder for the data of an application, on the server and in the container. */
export function dataFolder(app: string): string {
  return `${applicationDirectory(app)}/file-system`;
}

/** Where folders that were carried out of containers are, each below a word of the run that carried it: its time. */
export function carriedDirectory(app: string): string {
  return `${applicationDirectory(app)}/container-files`;
}

/** The list of containers that are kept since not all of their files could be carried, an id a line. */
export function keptFile(app: string): string {
  return `${carriedDirectory(app)}/kept`;
}

/** The file with a line for each deploy. */
export function deployLog(app: string): string {
  return `${applicationDirectory(app)}/deploy.log`;
}

/** The script that rolls back to an earlier release without a runner. */
export function rollbackScript(app: string): string {
  return `${applicationDirectory(app)}/rollback`;
}

/** The folder of the application's static sites, or of the one with these contents. */
export function staticDirectory(app: string, sha256?: string): string {
  const folder = `${applicationDirectory(app)}/static`;
  return sha256 === undefined ? folder : `${folder}/${sha256}`;
}

/** What nginx serves of a static site: its own folder in the site's, so that the marker beside it is not served. */
export function staticRoot(app: string, sha256: string): string {
  return `${staticDirectory(app, sha256)}/files`;
}

/** The folder of uploads; there only while one waits. */
export function incomingDirectory(app: string): string {
  return `${applicationDirectory(app)}/releases/.incoming`;
}

/**
 * What `docker build` sees of a jar that is taken apart; there only while it builds. It is the same folder for every
 * release, since BuildKit keeps a copy of what it was sent from each.
 */
export function unpackedDirectory(app: string): string {
  return `${applicationDirectory(app)}/releases/.unpacked`;
}

/** The record of what was adopted. */
export function adoptionRecordFile(app: string): string {
  return `${applicationDirectory(app)}/adopted.json`;
}

/** The variables that an adopted container hands on, with their values, 0600: lines `NAME=value`. */
export function inheritedEnvironmentFile(app: string): string {
  return `${applicationDirectory(app)}/adopted.env`;
}

/**
 * Names in an application's folder that are root's: variables and scripts, and what the next run goes by. A folder of
 * copies beside `container-files/kept` may be mounted into a container; the folder of both may not.
 */
export const privateNames: readonly string[] = [
  'releases',
  'static',
  'current',
  'rollback',
  'adopted.json',
  'adopted.env',
  'deploy.log',
  'container-files/kept',
];

/** Where an uploaded jar waits, named by the SHA-256 of its contents: a broken upload is resumed by the next run. */
export function incomingJar(app: string, sha256: string): string {
  return `${incomingDirectory(app)}/${sha256}.jar`;
}

/** Where a base image waits that the runner sent, named by the SHA-256 of its archive. */
export function incomingImage(app: string, sha256: string): string {
  return `${incomingDirectory(app)}/${sha256}.image`;
}
