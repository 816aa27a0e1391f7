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

test('commands as the runner reads them: at the start of a line, in the older form anywhere, a carriage return ends a line', () => {
  const { commands, annotations, masks } = readLog(
    '  ::error::a\nx ##[warning]b\ny\r::add-mask::c\n::unknown::d\nx ::error::e\n::ERROR title=t::f\n##[group]g\n::error g',
  );
  expect(commands).toEqual(['error', 'warning', 'add-mask', 'error', 'group']);
  expect(annotations.map(({ message }) => message)).toEqual(['a', 'b', 'f']);
  expect(masks).toEqual(['c', 'c']);
});

test('while commands are stopped none is obeyed but the token, in either form', () => {
  const { commands, masks } = readLog(
    [
      '::stop-commands::Tok',
      '::add-mask::a',
      '##[add-mask]b',
      '::stop-commands::other',
      '::other::',
      '::add-mask::c',
      '  ::tok::',
      '::add-mask::d',
      '##[stop-commands]two',
      '::add-mask::e',
      'x ##[two]',
      '::add-mask::f',
    ].join('\n'),
  );
  expect(commands).toEqual(['stop-commands', 'add-mask', 'stop-commands', 'add-mask']);
  expect([...new Set(masks)]).toEqual(['d', 'f']);
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
