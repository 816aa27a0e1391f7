import { Failure } from '../messages/failure.ts';
import { type Archive, readEntry, withArchive } from './archive.ts';
import { classEntryName } from './class-file.ts';
import { type Manifest, parseManifest } from './manifest.ts';

/**
 * What an archive is, as far as its manifest and its names tell.
 * - `boot`: Spring Boot's, with the libraries in it. `whole`: names a main class and has the classes of others unpacked
 *   beside it.
 * - `bare`: names a main class, and holds its own code alone. `spring-boot-starter-parent` gives every jar of a project a
 *   Main-Class, so that `java -jar` would begin and find no library.
 * - `library`: names no main class that it holds. `unreadable`: no zip, or a damaged one.
 */
export type Kind = 'boot' | 'whole' | 'bare' | 'library' | 'unreadable';

const mebibyte = 1024 * 1024;

/** Tells which kind of archive is at `path`; reads its directory and its manifest alone. */
export async function kindOf(path: string): Promise<Kind> {
  try {
    return await withArchive(path, async (archive) => {
      const manifest = await readEntry(archive, 'META-INF/MANIFEST.MF', mebibyte);
      return kindOfArchive(archive, parseManifest(manifest?.toString('utf8') ?? ''));
    });
  } catch (error) {
    if (error instanceof Failure) return 'unreadable';
    throw error;
  }
}

function kindOfArchive({ entries }: Archive, { mainClass, startClass, classesFolder }: Manifest): Kind {
  if (mainClass === undefined) return 'library';
  if (startClass !== undefined && entries.some(({ name }) => name.startsWith(classesFolder))) return 'boot';
  const main = classEntryName('', mainClass);
  if (!entries.some(({ name }) => name === main)) return 'library';
  const own = packageRoot(main);
  return entries.some(({ name }) => isClass(name) && packageRoot(name) !== own) ? 'whole' : 'bare';
}

function isClass(name: string): boolean {
  return name.endsWith('.class') && !name.startsWith('META-INF/') && name.includes('/');
}

/** `com/example` of `com/example/shop/App.class`. */
function packageRoot(name: string): string {
  return name.split('/').slice(0, -1).slice(0, 2).join('/');
}
