import { failure } from '../messages/failure.ts';

/** A path (or glob) on the runner: one line. Throws `INPUT_PATH`. */
export function parsePath(value: string, name: string): string {
  if (/[\x00-\x1f]/.test(value)) throw failure('INPUT_PATH', { name, value });
  return value;
}

/**
 * The path and query of a URL (RFC 3986 3.3, 3.4), in a form that nginx takes literally: it has no escape for `$`.
 * Throws `INPUT_HEALTH_PATH`.
 */
export function parseHealthPath(value: string): string {
  if (!/^\/([A-Za-z0-9\-._~!&()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(value))
    throw failure('INPUT_HEALTH_PATH', { value });
  return value;
}

/**
 * The path of a site, of signs that neither nginx nor a URL needs quoted, `/` at both ends (added where missing).
 * Throws `INPUT_SITE_PATH`.
 */
export function parseSitePath(value: string): string {
  const path = `/${value}/`.replace(/^\/\//, '/').replace(/\/\/$/, '/');
  const parts = path.slice(1, -1).split('/');
  const good = (part: string): boolean => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part);
  if (path !== '/' && !parts.every(good)) throw failure('INPUT_SITE_PATH', { value });
  return path;
}
