import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { wholeContents, withArchive } from '../../../src/jar/archive.ts';
import type { Exploded } from '../../../src/jar/exploded.ts';
import { readJar } from '../../../src/jar/jar.ts';
import { unpacking } from '../../../src/resources/unpacking.ts';
import { unpackedName } from '../../../src/values/unpacked-name.ts';
import { bootFiles, classFile, type ZipFile, zip } from '../jar/zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unpacking-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const classes = { name: 'BOOT-INF/classes/', data: '' };
const layersIndex = `- "libs":\n  - "BOOT-INF/lib/"\n- "loader":\n  - "org/"\n- "mine":\n  - "BOOT-INF/classes/"\n`;

/** A Boot jar with the entry of its classes' folder, which its launcher looks for. */
function boot(files: readonly ZipFile[], manifest?: (text: string) => string): ZipFile[] {
  const own = bootFiles(files).map((file) =>
    file.name === 'META-INF/MANIFEST.MF' && manifest !== undefined
      ? { ...file, data: manifest(String(file.data)) }
      : file,
  );
  return [classes, ...own];
}

async function exploded(bytes: Buffer): Promise<Exploded | string> {
  writeFileSync(join(folder, 'app.jar'), bytes);
  return (await readJar(join(folder, 'app.jar'))).exploded;
}

/** Has bash take the jar apart. */
function unpack(recipe: Buffer): { readonly status: number | null; readonly stderr: string } {
  writeFileSync(join(folder, 'recipe.gz'), recipe);
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  mkdirSync(join(folder, 'out'));
  const script = `${unpacking}\ntake_apart "$0/app.jar" "$0/recipe.gz" "$0/out"`;
  return spawnSync('bash', ['-c', script, folder], { encoding: 'utf8' });
}

/** Files by their path below their layer, and the layer. */
function tree(): Map<string, readonly [layer: string, content: Buffer]> {
  const out = join(folder, 'out');
  return new Map(
    readdirSync(out).flatMap((layer) =>
      readdirSync(join(out, layer, unpackedName), { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(out, layer, unpackedName, path)).isFile())
        .map((path) => [path, [layer, readFileSync(join(out, layer, unpackedName, path))]] as const),
    ),
  );
}

/** What the archive itself says. */
function contentsOf(): Promise<Map<string, Buffer>> {
  return withArchive(join(folder, 'app.jar'), async (archive) => {
    const found = new Map<string, Buffer>();
    for (const entry of archive.entries) {
      if (!entry.name.endsWith('/')) found.set(entry.name, await wholeContents(archive, entry));
    }
    return found;
  });
}

/** Takes a jar apart, checks that all of it came out, and gives each file's layer. */
async function takenApart(bytes: Buffer): Promise<Record<string, string>> {
  const plan = await exploded(bytes);
  if (typeof plan === 'string') throw new Error(`it stays whole: ${plan}`);
  expect(unpack(plan.recipe)).toMatchObject({ status: 0, stderr: '' });
  const files = tree();
  const contents = await contentsOf();
  expect([...files.keys()].sort()).toEqual([...contents.keys()].sort());
  for (const [name, [, content]] of files) expect(content.equals(contents.get(name) ?? Buffer.alloc(0))).toBe(true);
  expect(readdirSync(join(folder, 'out')).sort()).toEqual([...plan.layers].sort());
  return Object.fromEntries([...files].map(([name, [layer]]) => [name, layer]));
}

test('layers as the index says; folders 755 and files 644, empty folders too', async () => {
  const jar = zip(
    boot(
      [
        { name: 'BOOT-INF/layers.idx', data: layersIndex },
        { name: 'BOOT-INF/classes/static/', data: '' },
        { name: 'BOOT-INF/classes/big.txt', data: 'x'.repeat(300_000), deflated: true },
        { name: 'BOOT-INF/classes/a name with spaces %s \\\\n.txt'.replaceAll('\\', '-'), data: 'y', deflated: true },
        { name: 'BOOT-INF/classes/empty', data: '' },
      ],
      (text) => text.replace('\r\n\r\n', '\r\nSpring-Boot-Layers-Index: BOOT-INF/layers.idx\r\n\r\n'),
    ),
  );
  const layers = await takenApart(jar);
  expect(layers['BOOT-INF/lib/spring-boot-2.7.18.jar']).toBe('libs');
  expect(layers['org/springframework/boot/loader/JarLauncher.class']).toBe('loader');
  expect(layers['META-INF/MANIFEST.MF']).toBe('mine');
  const modes = execFileSync('bash', ['-c', `cd "$0/out" && find . -printf '%y%m\\n' | sort -u`, folder]);
  expect(modes.toString()).toBe('d700\nd755\nf644\n'.replace('d700\n', ''));
  expect(statSync(join(folder, 'out/mine/unpacked/BOOT-INF/classes/static')).isDirectory()).toBe(true);
});

test.each(['#!/bin/bash\nexit 0\n', '#!/bin/bash\r\n\0'.repeat(20_000)])(
  'a start script before it, whether its offsets count that or not; Boot’s own layers without an index',
  async (prefix) => {
    for (const prefixCounted of [true, false]) {
      const layers = await takenApart(zip(boot([]), { prefix, prefixCounted }));
      expect(layers['BOOT-INF/lib/spring-boot-2.7.18.jar']).toBe('dependencies');
      expect(layers['BOOT-INF/classes/com/example/Application.class']).toBe('application');
    }
  },
);

test('a war', async () => {
  const jar = zip(
    boot(
      [
        { name: 'WEB-INF/classes/', data: '' },
        { name: 'WEB-INF/classes/com/example/Application.class', data: classFile(8), deflated: true },
        { name: 'WEB-INF/lib/a.jar', data: zip([{ name: 'a', data: 'a' }]) },
        { name: 'WEB-INF/lib-provided/tomcat.jar', data: zip([{ name: 't', data: 't' }]) },
        { name: 'index.html', data: 'page', deflated: true },
      ],
      (text) => text.replaceAll('JarLauncher', 'WarLauncher').replaceAll('BOOT-INF', 'WEB-INF'),
    ),
  );
  expect(await takenApart(jar)).toMatchObject({
    'WEB-INF/lib-provided/tomcat.jar': 'dependencies',
    'index.html': 'application',
  });
});

test('whatever files a jar has, all of them come out', async () => {
  const part = fc.string({ unit: fc.constantFrom(...'ab Z09._-$%'), minLength: 1, maxLength: 60 });
  const name = fc
    .array(
      part.filter((one) => !/^\.{1,2}$/.test(one)),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => `BOOT-INF/classes/${parts.join('/')}/f`);
  const data = fc.oneof(
    { weight: 5, arbitrary: fc.uint8Array({ maxLength: 3000 }) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 70_000, maxLength: 90_000 }) },
    fc.constant(new Uint8Array(0)),
    fc.constant(new Uint8Array(512)),
    fc.integer({ min: 500, max: 530 }).map((length) => new Uint8Array(length).fill(7)),
  );
  const file = fc.record({ name, data: data.map((bytes) => Buffer.from(bytes)), deflated: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(file, { selector: (one) => one.name, maxLength: 40 }), async (files) => {
      await takenApart(zip(boot(files)));
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('another jar than the recipe is for is told by gzip; nothing comes of a jar cut short', async () => {
  const files = (text: string) => boot([{ name: 'BOOT-INF/classes/a.txt', data: text, deflated: true }]);
  const plan = await exploded(zip(files('some text, some text')));
  if (typeof plan === 'string') throw new Error(plan);
  writeFileSync(join(folder, 'app.jar'), zip(files('some text, some next')));
  expect(unpack(plan.recipe)).toMatchObject({ status: 1, stderr: expect.stringMatching(/crc error|format violated/) });
  writeFileSync(join(folder, 'app.jar'), zip(files('some text, some text')).subarray(0, 300));
  expect(unpack(plan.recipe).status).toBe(1);
});

const noBoot = (text: string) => text.replace('JarLauncher', 'PropertiesLauncher');
test.each<[string, readonly ZipFile[], ((text: string) => string) | undefined]>([
  ['launcher', [{ name: 'org/springframework/boot/loader/PropertiesLauncher.class', data: classFile(8) }], noBoot],
  ['names', [{ name: 'BOOT-INF/classes/模板.xlsx', data: '' }], undefined],
  ['names', [{ name: 'BOOT-INF/classes/a\nb', data: '' }], undefined],
  ['names', [{ name: 'BOOT-INF/classes//b', data: '' }], undefined],
  ['names', ['1', '2'].map((data) => ({ name: 'BOOT-INF/classes/twice', data })), undefined],
  ['names', ['a', 'a/b'].map((name) => ({ name: `BOOT-INF/classes/${name}`, data: '' })), undefined],
  ['class-path', [{ name: 'BOOT-INF/lib/a.jar', data: 'no zip' }], undefined],
  [
    'own-place',
    [
      {
        name: 'BOOT-INF/classes/com/example/Files.class',
        data: Buffer.concat([classFile(8), Buffer.from('getProtectionDomain')]),
      },
    ],
    undefined,
  ],
])('%s: a jar that stays whole', async (reason, files, manifest) => {
  expect(await exploded(zip(boot(files, manifest)))).toBe(reason);
});
