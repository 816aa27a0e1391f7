import { failure } from '../messages/failure.ts';
import { withoutVersion } from '../values/jar-name.ts';
import type { ContextCopy } from './build-stage.ts';
import { contextPath, found, isPattern, matches } from './context-path.ts';

/** Where the jar must be put. */
export interface JarDestinations {
  /** Paths inside the build folder, without a leading slash. */
  readonly paths: readonly string[];
  /** The line that takes the jar along with a whole folder, where none names it. */
  readonly wholeFolderLine: number | undefined;
}

interface Source {
  readonly line: number;
  /** As it is written. */
  readonly written: string;
  readonly path: string;
  readonly intoFolder: boolean;
}

// Folders that builds make, and that a checkout therefore does not have.
const buildFolder = /(?:^|\/)(?:target|build|libs|dist|out)$/;

/**
 * Finds where COPY and ADD look for the jar. Where one names a jar (`X.jar`, `target/*.jar`), there; else below a
 * folder that is copied whole. What is neither the jar nor in `files` fails, as it would in the build. Throws
 * `Failure`: DOCKERFILE_COPY_FINDS_NOTHING, DOCKERFILE_COPY_FINDS_SEVERAL, DOCKERFILE_JAR_AMBIGUOUS, DOCKERFILE_NO_JAR.
 */
export function jarDestinationsOf(
  copies: readonly ContextCopy[],
  jar: string,
  files: readonly string[],
): JarDestinations {
  const sources = copies.flatMap(sourcesOf);
  const named = namedJars(sources, jar, files);
  for (const source of sources) checkOne(source, named, jar, files);
  if (named.length > 0) {
    return { paths: [...new Set(named.map((s) => destination(s.path, jar)))], wholeFolderLine: undefined };
  }

  const folder = sources.find((s) => s.path === '') ?? sources.find((s) => isFolderForJar(s, jar));
  if (folder === undefined) throw failure('DOCKERFILE_NO_JAR', { jar });
  const path = isPattern(folder.path) ? destination(folder.path, jar) : [folder.path, jar].filter(Boolean).join('/');
  return { paths: [path], wholeFolderLine: folder.line };
}

function sourcesOf(copy: ContextCopy): Source[] {
  const intoFolder = /(?:^|\/)\.?$/.test(copy.destination);
  return copy.sources.map((written) => ({ line: copy.line, written, path: contextPath(written), intoFolder }));
}

/** The sources that name the application's jar. */
function namedJars(sources: readonly Source[], jar: string, files: readonly string[]): Source[] {
  const others = (s: Source) => found(s.path, files).filter((file) => lastPart(file) !== jar);
  const patterns = sources.filter((s) => namesJars(s.path, jar));
  const literals = sources.filter((s) => !isPattern(s.path) && /\.[jw]ar$/i.test(s.path));
  const sure = [...literals.filter((s) => lastPart(s.path) === jar), ...patterns.filter((s) => others(s).length === 0)];
  if (sure.length > 0) return sure;
  const absent = literals.filter((s) => found(s.path, files).length === 0);
  const sameApp = (s: Source) => appOf(lastPart(s.path)) === appOf(jar);
  // A jar of the application that lies in the context is an older build of it: the new one takes its place.
  const older = literals.filter(sameApp);
  if (absent.length === 0 && older.length > 0) return older;
  if (absent.length === 0) return sources.some((s) => s.path === '') ? [] : patterns;
  if (new Set(absent.map((s) => s.path)).size === 1) return absent;

  // Several that are not there: an agent beside the application, say. The name without the version tells.
  const alike = absent.filter(sameApp);
  if (new Set(alike.map((s) => s.path)).size === 1) return alike;
  throw failure('DOCKERFILE_JAR_AMBIGUOUS', { jar, sources: [...new Set(absent.map((s) => s.written))].join(', ') });
}

/** Whether a pattern fits the jar by its being one: `*.jar`, not `*`. */
function namesJars(path: string, jar: string): boolean {
  const pattern = lastPart(path);
  return isPattern(path) && matches(pattern, jar) && !matches(pattern, jar.replace(/\.\w+$/, '.txt'));
}

function checkOne(source: Source, named: readonly Source[], jar: string, files: readonly string[]): void {
  if (source.path === '') return;
  const there = found(source.path, files);
  if (named.includes(source)) {
    const all = new Set([...there, destination(source.path, jar)]);
    if (isPattern(source.path) && all.size > 1 && !source.intoFolder) {
      throw failure('DOCKERFILE_COPY_FINDS_SEVERAL', {
        line: source.line,
        source: source.written,
        matches: [...all].sort().join(', '),
      });
    }
    return;
  }
  // The jar, put where another line wants it, may be what this one finds.
  const jars = named.map((s) => destination(s.path, jar));
  if (there.length > 0 || found(source.path, jars).length > 0 || (named.length === 0 && isFolderForJar(source, jar)))
    return;
  throw failure('DOCKERFILE_COPY_FINDS_NOTHING', {
    line: source.line,
    source: source.written,
    jar,
    there: listed(files),
  });
}

/** A folder that a build would have filled, or a pattern that the jar's own name fits. */
function isFolderForJar(source: Source, jar: string): boolean {
  return isPattern(source.path) ? matches(lastPart(source.path), jar) : buildFolder.test(source.path);
}

/** The path under which a source finds the jar: a literal one itself, for a pattern the jar's own name in its folder. */
function destination(path: string, jar: string): string {
  if (!isPattern(path)) return path;
  // A folder that is a pattern itself stands for any name; `x` is as good as another.
  const folders = path
    .split('/')
    .slice(0, -1)
    .map((part) =>
      isPattern(part)
        ? part
            .replace(/\*+/g, 'x')
            .replace(/\?/g, 'x')
            .replace(/\[(.)[^\]]*\]/g, '$1')
        : part,
    );
  return [...folders, jar].join('/');
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function appOf(fileName: string): string {
  return withoutVersion(fileName.replace(/\.[jw]ar$/i, '')).toLowerCase();
}

function listed(files: readonly string[]): string {
  if (files.length === 0) return '-';
  return files.length > 20 ? `${files.slice(0, 20).join(', ')}, ...` : files.join(', ');
}
