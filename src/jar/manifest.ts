/** What the action reads of META-INF/MANIFEST.MF. */
export interface Manifest {
  readonly mainClass: string | undefined;
  /** The application's own entry class in a Boot jar; the loader's is `Main-Class`. */
  readonly startClass: string | undefined;
  readonly bootVersion: string | undefined;
  /** Folder of the application's classes, with a final slash: `BOOT-INF/classes/`. */
  readonly classesFolder: string;
  /** Folders of the libraries, with a final slash: `BOOT-INF/lib/`; none where all is unpacked into the jar. */
  readonly libraryFolders: readonly string[];
  /** Name of the file that lists the layers: `BOOT-INF/layers.idx`. */
  readonly layersIndex: string | undefined;
  /** Name of the file that lists the libraries in their order: `BOOT-INF/classpath.idx`. */
  readonly classPathIndex: string | undefined;
  /** `Build-Jdk-Spec`: the JDK that built the jar, an upper bound of what it needs. */
  readonly buildJdk: string | undefined;
}

/**
 * The main attributes of a manifest, keys in lower case.
 * Lines are at most 72 bytes, longer ones go on after a newline and one space; the main section ends at an empty line
 * (JAR File Specification, "Notes on Manifest and Signature Files"). Never throws: what is no attribute is passed over.
 */
export function parseAttributes(text: string): ReadonlyMap<string, string> {
  const main = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const end = main.indexOf('');
  const lines: string[] = [];
  for (const line of end === -1 ? main : main.slice(0, end)) {
    if (line.startsWith(' ') && lines.length > 0) lines.push(lines.pop() + line.slice(1));
    else lines.push(line);
  }
  const attributes = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) attributes.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return attributes;
}

/** Reads a manifest. Folders default to those of a plain jar, where classes lie at the root. */
export function parseManifest(text: string): Manifest {
  const attributes = parseAttributes(text);
  const startClass = attributes.get('start-class') || undefined;
  const mainClass = attributes.get('main-class') || undefined;
  // `loader.WarLauncher` up to Boot 3.1, `loader.launch.WarLauncher` since.
  const war = /(^|\.)WarLauncher$/.test(mainClass ?? '');
  const root = startClass === undefined ? undefined : war ? 'WEB-INF' : 'BOOT-INF';
  const libraries = folder(attributes.get('spring-boot-lib') ?? (root === undefined ? '' : `${root}/lib/`));
  return {
    mainClass,
    startClass,
    bootVersion: attributes.get('spring-boot-version') || undefined,
    classesFolder: folder(attributes.get('spring-boot-classes') ?? (root === undefined ? '' : `${root}/classes/`)),
    // What a servlet container would bring lies apart in a war, and counts when it is started by itself.
    libraryFolders: [...(libraries === '' ? [] : [libraries]), ...(war ? ['WEB-INF/lib-provided/'] : [])],
    layersIndex: attributes.get('spring-boot-layers-index') || undefined,
    classPathIndex: attributes.get('spring-boot-classpath-index') || undefined,
    buildJdk: attributes.get('build-jdk-spec') || undefined,
  };
}

function folder(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}
