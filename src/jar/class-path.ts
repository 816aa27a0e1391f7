import { basename } from 'node:path';
import { type Archive, type ArchiveEntry, readEntry } from './archive.ts';
import type { ConfigurationFile } from './configuration-file.ts';
import { formatOf } from './locations.ts';
import type { Manifest } from './manifest.ts';
import { withNested } from './nested.ts';

/** Files that configuration is read from, by the names that Spring Boot has for them. */
export interface ConfigurationResources {
  readonly names: readonly string[];
  /** Undefined where there is none of that name, or it cannot be read. */
  read(name: string): Promise<ConfigurationFile | undefined>;
}

/** Configuration files in libraries, collected while these are open: of a name on the class path only the first counts. */
export class LibraryResources {
  readonly #libraries = new Map<string, readonly string[]>();
  readonly #folders: readonly string[];

  constructor({ libraryFolders }: Manifest) {
    this.#folders = libraryFolders;
  }

  /** Notes what is in an archive within the application's. */
  readonly visit = ({ name }: ArchiveEntry, nested: Archive): void => {
    if (!this.#folders.some((folder) => name.startsWith(folder))) return;
    const names = nested.entries.map((entry) => entry.name).filter(isCandidate);
    if (names.length > 0) this.#libraries.set(name, names);
  };

  /** The class path: the application's own classes, then its libraries as the archive lists them. */
  classPath(archive: Archive, { classesFolder }: Manifest): ConfigurationResources {
    const places = new Map<string, ArchiveEntry | undefined>();
    for (const { name } of archive.entries) {
      const own = name.startsWith(classesFolder) ? name.slice(classesFolder.length) : '';
      if (isCandidate(own)) places.set(own, undefined);
    }
    for (const entry of archive.entries) {
      for (const name of this.#libraries.get(entry.name) ?? []) if (!places.has(name)) places.set(name, entry);
    }
    return {
      names: [...places.keys()],
      async read(name) {
        if (!places.has(name)) return undefined;
        const library = places.get(name);
        if (library === undefined) return asFile(name, await readEntry(archive, classesFolder + name, mebibyte));
        // A library that is damaged is none of the deploy's business.
        const bytes = await withNested(
          archive,
          library,
          async (nested) => nested && readEntry(nested, name, mebibyte),
        ).catch(() => undefined);
        return asFile(name, bytes, `${basename(library.name)}!/${name}`);
      },
    };
  }
}

const mebibyte = 1024 * 1024;

/** Whether a file may be configuration: texts of translations, and what belongs to a library's own packages, are many. */
function isCandidate(name: string): boolean {
  return formatOf(name) !== undefined && !/^(?:META-INF|org|com|net|io|i18n|messages)\//.test(name);
}

function asFile(name: string, bytes: Buffer | undefined, from?: string): ConfigurationFile | undefined {
  return bytes === undefined ? undefined : { name, text: textOf(name, bytes), ...(from === undefined ? {} : { from }) };
}

/** Properties files are Latin-1 by definition (java.util.Properties); the keys read here are ASCII. */
export function textOf(name: string, bytes: Buffer): string {
  return bytes.toString(name.endsWith('.properties') ? 'latin1' : 'utf8');
}
