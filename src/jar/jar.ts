import { basename } from 'node:path';
import { failure } from '../messages/failure.ts';
import { type Archive, checkContents, contents, readEntry, withArchive } from './archive.ts';
import { classEntryName, javaVersionOfClass, requiredJavaVersion } from './class-file.ts';
import { type ConfigurationResources, LibraryResources } from './class-path.ts';
import type { ConfigurationFile } from './configuration-file.ts';
import { contentHash } from './content-hash.ts';
import { type Exploded, explode, type WholeReason } from './exploded.ts';
import { hashFile } from './file-hash.ts';
import { locationsOf, placeOfFile } from './locations.ts';
import type { Overrides } from './lookup.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { OwnPlace } from './own-place.ts';
import { type ConfigurationSources, readConfiguration, type SpringConfiguration } from './spring-configuration.ts';

/** All that the action knows of an executable jar or war. */
export interface Jar {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  /** Of the file as it is, lower-case hex: what the upload is checked by. */
  readonly sha256: string;
  /** Of names and contents, not of how they are packed: whether two builds are the same. */
  readonly contentSha256: string;
  readonly mainClass: string;
  /** Undefined in a jar that is executable, but not Spring Boot's. */
  readonly startClass: string | undefined;
  /** The Java version that it needs: 8, 17, 21. */
  readonly javaVersion: number;
  readonly bootVersion: string | undefined;
  /** How it comes apart into the layers of an image; or why it stays whole. */
  readonly exploded: Exploded | WholeReason;
  readonly configuration: SpringConfiguration;
}

/** What decides, beside the jar, which of its configuration is active. */
export interface JarOptions extends Partial<Overrides> {
  /** Active profiles, separated by commas; without it those of `env` or of the jar. */
  readonly profile?: string | undefined;
  /** The folder that it is started in, `/` where that cannot be told; and what is known of files in the container. */
  readonly workdir?: string | undefined;
  readonly files?: ConfigurationResources | undefined;
  /** Called once it is known to be an executable jar, before it is read in whole. */
  readonly executable?: (() => void) | undefined;
}

const mebibyte = 1024 * 1024;

/**
 * Reads an executable jar; its size does not matter for memory. Throws `Failure`: JAR_UNREADABLE, JAR_NOT_A_ZIP,
 * JAR_CORRUPT, JAR_NO_MAIN_CLASS, WAR_NOT_EXECUTABLE, JAR_JAVA_VERSION_UNKNOWN.
 */
export async function readJar(path: string, options: JarOptions = {}): Promise<Jar> {
  return withArchive(path, async (archive) => {
    const manifest = parseManifest(
      (await readEntry(archive, 'META-INF/MANIFEST.MF', mebibyte))?.toString('utf8') ?? '',
    );
    const { mainClass, startClass } = manifest;
    if (mainClass === undefined) throw failure(isWar(archive) ? 'WAR_NOT_EXECUTABLE' : 'JAR_NO_MAIN_CLASS', { path });
    const libraries = librariesOf(archive, manifest);
    const bootVersion = manifest.bootVersion ?? bootVersionOf(libraries);
    const ownJava = await javaVersionOf(archive, manifest, startClass ?? mainClass);
    if (ownJava === undefined) throw failure('JAR_JAVA_VERSION_UNKNOWN', { path, className: startClass ?? mainClass });
    options.executable?.();
    const ownPlace = new OwnPlace(manifest.classesFolder);
    await checkContents(archive, ownPlace.look);
    const exploded = await explode(archive, manifest, bootVersion, ownPlace.asked);
    const inLibraries = new LibraryResources(manifest);
    const contentSha256 = await contentHash(archive, inLibraries.visit);
    const { profile, workdir } = options;
    const overrides = { env: options.env ?? {}, properties: options.properties ?? {} };
    const configuration = await readFrom(
      [inLibraries.classPath(archive, manifest), ...(options.files === undefined ? [] : [options.files])],
      { libraries, bootVersion, profile, overrides, workdir },
    );
    return {
      path,
      fileName: basename(path),
      ...(await hashFile(path)),
      contentSha256,
      mainClass,
      startClass,
      javaVersion: requiredJavaVersion(ownJava, bootVersion),
      bootVersion,
      exploded,
      configuration,
    };
  });
}

/** Whether an archive is laid out for a servlet container, whatever its name. */
function isWar(archive: Archive): boolean {
  return archive.entries.some(({ name }) => name.startsWith('WEB-INF/'));
}

/** File names of the libraries. In a jar with everything unpacked into it, the actuator shows by its class. */
function librariesOf(archive: Archive, manifest: Manifest): string[] {
  const folders = manifest.libraryFolders;
  const names = archive.entries.map((e) => e.name);
  const isLibrary = (name: string) => name.endsWith('.jar') && folders.some((folder) => name.startsWith(folder));
  if (folders.length > 0) return names.filter(isLibrary).map((name) => basename(name));
  const actuator = names.some((n) => /^org\/springframework\/boot\/(?:.+\/)?HealthEndpoint\.class$/.test(n));
  return actuator ? ['spring-boot-actuator-unpacked'] : [];
}

function bootVersionOf(libraries: readonly string[]): string | undefined {
  return libraries.map((name) => /^spring-boot-(\d.*)\.jar$/.exec(name)?.[1]).find((version) => version !== undefined);
}

/** Reads what Spring Boot reads by itself, then what that imports. */
async function readFrom(
  resources: readonly ConfigurationResources[],
  sources: Omit<ConfigurationSources, 'files'> & { readonly overrides: Overrides },
): Promise<SpringConfiguration> {
  const locations = locationsOf(sources.overrides, sources.workdir);
  const files: ConfigurationFile[] = [];
  const asked = new Set<string>();
  const add = async (name: string) => {
    asked.add(name);
    const found = await resources.find(({ names }) => names.includes(name))?.read(name);
    if (found !== undefined) files.push(found);
  };
  const known = resources.flatMap(({ names }) => names);
  for (const name of known) if (placeOfFile(name, locations) !== undefined) await add(name);
  for (let round = 0; ; round += 1) {
    const configuration = readConfiguration({ files, ...sources });
    const wanted = configuration.wanted.filter((name) => !asked.has(name));
    if (wanted.length === 0 || round > 8) return configuration;
    for (const name of wanted) await add(name);
  }
}

/** Of the entry class; where it lies elsewhere, the highest of the application's own classes; else what built the jar. */
async function javaVersionOf(archive: Archive, manifest: Manifest, className: string): Promise<number | undefined> {
  const name = classEntryName(manifest.classesFolder, className);
  const own = archive.entries.filter(
    (e) => e.name.startsWith(manifest.classesFolder) && /(?<!module-info)\.class$/.test(e.name),
  );
  const entryClass = own.filter((e) => e.name === name);
  // META-INF/versions holds variants for newer Java, which older ones pass over.
  const candidates = entryClass.length > 0 ? entryClass : own.filter((e) => !e.name.includes('META-INF/versions/'));
  let highest: number | undefined;
  for (const entry of candidates) {
    for await (const chunk of contents(archive, entry)) {
      const version = javaVersionOfClass(chunk);
      if (version !== undefined) highest = Math.max(highest ?? 0, version);
      break;
    }
  }
  return highest ?? javaVersionOfSpec(manifest.buildJdk);
}

function javaVersionOfSpec(spec: string | undefined): number | undefined {
  const version = Number(spec?.replace(/^1\./, ''));
  return Number.isInteger(version) && version > 0 ? version : undefined;
}
