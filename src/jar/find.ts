import { glob, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { failure } from '../messages/failure.ts';

const sideProduct = /(?:-plain|-sources|-javadoc)\.[jw]ar$|\.original$/i;
const application = /\.[jw]ar$/i;

/**
 * The absolute path of the one file that `pattern` (a path or a glob, relative to `folder`) means.
 * A path that exists is taken as it stands. Throws `Failure`: JAR_NOT_FOUND, JAR_ONLY_SIDE_PRODUCTS, JAR_AMBIGUOUS.
 */
export async function findJar(pattern: string, folder: string): Promise<string> {
  const literal = resolve(folder, pattern);
  if (await isFile(literal)) return literal;

  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd: folder })) {
    if (await isFile(resolve(folder, match))) matches.push(match);
  }
  const jars = matches.filter((path) => isApplication(basename(path))).sort();
  const [jar, ...others] = jars;
  if (others.length > 0) throw failure('JAR_AMBIGUOUS', { pattern, matches: jars.join(', ') });
  if (jar !== undefined) return resolve(folder, jar);

  const setAside = matches.filter((path) => sideProduct.test(path)).sort();
  if (setAside.length > 0) throw failure('JAR_ONLY_SIDE_PRODUCTS', { pattern, setAside: setAside.join(', ') });
  throw failure('JAR_NOT_FOUND', { pattern, folder });
}

/** Whether a file of this name can be the application: a jar or war that is no by-product of the build. */
export function isApplication(fileName: string): boolean {
  return application.test(fileName) && !sideProduct.test(fileName);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isFile(),
    () => false,
  );
}
