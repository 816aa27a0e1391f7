import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJar } from '../../../src/jar/jar.ts';
import { bootFiles, classFile, writeLargeZip, type ZipFile, zip } from './zip.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jar-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function saved(bytes: Buffer): Promise<string> {
  count += 1;
  const path = join(folder, `app-${count}.jar`);
  await writeFile(path, bytes);
  return path;
}
const read = async (files: readonly ZipFile[], options?: Parameters<typeof zip>[1]) =>
  readJar(await saved(zip(files, options)));

describe('readJar', () => {
  test('reads a Boot jar, its Java version from the application and not from the loader', async () => {
    const jar = await read(
      bootFiles([{ name: 'BOOT-INF/classes/application.yml', data: 'server: {port: 8004}', deflated: true }]),
    );
    expect(jar).toMatchObject({
      mainClass: 'org.springframework.boot.loader.JarLauncher',
      startClass: 'com.example.Application',
      bootVersion: '2.7.18',
      javaVersion: 8,
      configuration: { port: 8004 },
    });
    expect(jar.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(jar.bytes).toBe((await readFile(jar.path)).length);
  });

  const script = '#!/bin/bash\necho start\nexit 0\n';
  test.each([
    ['offsets from the archive (Boot 1, 2.0 to 2.2)', false],
    ['offsets from the file (Boot 2.3 on)', true],
  ])('tolerates a start script before the archive, %s', async (_, prefixCounted) => {
    const plain = await read(bootFiles());
    const executable = await read(bootFiles(), { prefix: script, prefixCounted });
    expect(executable.contentSha256).toBe(plain.contentSha256);
    expect(executable.sha256).not.toBe(plain.sha256);
  });

  const asWar = (launcher: string) =>
    bootFiles([
      {
        name: 'META-INF/MANIFEST.MF',
        data: `Main-Class: ${launcher}\nStart-Class: com.example.Application\nSpring-Boot-Classes: WEB-INF/classes/\nSpring-Boot-Lib: WEB-INF/lib/\n\n`,
      },
      { name: 'BOOT-INF/classes/application.properties', data: 'server.port=8004\nspring.datasource.url=jdbc:h2:/d' },
      { name: 'BOOT-INF/lib/spring-boot-actuator-2.7.18.jar', data: zip([{ name: 'a', data: 'a' }]) },
    ]).map((file) => ({ ...file, name: file.name.replace('BOOT-INF', 'WEB-INF') }));

  test.each(['org.springframework.boot.loader.WarLauncher', 'org.springframework.boot.loader.launch.WarLauncher'])(
    'reads a Boot war of %s',
    async (launcher) => {
      expect(await read(asWar(launcher))).toMatchObject({
        bootVersion: '2.7.18',
        javaVersion: 8,
        configuration: { port: 8004, embeddedDatabase: { url: 'jdbc:h2:/d', file: '/d' }, health: { state: 'served' } },
      });
    },
  );

  test('what a servlet container would bring counts in a war, its time stamps do not', async () => {
    const war = (stamp: number, data = 'tomcat') => [
      ...asWar('org.springframework.boot.loader.WarLauncher'),
      { name: 'WEB-INF/lib-provided/spring-cloud-context-3.jar', data: zip([{ name: 'a', data, stamp }]) },
      { name: 'WEB-INF/classes/bootstrap.properties', data: 'spring.application.name=shop' },
    ];
    const one = await read(war(1));
    expect(one.configuration.applicationName).toBe('shop');
    expect((await read(war(2))).contentSha256).toBe(one.contentSha256);
    expect((await read(war(1, 'jetty'))).contentSha256).not.toBe(one.contentSha256);
  });

  test('accepts a plain executable jar', async () => {
    const jar = await read([
      { name: 'META-INF/MANIFEST.MF', data: 'Main-Class: a.Main\n\n' },
      { name: 'a/Main.class', data: classFile(21) },
      { name: 'application.properties', data: 'server.port=9000' },
    ]);
    expect(jar).toMatchObject({
      startClass: undefined,
      bootVersion: undefined,
      javaVersion: 21,
      configuration: { port: 9000 },
    });
  });

  test('falls back to other classes, without variants for newer Java, then to what built the jar', async () => {
    const start = 'Main-Class: l.L\nStart-Class: gone.App\nBuild-Jdk-Spec: 1.8\n\n';
    const manifest = { name: 'META-INF/MANIFEST.MF', data: start };
    const classes = [
      { name: 'BOOT-INF/classes/x/A.class', data: classFile(11) },
      { name: 'BOOT-INF/classes/META-INF/versions/21/x/A.class', data: classFile(21) },
    ];
    expect((await read([manifest, ...classes])).javaVersion).toBe(11);
    expect((await read([manifest])).javaVersion).toBe(8);
  });

  test('needs no less than what its Spring Boot needs', async () => {
    const library = { name: 'BOOT-INF/lib/spring-boot-3.4.1.jar', data: zip([]) };
    const manifest = {
      name: 'META-INF/MANIFEST.MF',
      data: 'Main-Class: l.L\nStart-Class: com.example.Application\n\n',
    };
    const files = bootFiles([manifest, library]).filter((f) => !f.name.includes('spring-boot-2'));
    expect(await read(files)).toMatchObject({ bootVersion: '3.4.1', javaVersion: 17 });
  });

  const good = zip(bootFiles());
  test.each<[string, Buffer, string]>([
    ['text', Buffer.from('version https://git-lfs.github.com/spec/v1\n'), 'JAR_NOT_A_ZIP'],
    ['an empty file', Buffer.alloc(0), 'JAR_NOT_A_ZIP'],
    ['a cut off jar', good.subarray(0, good.length - 30), 'JAR_CORRUPT'],
    ['a jar whose start is missing', good.subarray(200), 'JAR_CORRUPT'],
    ['a wrong checksum', zip(bootFiles([{ name: 'BOOT-INF/classes/x', data: 'x', wrongCrc: true }])), 'JAR_CORRUPT'],
    ['an empty archive', zip([]), 'JAR_NO_MAIN_CLASS'],
    ['no manifest', zip([{ name: 'a', data: 'a' }]), 'JAR_NO_MAIN_CLASS'],
    [
      'no Main-Class',
      zip(bootFiles([{ name: 'META-INF/MANIFEST.MF', data: 'Manifest-Version: 1.0\n\n' }])),
      'JAR_NO_MAIN_CLASS',
    ],
    [
      'an ordinary war',
      zip([
        { name: 'META-INF/MANIFEST.MF', data: 'Manifest-Version: 1.0\n\n' },
        { name: 'WEB-INF/web.xml', data: '<web-app/>' },
      ]),
      'WAR_NOT_EXECUTABLE',
    ],
    ['no class', zip([{ name: 'META-INF/MANIFEST.MF', data: 'Main-Class: a.Main\n\n' }]), 'JAR_JAVA_VERSION_UNKNOWN'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(readJar(await saved(bytes))).rejects.toMatchObject({ code });
  });

  test.each([
    ['a missing file', () => join(folder, 'missing.jar')],
    ['a folder', () => folder],
  ])('refuses %s', async (_, path) => {
    await expect(readJar(path())).rejects.toMatchObject({ code: 'JAR_UNREADABLE' });
  });

  test('a flipped bit in a nested jar is found', async () => {
    const library = zip([{ name: 'deep.txt', data: 'a long enough content to be found' }]);
    const bytes = zip(bootFiles([{ name: 'BOOT-INF/lib/x.jar', data: library }]));
    bytes[bytes.indexOf('long enough')] = 0x4c;
    await expect(readJar(await saved(bytes))).rejects.toMatchObject({ code: 'JAR_CORRUPT' });
  });

  test('no part of a file is invented: every truncation of a jar fails', async () => {
    const nestedEnd = good.indexOf(Buffer.from('504b0506', 'hex')) + 22;
    const lengths = [nestedEnd, ...Array.from({ length: Math.floor(good.length / 97) }, (_, i) => 4 + i * 97)];
    for (const length of lengths) {
      const path = await saved(good);
      await truncate(path, length);
      await expect(readJar(path)).rejects.toMatchObject({ code: 'JAR_CORRUPT' });
    }
  });

  test('a 300 MB jar does not land in memory', async () => {
    const path = join(folder, 'large.jar');
    const block = Buffer.alloc(1024 * 1024, 'x');
    const nested = zip(Array.from({ length: 4 }, (_, i) => ({ name: `n${i}`, data: block, deflated: true })));
    await writeLargeZip(path, bootFiles([{ name: 'BOOT-INF/lib/n.jar', data: nested, deflated: true }]), [
      { name: 'BOOT-INF/lib/not-really.jar', block, blocks: 150 },
      { name: 'BOOT-INF/classes/model.bin', block, blocks: 150 },
    ]);
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 5);
    const jar = await readJar(path).finally(() => clearInterval(watch));
    expect(jar.bytes).toBeGreaterThan(300 * block.length);
    expect((highest - before) / 1024 / 1024).toBeLessThan(80);
  }, 60_000);
});

describe('contentSha256', () => {
  const hash = async (files: readonly ZipFile[]) => (await read(files)).contentSha256;
  const library = (options: Partial<ZipFile> = {}) =>
    zip([
      { name: 'a.txt', data: 'aaaa', ...options },
      { name: 'b.txt', data: 'bbbb', ...options },
    ]);
  const jar = (data: Buffer, more: Partial<ZipFile> = {}) => bootFiles([{ name: 'BOOT-INF/lib/x.jar', data, ...more }]);

  test.each<[string, () => ZipFile[]]>([
    ['time stamps', () => jar(library()).map((f) => ({ ...f, stamp: 0x12345678 }))],
    ['compression', () => jar(library()).map((f) => ({ ...f, deflated: f.deflated !== true }))],
    ['order', () => jar(library()).reverse()],
    ['entries of folders', () => [...jar(library()), { name: 'BOOT-INF/', data: '' }]],
    ['time stamps within a nested jar', () => jar(library({ stamp: 0x12345678 }))],
    ['compression within a nested jar', () => jar(library({ deflated: true }))],
    ['compression of a nested jar', () => jar(library(), { deflated: true })],
  ])('%s do not count', async (_, files) => {
    expect(await hash(files())).toBe(await hash(jar(library())));
  });

  test.each<[string, () => ZipFile[]]>([
    ['a name', () => bootFiles([{ name: 'BOOT-INF/lib/y.jar', data: library() }])],
    [
      'a content',
      () => [
        ...jar(library()).slice(0, -1),
        {
          name: 'BOOT-INF/lib/x.jar',
          data: zip([
            { name: 'a.txt', data: 'aaaa' },
            { name: 'b.txt', data: 'bbbc' },
          ]),
        },
      ],
    ],
    [
      'a name within a nested jar',
      () =>
        jar(
          zip([
            { name: 'a.txt', data: 'aaaa' },
            { name: 'c.txt', data: 'bbbb' },
          ]),
        ),
    ],
    ['one file more', () => [...jar(library()), { name: 'more', data: '' }]],
  ])('%s counts', async (_, files) => {
    expect(await hash(files())).not.toBe(await hash(jar(library())));
  });

  test('a large deflated nested jar is entered as a stored one is', async () => {
    const data = Buffer.alloc(5 * 1024 * 1024, 'z');
    const nested = (stamp: number) => zip([{ name: 'z', data, stamp }]);
    expect(await hash(jar(nested(1), { deflated: true }))).toBe(await hash(jar(nested(2))));
  });

  test('a file that only has the name of a jar counts as it is', async () => {
    expect(await hash(jar(Buffer.from('no archive')))).not.toBe(await hash(jar(Buffer.from('none at all'))));
  });
});
