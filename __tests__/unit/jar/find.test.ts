import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findJar } from '../../../src/jar/find.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-jar-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function files(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), '');
  }
}

describe('findJar', () => {
  test.each<[string, string[], string]>([
    ['target/app-1.0.jar', ['target/app-1.0.jar'], 'target/app-1.0.jar'],
    ['target/*.jar', ['target/app-1.0.jar', 'target/classes/x.jar'], 'target/app-1.0.jar'],
    ['**/target/*.jar', ['server/target/app-1.0.jar'], 'server/target/app-1.0.jar'],
    ['*.jar', ['a.jar', 'a-plain.jar', 'a-sources.jar', 'a-javadoc.jar', 'a.jar.original'], 'a.jar'],
    ['*.war', ['a.war', 'a-plain.war', 'a-sources.jar', 'a.war.original'], 'a.war'],
    ['target/*', ['target/a.jar', 'target/a.jar.original', 'target/classes/x'], 'target/a.jar'],
    ['odd[1].jar', ['odd[1].jar', 'odd1.jar'], 'odd[1].jar'],
  ])('%s of %j is %s', async (pattern, names, expected) => {
    await files(...names);
    expect(await findJar(pattern, folder)).toBe(join(folder, expected));
  });

  test.each<[string, string[], string, string]>([
    ['target/*.jar', [], 'JAR_NOT_FOUND', 'target/*.jar'],
    ['missing.jar', ['other.jar'], 'JAR_NOT_FOUND', 'missing.jar'],
    ['target', ['target/a.jar'], 'JAR_NOT_FOUND', 'target'],
    ['*.jar', ['a-1.jar', 'a-2.jar'], 'JAR_AMBIGUOUS', 'a-1.jar, a-2.jar'],
    ['*ar', ['a.jar', 'a.war'], 'JAR_AMBIGUOUS', 'a.jar, a.war'],
    ['*', ['a-plain.jar', 'a.jar.original'], 'JAR_ONLY_SIDE_PRODUCTS', 'a-plain.jar, a.jar.original'],
  ])('%s of %j is %s', async (pattern, names, code, words) => {
    await files(...names);
    await expect(findJar(pattern, folder)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });
});
