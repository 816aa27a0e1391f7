import { execFileSync } from 'node:child_process';
import { inputVariable, readFileCommands, readLog } from '../../../practice/runner-protocol.ts';
import { tar } from '../../../practice/tar.ts';

test('annotations with their titles, masks hidden line by line, longer ones first', () => {
  const { log, annotations, masks } = readLog(
    [
      '::add-mask::one%0Atwo',
      '::add-mask::one-more',
      '::error title=A%3AB,file=x::first%0Asecond 100%25',
      'one-more two three',
      'a::error::b',
    ].join('\n'),
  );
  expect(annotations).toEqual([{ level: 'error', title: 'A:B', message: 'first\nsecond 100%' }]);
  expect([...new Set(masks)]).toEqual(['one\ntwo', 'one', 'two', 'one-more']);
  expect(log).toBe('::error title=A%3AB,file=x::first%0Asecond 100%25\n*** *** three\na::error::b');
});

test('files of outputs: lines, blocks, and what the runner refuses', () => {
  expect(readFileCommands('a=1=2\nb<<END\nx=y\n\nEND\nc=\n')).toEqual({ a: '1=2', b: 'x=y\n', c: '' });
  expect(() => readFileCommands('b<<END\nx\n')).toThrow('no end');
  expect(() => readFileCommands('nonsense')).toThrow('neither');
  expect(inputVariable('https-port')).toBe('INPUT_HTTPS-PORT');
});

test('an archive is one that tar reads', () => {
  const archive = tar([
    { path: 'etc/a', content: 'x'.repeat(513), mode: 0o600 },
    { path: 'bin/ü', content: '', mode: 0o755 },
  ]);
  const listing = execFileSync('tar', ['-tv', '--numeric-owner'], { input: archive, encoding: 'utf8' }).split('\n');
  expect(listing[0]).toMatch(/^-rw------- 0\/0 +513 .* etc\/a$/);
  expect(listing[1]).toMatch(/^-rwxr-xr-x 0\/0 +0 /);
  expect(() => tar([{ path: 'x'.repeat(101), content: '', mode: 0o644 }])).toThrow(RangeError);
});
