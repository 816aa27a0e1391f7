import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findJar } from '../../../src/jar/find.ts';
import { Failure } from '../../../src/messages/failure.ts';
import { bootFiles, classFile, type ZipFile, zip } from './zip.ts';

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
    expect((await findJar(pattern, folder)).path).toBe(join(folder, expected));
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

/** Archives of each kind. Spring's parent gives every jar of a project a Main-Class. */
const kinds = {
  boot: bootFiles(),
  whole: jarOf('com.shop.App', ['com/shop/App', 'org/springframework/boot/SpringApplication']),
  bare: jarOf('com.shop.App', ['com/shop/App', 'com/shop/web/Cart']),
  library: jarOf(undefined, ['com/shop/Cart', 'org/other/Thing']),
  elsewhere: jarOf('com.shop.App', ['com/shop/Cart']),
} as const satisfies Readonly<Record<string, readonly ZipFile[]>>;

function jarOf(main: string | undefined, classes: readonly string[]): readonly ZipFile[] {
  const manifest = `Manifest-Version: 1.0\r\n${main === undefined ? '' : `Main-Class: ${main}\r\n`}\r\n`;
  return [
    { name: 'META-INF/MANIFEST.MF', data: manifest },
    ...classes.map((name) => ({ name: `${name}.class`, data: classFile(8) })),
  ];
}

/** Writes archives by kind: `cut` is a Boot jar that was cut off, `pointer` one of Git LFS. */
async function archives(of: Readonly<Record<string, keyof typeof kinds | 'cut' | 'pointer'>>): Promise<void> {
  for (const [name, kind] of Object.entries(of)) {
    await files(name);
    const bytes =
      kind === 'pointer'
        ? 'version https://git-lfs.github.com/spec/v1\n'
        : kind === 'cut'
          ? zip(kinds.boot).subarray(0, 300)
          : zip(kinds[kind]);
    await writeFile(join(folder, name), bytes);
  }
}

describe('of several files the executable one', () => {
  test.each<[string, Parameters<typeof archives>[0], string]>([
    ['*.jar', { 'shop-1.0.jar': 'bare', 'shop-1.0-exec.jar': 'boot' }, 'shop-1.0-exec.jar'],
    ['*.jar', { 'shop-1.0.jar': 'boot', 'shop-1.0-tests.jar': 'library' }, 'shop-1.0.jar'],
    [
      '**/target/*.jar',
      {
        'api/target/shop-api.jar': 'library',
        'common/target/shop-common.jar': 'bare',
        'server/target/shop.jar': 'boot',
      },
      'server/target/shop.jar',
    ],
    ['*.jar', { 'shop.jar': 'bare', 'shop-all.jar': 'whole' }, 'shop-all.jar'],
    ['**/*.jar', { 'shop.jar': 'bare', 'lib/a.jar': 'library', 'lib/b.jar': 'elsewhere' }, 'shop.jar'],
    ['*.*ar', { 'shop.war': 'boot', 'shop.jar': 'library' }, 'shop.war'],
    ['*.jar', { 'shop-plain.jar': 'boot', 'shop.jar': 'library' }, 'shop-plain.jar'],
    ['*.jar', { 'shop-plain.jar': 'boot' }, 'shop-plain.jar'],
    ['*.jar', { 'shop-plain.jar': 'bare', 'shop.jar': 'boot' }, 'shop.jar'],
    ['*.jar', { 'shop-plain.jar': 'bare', 'shop.jar': 'library' }, 'shop.jar'],
    // What is wrong with it is said when it is read.
    ['*.jar', { 'shop.jar': 'pointer', 'lib.jar': 'library' }, 'shop.jar'],
    ['*.jar', { 'shop.jar': 'cut', 'shop-sources.jar': 'library' }, 'shop.jar'],
  ])('%s of %j is %s', async (pattern, of, expected) => {
    await archives(of);
    const { path, opened } = await findJar(pattern, folder);
    expect(path).toBe(join(folder, expected));
    expect(opened).toBe(Object.keys(of).length);
  });

  test.each<[Parameters<typeof archives>[0], string, readonly string[], readonly string[]]>([
    [{ 'a.jar': 'boot', 'b.jar': 'boot', 'c.jar': 'bare' }, 'JAR_AMBIGUOUS', ['a.jar, b.jar', 'executable'], ['c.jar']],
    [{ 'a.jar': 'whole', 'b.jar': 'whole' }, 'JAR_AMBIGUOUS', ['a.jar, b.jar', 'executable'], []],
    [{ 'a.jar': 'bare', 'b.jar': 'bare' }, 'JAR_AMBIGUOUS', ['a.jar, b.jar'], []],
    // The damaged one may be the newer build.
    [{ 'a-1.jar': 'boot', 'a-2.jar': 'cut', 'c.jar': 'library' }, 'JAR_AMBIGUOUS', ['a-1.jar, a-2.jar'], ['c.jar']],
    [{ 'a.jar': 'library', 'b.jar': 'elsewhere' }, 'JAR_ONLY_SIDE_PRODUCTS', ['a.jar, b.jar', 'Main-Class'], []],
    [{ 'a-plain.jar': 'bare' }, 'JAR_ONLY_SIDE_PRODUCTS', ['a-plain.jar', 'by-products'], []],
  ])('%j is refused: %s', async (of, code, words, never) => {
    await archives(of);
    const refused = (await findJar('*.jar', folder).catch((error: unknown) => error)) as Failure;
    expect(refused).toBeInstanceOf(Failure);
    expect(refused.code).toBe(code);
    const said = `${refused.text.what.en} ${refused.text.why.en}`;
    for (const word of words) expect(said).toContain(word);
    for (const word of never) expect(said).not.toContain(word);
  });

  test('a link to the jar is no second one', async () => {
    await archives({ 'shop-1.0.jar': 'boot' });
    await symlink('shop-1.0.jar', join(folder, 'shop.jar'));
    expect((await findJar('*.jar', folder)).path).toBe(join(folder, 'shop-1.0.jar'));
  });
});
