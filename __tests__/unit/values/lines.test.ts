import fc from 'fast-check';
import { parseEnvironment, renderEnvironment } from '../../../src/values/environment.ts';
import { parseVolumes, renderVolume } from '../../../src/values/volumes.ts';
import { codes, refusals } from '../settings/inputs.ts';

describe('volumes', () => {
  test.each([
    ['/a:/b', { host: '/a', container: '/b', readOnly: false }],
    ['/a/:/b//c/./d/:ro', { host: '/a', container: '/b/c/d', readOnly: true }],
    ['  /docker/app/数据:/data:rw ', { host: '/docker/app/数据', container: '/data', readOnly: false }],
  ])('%j', (line, expected) => {
    expect(parseVolumes(line)).toEqual([expected]);
  });

  test.each([
    'a:/b',
    '/a:b',
    './a:/b',
    '/a/../etc:/b',
    '/a:/b/..',
    '/a',
    '/a:/b:ro:x',
    '/a:/b:z',
    ':/b',
    '/a:',
    '/:/host',
    '/a:/',
    'C:\\a:/b',
    '/a\\b:/c',
    '/a\tb:/c',
  ])('%j is refused', (line) => {
    expect(codes(() => parseVolumes(line))).toEqual(['INPUT_VOLUME']);
  });

  test('each bad line is named, and a container path that is mounted twice', () => {
    expect(refusals(() => parseVolumes('/a:/x\n\nb:/y\n/c:/x/\n/d:z'))).toEqual([
      'INPUT_VOLUME: `volumes`, line 3, cannot be "b:/y".',
      'INPUT_VOLUME_TWICE: `volumes`, line 4, mounts /x in the container a second time.',
      'INPUT_VOLUME: `volumes`, line 5, cannot be "/d:z".',
    ]);
  });

  test('volumes survive being written and read', () => {
    const folder = fc
      .array(fc.stringMatching(/^[A-Za-z0-9 $'";_.-]*[A-Za-z0-9]$/), { minLength: 1 })
      .map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.record({ host: folder, container: folder, readOnly: fc.boolean() }), (volume) => {
        expect(parseVolumes(renderVolume(volume))).toEqual([volume]);
      }),
    );
  });
});

describe('env', () => {
  const reveal = (value: string) => parseEnvironment(value).map((v) => [v.name, v.value.reveal()]);

  test('a value is what follows the first =, to the letter', () => {
    expect(reveal('A=1\r\n\n  spring.datasource.url=jdbc:x?a=b&c= \nEMPTY=\nQ="x"')).toEqual([
      ['A', '1'],
      ['spring.datasource.url', 'jdbc:x?a=b&c= '],
      ['EMPTY', ''],
      ['Q', '"x"'],
    ]);
  });

  test('a bad line is named by its number alone', () => {
    const found = refusals(() => parseEnvironment('A=1\nhunter2-secret\n1X=hunter2\nA=hunter2\nB C=hunter2'));
    expect(found.map((message) => message.split(':')[0])).toEqual([
      'INPUT_ENV_LINE',
      'INPUT_ENV_LINE',
      'INPUT_ENV_TWICE',
      'INPUT_ENV_LINE',
    ]);
    expect(found.join()).not.toContain('hunter2');
    expect(found[0]).toContain('line 2');
  });

  test('a line that Docker could not read is refused', () => {
    expect(codes(() => parseEnvironment(`A=${'x'.repeat(65_533)}`))).toEqual(['INPUT_ENV_LONG']);
    expect(codes(() => parseEnvironment(`A=${'x'.repeat(65_532)}`))).toEqual([]);
  });

  test('variables survive being written and read', () => {
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\0]/.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, value), { selector: ([n]) => n }), (pairs) => {
        const text = pairs.map(([n, v]) => `${n}=${v}\n`).join('');
        expect(reveal(text)).toEqual(pairs);
        expect(renderEnvironment(parseEnvironment(text)).reveal()).toBe(text);
      }),
    );
  });
});
