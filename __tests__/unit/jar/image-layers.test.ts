import { keepsClassPathOrder } from '../../../src/jar/class-path-order.ts';
import { defaultLayers, indexedLayers, layerFolders } from '../../../src/jar/image-layers.ts';
import { parseManifest } from '../../../src/jar/manifest.ts';

const index = `- "dependencies":
  - "BOOT-INF/lib/library-1.0.jar"
  - "BOOT-INF/lib/other/"
- "spring-boot-loader":
  - "org/"
- "snapshot-dependencies":
- "application":
  - "BOOT-INF/classes/"
  - "META-INF/"
`;

test.each([
  ['BOOT-INF/lib/library-1.0.jar', 0],
  ['BOOT-INF/lib/other/a/b.jar', 0],
  ['org/springframework/boot/loader/JarLauncher.class', 1],
  ['BOOT-INF/classes/a.txt', 3],
  // Named by no line.
  ['BOOT-INF/lib/third-1.0.jar', 3],
])('an index of layers: %s', (name, layer) => {
  for (const text of [index, index.replaceAll('\n', '\r\n')]) expect(indexedLayers(text)?.of(name)).toBe(layer);
});

test.each(['', '  - "BOOT-INF/lib/"\n', '- dependencies:\n', 'a: b\n', '- "a":\n- "b\n'])('%j is no index', (text) => {
  expect(indexedLayers(text)).toBeUndefined();
});

test('without an index: those of Spring Boot', () => {
  const { of, names } = defaultLayers({ libraryFolders: ['WEB-INF/lib/', 'WEB-INF/lib-provided/'] });
  const layer = (name: string) => names[of(name)];
  expect(layer('WEB-INF/lib/a-1.0.jar')).toBe('dependencies');
  expect(layer('WEB-INF/lib-provided/tomcat.jar')).toBe('dependencies');
  expect(layer('WEB-INF/lib/shop-api-1.0-SNAPSHOT.jar')).toBe('snapshot-dependencies');
  expect(layer('org/springframework/boot/loader/WarLauncher.class')).toBe('spring-boot-loader');
  expect(layer('org/example/A.class')).toBe('application');
});

test('names of layers are folders where they are plain, and the only ones', () => {
  const names = ['dependencies', '../etc', 'a b', 'dependencies', '-x', 'company-libs', 'x\nRUN y', 'Layer'];
  expect(layerFolders(names)).toEqual([
    'dependencies',
    '2-of-8',
    '3-of-8',
    '4-of-8',
    '5-of-8',
    'company-libs',
    '7-of-8',
    '8-of-8',
  ]);
});

describe('the order of libraries', () => {
  const keeps = (names: readonly string[], index: string | undefined, launcher = 'JarLauncher', boot = '2.7.18') =>
    keepsClassPathOrder({
      manifest: parseManifest(`Main-Class: org.springframework.boot.loader.${launcher}\nStart-Class: a.B\n`),
      bootVersion: boot,
      entries: names.map((name) => ({ name })),
      index,
    });
  const classes = 'BOOT-INF/classes/';
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `BOOT-INF/lib/${name}.jar`) as [string, string, string];
  const listing = (...names: readonly string[]) => names.map((name) => `- "${name}"\n`).join('');

  test.each([
    ['as the index has it', [classes, c, a, b], listing(c, a, b), true],
    ['other than the index has it', [classes, c, a, b], listing(a, b, c), false],
    ['sorted, without an index', [classes, a, b, c], undefined, true],
    ['not sorted, without an index', [classes, b, a], undefined, false],
    ['one that the index does not name, first', [classes, b, c, a], listing(c, a), true],
    ['one that the index does not name, last', [classes, c, a, b], listing(c, a), false],
    ['an index that names what is not there', [classes, a], listing(a, b), false],
    ['libraries before the classes', [a, classes, b], listing(a, b), false],
    ['no entry of the classes', [`${classes}A.class`, a], listing(a), false],
    ['no index at all', [classes, b, a], 'b.jar\na.jar\n', false],
  ])('%s: %s', (_, names, text, expected) => {
    expect(keeps(names, text)).toBe(expected);
  });

  test('an index counts where the launcher reads it', () => {
    const text = listing(b, a);
    expect(keeps([classes, b, a], text, 'JarLauncher', '2.3.0.RELEASE')).toBe(true);
    expect(keeps([classes, b, a], text, 'JarLauncher', '2.2.13.RELEASE')).toBe(false);
    const [ofWar, war] = [
      ['WEB-INF/classes/', 'WEB-INF/lib/b.jar', 'WEB-INF/lib/a.jar'],
      text.replaceAll('BOOT', 'WEB'),
    ];
    expect(keeps(ofWar, war, 'WarLauncher', '2.6.15')).toBe(false);
    expect(keeps(ofWar, war, 'WarLauncher', '2.7.0')).toBe(true);
    expect(keeps(ofWar, war, 'launch.WarLauncher', '3.5.0')).toBe(true);
  });
});
