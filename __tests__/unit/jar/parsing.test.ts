import { classEntryName, javaVersionOfClass } from '../../../src/jar/class-file.ts';
import { isEmbeddedFileDatabase } from '../../../src/jar/embedded-database.ts';
import { resolvePlaceholders } from '../../../src/jar/lookup.ts';
import { parseAttributes, parseManifest } from '../../../src/jar/manifest.ts';
import { holds } from '../../../src/jar/profile-expression.ts';
import { classFile } from './zip.ts';

describe('manifest', () => {
  test('joins continued lines and ends at the main section', () => {
    const text =
      'Manifest-Version: 1.0\r\nStart-Class: com.example.a.very.long.na\r\n me.Application\r\n\r\nName: x\r\nMain-Class: other\r\n';
    expect(Object.fromEntries(parseAttributes(text))).toEqual({
      'manifest-version': '1.0',
      'start-class': 'com.example.a.very.long.name.Application',
    });
  });

  test.each([
    ['Start-Class: a.B\n', 'BOOT-INF/classes/', ['BOOT-INF/lib/']],
    ['Start-Class: a.B\nSpring-Boot-Classes: x/\nSpring-Boot-Lib: y\n', 'x/', ['y/']],
    [
      'Main-Class: org.springframework.boot.loader.WarLauncher\nStart-Class: a.B\n',
      'WEB-INF/classes/',
      ['WEB-INF/lib/', 'WEB-INF/lib-provided/'],
    ],
    [
      'Main-Class: org.springframework.boot.loader.launch.WarLauncher\nStart-Class: a.B\nSpring-Boot-Classes: WEB-INF/classes/\nSpring-Boot-Lib: WEB-INF/lib/\n',
      'WEB-INF/classes/',
      ['WEB-INF/lib/', 'WEB-INF/lib-provided/'],
    ],
    ['Main-Class: a.B\n', '', []],
  ])('folders of %j', (text, classesFolder, libraryFolders) => {
    expect(parseManifest(text)).toMatchObject({ classesFolder, libraryFolders });
  });
});

describe('class file', () => {
  test.each([8, 11, 17, 21, 25])('Java %i', (version) => expect(javaVersionOfClass(classFile(version))).toBe(version));
  test.each([Buffer.alloc(0), Buffer.from('no class file'), classFile(8).subarray(0, 7)])('%j is none', (bytes) => {
    expect(javaVersionOfClass(bytes)).toBeUndefined();
  });
  test('entry name', () => expect(classEntryName('BOOT-INF/classes/', 'a.b.C')).toBe('BOOT-INF/classes/a/b/C.class'));
});

test.each<[string, string[], boolean]>([
  ['prod', ['prod'], true],
  ['prod', ['dev'], false],
  ['!prod', ['dev'], true],
  ['a & b', ['a'], false],
  ['a & b', ['a', 'b'], true],
  ['a | b', ['b'], true],
  ['(a | b) & !c', ['a'], true],
  ['(a | b) & !c', ['a', 'c'], false],
  ['!(a | b)', ['c'], true],
  ['a b', ['a'], false],
  ['', ['a'], false],
])('expression %j with %j is %s', (expression, active, expected) => {
  expect(holds(expression, active)).toBe(expected);
});

test.each<[string, string | undefined]>([
  ['plain', 'plain'],
  ['${PORT:8004}', '8004'],
  ['${KNOWN:8004}', 'value'],
  ['${KNOWN}', 'value'],
  ['${PORT}', undefined],
  ['${PORT:${OTHER:9}}', '9'],
  ['${${NAME}}', 'value'],
  ['a${KNOWN}b${X:}c', 'avaluebc'],
  ['${CIRCLE}', undefined],
  ['${URL:http://a:1}', 'http://a:1'],
  ['${random.int}', undefined],
  ['@server.port@', undefined],
  ["#{systemProperties['p']}", undefined],
  ['${open', '${open'],
])('placeholder %j is %j', (value, expected) => {
  const known: Record<string, string> = { KNOWN: 'value', NAME: 'KNOWN', CIRCLE: '${CIRCLE}' };
  expect(resolvePlaceholders(value, (name) => known[name])).toBe(expected);
});

test.each([
  ['jdbc:h2:file:/data/app', true],
  ['jdbc:h2:./data/app;AUTO_SERVER=TRUE', true],
  ['jdbc:h2:~/app', true],
  ['jdbc:h2:mem:app', false],
  ['jdbc:h2:tcp://db/app', false],
  ['jdbc:hsqldb:file:app', true],
  ['jdbc:hsqldb:mem:app', false],
  ['jdbc:hsqldb:hsql://db/app', false],
  ['jdbc:derby:app;create=true', true],
  ['jdbc:derby:memory:app', false],
  ['jdbc:derby://db:1527/app', false],
  ['jdbc:sqlite:/data/app.db', true],
  ['jdbc:sqlite::memory:', false],
  ['jdbc:sqlite:file:x?mode=memory', false],
  ['jdbc:p6spy:h2:file:/data/app', true],
  ['jdbc:mysql://db/app', false],
  ['', false],
])('%s is a file: %s', (url, expected) => {
  expect(isEmbeddedFileDatabase(url)).toBe(expected);
});
