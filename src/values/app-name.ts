import { failure } from '../messages/failure.ts';

/**
 * Whether a name can be that of an application: its lower-case form is a component of an image's name
 * (distribution/reference: parts of letters and digits, joined by `.`, `_`, `__` or hyphens) and a container's name.
 */
export function isAppName(name: string): boolean {
  return name.length >= 2 && name.length <= 64 && /^[A-Za-z0-9]+((\.|__?|-+)[A-Za-z0-9]+)*$/.test(name);
}

/** The name of an application. Throws `INPUT_APP`. */
export function parseAppName(value: string): string {
  if (!isAppName(value)) throw failure('INPUT_APP', { value });
  return value;
}

/** The name of an application's image and container. */
export function imageNameOf(app: string): string {
  return app.toLowerCase();
}
