import { posix } from 'node:path';
import { canonicalKey } from './documents.ts';
import { applicationJson, environmentKey, type Overrides } from './lookup.ts';

/** Where Spring Boot looks for configuration by itself. */
export interface Locations {
  /** Folders, which end with `/`, and files: on the class path, or absolute in the container. */
  readonly places: readonly Location[];
  /** Names of files without extension: `application`. */
  readonly names: readonly string[];
  /** The folder that the application is started in. */
  readonly workdir: string;
}

interface Location {
  readonly path: string;
  /** Of two groups the later one wins as a whole. */
  readonly group: number;
  /** Rank within its group. */
  readonly folder: number;
}

/** What a file's place and name say of how it ranks. */
export interface FilePlace {
  readonly group: number;
  readonly folder: number;
  readonly base: 'bootstrap' | 'application';
  /** Of the file's name: `application-prod.yml`. */
  readonly profile: string | undefined;
  readonly format: Format;
}

const formats = ['yaml', 'yml', 'properties'] as const;

/** How a configuration file is written; of two of the same name the later one here wins. */
export type Format = (typeof formats)[number];

/** The rank of a format among those of one name. */
export function rankOf(format: Format): number {
  return formats.indexOf(format);
}

/** How a file is written, by its name; undefined: it is no configuration. */
export function formatOf(name: string): Format | undefined {
  return formats.find((format) => name.endsWith(`.${format}`));
}

/**
 * Where Spring Boot looks (`ConfigDataEnvironment.DEFAULT_SEARCH_LOCATIONS`), with what `spring.config.location`,
 * `additional-location`, `import` and `name` say. They are read before any file is, so that only what is outside of
 * files counts.
 */
export function locationsOf(overrides: Overrides, workdir = '/'): Locations {
  const given = (key: string) => outside(key, overrides);
  const own = given('spring.config.location');
  const standard: readonly Location[] = [
    { path: '', group: 0, folder: 0 },
    { path: 'config/', group: 0, folder: 1 },
    { path: inFolder(workdir, ''), group: 1, folder: 0 },
    { path: inFolder(workdir, 'config/'), group: 1, folder: 1 },
    { path: inFolder(workdir, 'config/*/'), group: 1, folder: 2 },
  ];
  const first = own === undefined ? standard : listed(own, 0, workdir);
  const additional = listed(given('spring.config.additional-location') ?? '', 100, workdir);
  // From outside of files an import is a place of its own, above all others.
  const imported = listed(given('spring.config.import') ?? '', 200, workdir);
  const names = (given('spring.config.name') ?? 'application').split(',').map((name) => name.trim());
  return { places: [...first, ...additional, ...imported], names: names.filter((name) => name !== ''), workdir };
}

/** What the command line, SPRING_APPLICATION_JSON or a variable sets, placeholders left as they are. */
function outside(key: string, overrides: Overrides): string | undefined {
  const canonical = canonicalKey(key);
  const property = Object.entries(overrides.properties).find(([name]) => canonicalKey(name) === canonical)?.[1];
  const variable = Object.entries(overrides.env).find(([name]) => environmentKey(name) === environmentKey(key))?.[1];
  return (property ?? applicationJson(overrides).get(canonical) ?? variable) || undefined;
}

function listed(locations: string, group: number, workdir: string): readonly Location[] {
  return locations.split(',').flatMap((one, at) => {
    const together = one.split(';').flatMap((part, folder) => {
      const path = resourceName(part, workdir, workdir);
      return path === undefined ? [] : [{ path, folder, group: group + at }];
    });
    return together;
  });
}

/**
 * The name of a resource: a path on the class path, or absolute in the container. What has no prefix is relative to
 * `parent`. Undefined: it is elsewhere (a configuration server), or cannot be told.
 */
export function resourceName(location: string, parent: string, workdir: string): string | undefined {
  // `[.yaml]` says what a file without extension is.
  const path = location
    .trim()
    .replace(/^optional:/, '')
    .replace(/\[\.\w+\]$/, '');
  if (path === '' || path.includes('${')) return undefined;
  const [, scheme, rest = ''] = /^([a-zA-Z][\w*+.-]*):(.*)$/s.exec(path) ?? [];
  if (scheme === undefined) {
    if (path.startsWith('/')) return kept(path, posix.normalize(path));
    return parent.startsWith('/')
      ? kept(path, posix.resolve(parent, path))
      : kept(path, posix.normalize(posix.join(parent, path)));
  }
  if (scheme === 'classpath' || scheme === 'classpath*') return rest.replace(/^\/+/, '');
  if (scheme !== 'file') return undefined;
  return kept(rest, posix.resolve(workdir, rest.replace(/^\/\/(?=\/)/, '')));
}

/** A folder keeps its final slash. */
function kept(written: string, path: string): string {
  return /(?:^|\/)\.?\.?$/.test(written) && !path.endsWith('/') ? `${path}/` : path;
}

function inFolder(folder: string, path: string): string {
  return `${folder === '/' ? '' : folder}/${path}`;
}

/** How a file ranks that Spring Boot reads by itself; undefined: it does not. */
export function placeOfFile(name: string, { places, names }: Locations): FilePlace | undefined {
  const format = formatOf(name);
  if (format === undefined) return undefined;
  const stem = name.slice(0, -format.length - 1);
  for (const { path, group, folder } of places.toReversed()) {
    if (formatOf(path) !== undefined) {
      const own = path.slice(0, path.lastIndexOf('.'));
      if (!path.endsWith(`.${format}`) || (stem !== own && !stem.startsWith(`${own}-`))) continue;
      return { group, folder, base: 'application', profile: stem.slice(own.length + 1) || undefined, format };
    }
    const rest = below(stem, path);
    if (rest === undefined) continue;
    const base = [...names, 'bootstrap'].find((one) => rest === one || rest.startsWith(`${one}-`));
    if (base === undefined) continue;
    const profile = rest.slice(base.length + 1) || undefined;
    return { group, folder, base: names.includes(base) ? 'application' : 'bootstrap', profile, format };
  }
  return undefined;
}

/** The file's own name where it is in a folder, of which the last part may be `*`. */
function below(stem: string, folder: string): string | undefined {
  const at = stem.lastIndexOf('/') + 1;
  const inside = stem.slice(0, at);
  if (!folder.endsWith('*/')) return inside === folder ? stem.slice(at) : undefined;
  const above = folder.slice(0, -2);
  return inside.startsWith(above) && /^[^/]+\/$/.test(inside.slice(above.length)) ? stem.slice(at) : undefined;
}
