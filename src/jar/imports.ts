import { posix } from 'node:path';
import type { ConfigurationDocument } from './configuration-document.ts';
import { listOf } from './documents.ts';
import { formatOf, type Locations, resourceName } from './locations.ts';

/**
 * Names of the files that a document imports by `spring.config.import`, each followed by its variants for the active
 * profiles. A folder stands for the usual names in it.
 */
export function importsOf(
  { file, settings }: ConfigurationDocument,
  { names, workdir }: Locations,
  profiles: readonly string[],
): readonly string[] {
  const parent = file.startsWith('/')
    ? posix.dirname(file)
    : posix.join(posix.dirname(file), '/').replace(/^\.?\//, '');
  return (listOf(settings, 'spring.config.import') ?? [])
    .flatMap((location) => location.split(';'))
    .flatMap((location) => resourceName(location, parent, workdir) ?? [])
    .flatMap((name) => (name === '' || name.endsWith('/') ? inFolder(name, names) : [name]))
    .flatMap((name) => [name, ...profiles.map((profile) => variant(name, profile))]);
}

function inFolder(folder: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => ['yaml', 'yml', 'properties'].map((format) => `${folder}${name}.${format}`));
}

function variant(name: string, profile: string): string {
  const format = formatOf(name);
  return format === undefined ? name : `${name.slice(0, -format.length - 1)}-${profile}.${format}`;
}
