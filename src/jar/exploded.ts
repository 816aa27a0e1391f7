import { gzipSync } from 'node:zlib';
import { unpackedName } from '../values/unpacked-name.ts';
import { type Archive, type ArchiveEntry, dataOffset, filesInOrder, readEntry } from './archive.ts';
import { classPathIndexName, keepsClassPathOrder } from './class-path-order.ts';
import { defaultLayers, type ImageLayers, indexedLayers, layerFolders } from './image-layers.ts';
import type { Manifest } from './manifest.ts';
import { type PackedFile, unpackingRecipe } from './unpacking-recipe.ts';

/** A jar taken apart: how its image can have its files in layers, so that a new version brings only those that changed. */
export interface Exploded {
  /** Folders of the layers that are not empty, in their order. */
  readonly layers: readonly string[];
  /** How many files come out of it, and what they take. */
  readonly files: number;
  readonly bytes: number;
  /** By what the server unpacks this very jar; see `unpackingRecipe`. */
  readonly recipe: Buffer;
}

/**
 * Why a jar stays whole.
 * - `launcher`: not started by Spring Boot's JarLauncher or WarLauncher. `class-path`: its libraries would come in
 *   another order. `names`: a file's name would not come out the same everywhere. `own-place`: its classes ask where
 *   they lie. `many-files`: unpacking would take long.
 */
export type WholeReason = 'launcher' | 'class-path' | 'names' | 'own-place' | 'many-files';

const mebibyte = 1024 * 1024;

/** Above, unpacking takes a small server ten seconds and more. */
const mostFiles = 10_000;

/** Works out how a jar is taken apart. `asksForItsPlace`: whether its own classes do (own-place.ts). */
export async function explode(
  archive: Archive,
  manifest: Manifest,
  bootVersion: string | undefined,
  asksForItsPlace: boolean,
): Promise<Exploded | WholeReason> {
  const { mainClass = '', startClass } = manifest;
  if (startClass === undefined || !/^org\.springframework\.boot\.loader\.(?:launch\.)?[JW]arLauncher$/.test(mainClass))
    return 'launcher';
  const files = filesInOrder(archive);
  if (!namesComeOut(archive.entries)) return 'names';
  if (files.length > mostFiles) return 'many-files';
  const read = async (name: string) => (await readEntry(archive, name, mebibyte))?.toString('utf8');
  const index = await read(classPathIndexName(manifest));
  if (!keepsClassPathOrder({ manifest, bootVersion, entries: archive.entries, index })) return 'class-path';
  if (asksForItsPlace) return 'own-place';
  const text = manifest.layersIndex === undefined ? undefined : await read(manifest.layersIndex);
  const layers = (text === undefined ? undefined : indexedLayers(text)) ?? defaultLayers(manifest);
  return inLayers(archive, files, layers);
}

async function inLayers(archive: Archive, files: readonly ArchiveEntry[], layers: ImageLayers): Promise<Exploded> {
  const folders = layerFolders(layers.names);
  const placed = (name: string): string => `${folders[layers.of(name)]}/${unpackedName}/${name}`;
  const packed: PackedFile[] = [];
  for (const entry of files) {
    const offset = archive.slice.start + (await dataOffset(archive, entry));
    packed.push({ ...entry, path: placed(entry.name), offset });
  }
  // A folder with something in it comes along with that, in each layer that has of it.
  const empty = archive.entries
    .map(({ name }) => name)
    .filter((name) => name.endsWith('/') && !archive.entries.some((e) => e.name !== name && e.name.startsWith(name)))
    .map((name) => placed(name).replace(/\/$/, ''));
  const used = new Set([...packed.map(({ path }) => path), ...empty].map((path) => path.slice(0, path.indexOf('/'))));
  return {
    layers: folders.filter((folder) => used.has(folder)),
    files: packed.length,
    bytes: packed.reduce((sum, { bytes }) => sum + bytes, 0),
    recipe: gzipSync(unpackingRecipe(packed, empty), { level: 9 }),
  };
}

/**
 * Whether every file comes out by its own name, below its layer: relative, plain, once, and in letters that a JVM finds
 * whatever the language of its container is.
 */
function namesComeOut(entries: readonly ArchiveEntry[]): boolean {
  const names = entries.map(({ name }) => name.replace(/\/$/, ''));
  const all = new Set(names);
  if (all.size < names.length) return false;
  const isFile = new Set(entries.map(({ name }) => name).filter((name) => !name.endsWith('/')));
  return names.every((name) => {
    const parts = name.split('/');
    if (!/^[\x20-\x7e]+$/.test(name) || name.includes('\\') || Buffer.byteLength(name) > 1000) return false;
    if (parts.some((part) => part === '' || part === '.' || part === '..' || part.length > 255)) return false;
    return !parts.slice(0, -1).some((_, at) => isFile.has(parts.slice(0, at + 1).join('/')));
  });
}
