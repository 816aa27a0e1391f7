import { failure } from '../messages/failure.ts';
import { isAppName } from './app-name.ts';

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
