import { failure } from '../messages/failure.ts';

// The path component of an image name (github.com/distribution/reference) in either case. A container's name
// ([a-zA-Z0-9][a-zA-Z0-9_.-]+) allows all that this does, but needs two characters.
const pattern = /^[A-Za-z0-9]+(?:(?:\.|_|__|-+)[A-Za-z0-9]+)*$/;

/** Whether `name` can name a folder, an image and a container. */
export function isAppName(name: string): boolean {
  return name.length >= 2 && name.length <= 64 && pattern.test(name);
}

/** The name of image and container: docker refuses upper case. */
export function imageNameOf(app: string): string {
  return app.toLowerCase();
}

/**
 * The application's name in the file name of its jar, version and suffix dropped:
 * `MCCM-server-0.0.1-SNAPSHOT.jar` -> `MCCM-server`. Throws `Failure` APP_NAME_INVALID where nothing usable is left.
 */
export function appNameOfJar(fileName: string): string {
  const name = withoutVersion(fileName.replace(/\.[jw]ar$/i, ''));
  if (!isAppName(name)) throw failure('APP_NAME_INVALID', { name, source: fileName });
  return name;
}

/** `name` without its version: from the first dotted number on, else a last number, date or `SNAPSHOT`. */
export function withoutVersion(name: string): string {
  return name
    .replace(/^(.+?)[-_.]v?\d+(?:\.\d+)+(?:[-_.+].*|[A-Za-z]+\d*)?$/i, '$1')
    .replace(/^(.+?)-SNAPSHOT$/i, '$1')
    .replace(/^(.+?)-v?\d+$/i, '$1');
}
