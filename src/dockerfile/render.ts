import { applicationDirectory } from '../layout/application-paths.ts';
import { isAppName } from '../values/app-name.ts';
import { unpackedName } from '../values/unpacked-name.ts';
import { isImageReference } from './base-image.ts';

/** What a rendered Dockerfile says. */
export interface DockerfileContent {
  /** Image reference; see `checkedBaseImage`. */
  readonly baseImage: string;
  /** Application name, as `isAppName` allows it. */
  readonly app: string;
  /** The jar's name in the build folder and in the image; see `jarNameInImage`. */
  readonly jarName: string;
  /** The jar taken apart, and the class that starts it; without it the jar goes in whole. */
  readonly unpacked?: { readonly layers: readonly string[]; readonly mainClass: string } | undefined;
  /** Value of `--spring.profiles.active`; one line. */
  readonly profile?: string | undefined;
  /** Whom the application runs as; root without it. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
}

const plainJarName = /^[A-Za-z0-9][A-Za-z0-9._+-]*\.[jw]ar$/;

/** The name under which a jar or war is sent: its own, or `app.jar` where that has characters with a meaning for COPY. */
export function jarNameInImage(fileName: string): string {
  if (plainJarName.test(fileName)) return fileName;
  return /\.war$/i.test(fileName) ? 'app.war' : 'app.jar';
}

/**
 * A Dockerfile for a Boot jar, for the classic builder and BuildKit alike. Throws RangeError for a value that the types
 * of `DockerfileContent` do not allow: those are checked where they come in.
 */
export function renderDockerfile({ baseImage, app, jarName, unpacked, profile, user }: DockerfileContent): string {
  if (!isImageReference(baseImage)) throw new RangeError('base image is no reference');
  if (!isAppName(app)) throw new RangeError('application name is not usable');
  if (!plainJarName.test(jarName)) throw new RangeError('name of the jar is not plain');
  if (unpacked !== undefined && ![...unpacked.layers, unpacked.mainClass].every((name) => /^[\w.-]+$/.test(name))) {
    throw new RangeError('layer or main class is not plain');
  }
  if (user !== undefined && ![user.uid, user.gid].every((id) => Number.isSafeInteger(id) && id >= 0)) {
    throw new RangeError('user and group are numbers');
  }
  const owner = user === undefined ? undefined : `${user.uid}:${user.gid}`;
  const copy = `COPY ${owner === undefined ? '' : `--chown=${owner} `}`;
  const start =
    unpacked === undefined
      ? ['-jar', jarName]
      : ['-cp', `${applicationDirectory(app)}/${unpackedName}`, unpacked.mainClass];
  const command = ['java', ...start, ...(profile ? [`--spring.profiles.active=${profile}`] : [])];
  return [
    `FROM ${baseImage}`,
    // COPY makes the folder, so that it too belongs to the user: an application may write beside its jar.
    ...(unpacked === undefined
      ? [`${copy}${jarName} ${applicationDirectory(app)}/`]
      : unpacked.layers.map((layer) => `${copy}${layer}/ ${applicationDirectory(app)}/`)),
    `WORKDIR ${applicationDirectory(app)}`,
    ...(owner === undefined ? [] : [`USER ${owner}`]),
    `ENTRYPOINT ${execForm(command)}`,
    '',
  ].join('\n');
}

/**
 * Words in exec form: no shell reads them and Docker expands nothing in them. A line break or another control character,
 * which could end the line, is escaped as JSON has it.
 */
export function execForm(words: readonly string[]): string {
  const asEscape = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `[${words.map((word) => JSON.stringify(word).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, asEscape)).join(', ')}]`;
}
