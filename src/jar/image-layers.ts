import type { Manifest } from './manifest.ts';

/** The layers of a Boot jar in their order, what changes seldom first, and which of them each of its files is in. */
export interface ImageLayers {
  readonly names: readonly string[];
  /** The place of a file's layer in `names`. */
  of(name: string): number;
}

/**
 * Reads a `layers.idx` (Spring Boot reference, "Layered Jars"): a list of layers, and of each the files that are in it,
 * where a name that ends with a slash is a folder with all that is below it. What no line names is in the last layer.
 * Undefined where it is no such list.
 */
export function indexedLayers(text: string): ImageLayers | undefined {
  const names: string[] = [];
  const folders: [path: string, layer: number][] = [];
  const files = new Map<string, number>();
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [, layer] = /^- "(.*)":\s*$/.exec(line) ?? [];
    const [, path] = /^ {2}- "(.*)"\s*$/.exec(line) ?? [];
    if (layer !== undefined) names.push(layer);
    else if (path === undefined || names.length === 0) return undefined;
    else if (path.endsWith('/')) folders.push([path, names.length - 1]);
    else files.set(path, names.length - 1);
  }
  if (names.length === 0) return undefined;
  const inFolder = (name: string) => folders.find(([path]) => name.startsWith(path))?.[1];
  return { names, of: (name) => files.get(name) ?? inFolder(name) ?? names.length - 1 };
}

/** The layers that Spring Boot itself would make, for a jar that has no index of them. */
export function defaultLayers({ libraryFolders }: Pick<Manifest, 'libraryFolders'>): ImageLayers {
  const of = (name: string): number => {
    if (libraryFolders.some((folder) => name.startsWith(folder))) return name.includes('SNAPSHOT') ? 2 : 0;
    return name.startsWith('org/springframework/boot/loader/') ? 1 : 3;
  };
  return { names: ['dependencies', 'spring-boot-loader', 'snapshot-dependencies', 'application'], of };
}

/**
 * A folder for each layer: its name, where that is one that means nothing to a shell or to Docker and is no other
 * layer's; else its number. Names come out of the jar.
 */
export function layerFolders(names: readonly string[]): readonly string[] {
  return names.map((name, at) =>
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) && name.length <= 60 && names.indexOf(name) === at
      ? name
      : `${at + 1}-of-${names.length}`,
  );
}
