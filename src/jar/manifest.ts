/** What the action reads of META-INF/MANIFEST.MF. */
export interface Manifest {
  readonly mainClass: string | undefined;
  /** The application's own entry class in a Boot jar; the loader's is `Main-Class`. */
  readonly startClass: string | undefined;
  readonly bootVersion: string | undefined;
  /** Folder of the application's classes, with a final slash: `BOOT-INF/classes/`. */
  readonly classesFolder: string;
  /** Folder of the libraries, with a final slash: `BOOT-INF/lib/`. */
  readonly librariesFolder: string;
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
  const boot = startClass !== undefined;
  return {
    mainClass: attributes.get('main-class') || undefined,
    startClass,
    bootVersion: attributes.get('spring-boot-version') || undefined,
    classesFolder: folder(attributes.get('spring-boot-classes') ?? (boot ? 'BOOT-INF/classes/' : '')),
    librariesFolder: folder(attributes.get('spring-boot-lib') ?? (boot ? 'BOOT-INF/lib/' : '')),
    buildJdk: attributes.get('build-jdk-spec') || undefined,
  };
}

function folder(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}
