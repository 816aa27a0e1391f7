import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandLine, quote } from '../../../src/shell/quote.ts';
import { codePoint } from '../code-point.ts';

const word = fc.oneof(
  fc.string({ unit: codePoint }).filter((s) => !s.includes('\0') && Buffer.from(s).toString() === s),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '*', '~', '#', ';', '&', '|', '(', '-', 'a'),
  }),
);

describe.each(['sh', 'bash'])('quote, judged by a real %s', (shell) => {
  test('every word arrives as one argument, unchanged', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const script = `printf '%s\\0' ${commandLine(words)}`;
        const { stdout } = spawnSync(shell, ['-s'], { input: script, encoding: 'utf8' });
        expect(stdout.split('\0').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 40 },
    );
  });
});

test.each('case do done elif else esac fi for function if in select then time until while'.split(' '))(
  'the reserved word %s is a word like any other, also where bash would obey it',
  (reserved) => {
    const script = `case ${quote(reserved)} in ${quote(reserved)}|x) ${quote(reserved)} 2>/dev/null || echo $? ;; esac`;
    expect(spawnSync('bash', ['-s'], { input: script, encoding: 'utf8' }).stdout).toBe('127\n');
  },
);

test('a plain word stays readable, the empty one is a word, NUL is refused', () => {
  expect(quote('/etc/nginx/conf.d/mccm-server.conf')).toBe('/etc/nginx/conf.d/mccm-server.conf');
  expect(quote('')).toBe("''");
  expect(() => quote('a\0b')).toThrow(RangeError);
});
