import fc from 'fast-check';
import { readLog } from '../../../practice/runner-protocol.ts';
import { inert } from '../../../src/action/inert.ts';

test.each([
  ['::add-mask::x', ': :add-mask::x'],
  ['  ::error file=a,line=1::x', '  : :error file=a,line=1::x'],
  ['a\n::stop-commands::x\rb', 'a\n: :stop-commands::x\rb'],
  ['a\r::add-mask::x', 'a\r: :add-mask::x'],
  ['\u0085::add-mask::x', '\u0085: :add-mask::x'],
  ['a ##[error]b ##[group]c', 'a ## [error]b ## [group]c'],
  ['::1 listens', '::1 listens'],
  ['2001:db8::1 and ::', '2001:db8::1 and ::'],
])('%j', (words, expected) => {
  expect(inert(words)).toBe(expected);
});

test('whatever stands in a line, the runner obeys nothing in it', () => {
  const piece = fc.constantFrom(
    '::',
    '##[',
    ']',
    'add-mask',
    'error',
    'group',
    ' ',
    '\t',
    '\n',
    '\r',
    'x',
    'stop-commands',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(readLog(inert(pieces.join(''))).commands).toEqual([]);
    }),
  );
});
