import { failure } from '../messages/failure.ts';
import { parseBoolean } from '../values/boolean.ts';
import { parsePath, parseSitePath } from '../values/path.ts';
import type { Reader } from './reader.ts';
import type { ContainerSettings, StaticSiteSettings } from './settings.ts';

/** The pages to serve on 443, which then belong to them, as 80 does. */
export function readStaticSite(
  reader: Reader,
  httpsPort: number,
  container: ContainerSettings,
): StaticSiteSettings | undefined {
  const given = reader.has('static-site');
  for (const name of ['static-site-path', 'static-site-fallback'] as const) {
    if (reader.has(name) && !given) reader.refuse(failure('INPUT_NEEDS', { name, needed: 'static-site' }));
  }
  const appPort = container.publishPort ? container.port : undefined;
  for (const port of given ? [80, 443] : []) {
    if (httpsPort === port) reader.refuse(failure('INPUT_STATIC_PORT', { name: 'https-port', port }));
    if (appPort === port) reader.refuse(failure('INPUT_STATIC_PORT', { name: 'app-port', port }));
  }
  const folder = reader.read('static-site', parsePath, undefined);
  const path = reader.read('static-site-path', parseSitePath, '/admin/');
  const fallback = reader.read('static-site-fallback', parseBoolean, true);
  return folder === undefined ? undefined : { folder, path, fallback };
}
