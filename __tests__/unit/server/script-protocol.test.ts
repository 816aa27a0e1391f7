import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failureNamed } from '../../../src/messages/failure.ts';
import { prelude } from '../../../src/server/prelude.ts';
import {
  factsIn,
  failureIn,
  isProtocolLine,
  parseFailureLine,
  withoutProtocol,
} from '../../../src/server/script-protocol.ts';
import type { ScriptResult } from '../../../src/server/server.ts';
import { quote } from '../../../src/shell/quote.ts';

function bash(script: string): ScriptResult {
  const { status, stdout, stderr } = spawnSync('bash', ['-s'], { input: script, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('the failure protocol, judged by a real bash', () => {
  test('a named failure comes back with its parameters, and the rest of stderr as evidence', () => {
    const result = bash(
      `${prelude}\nset -eu\necho 'df: broken' >&2\nfailure DISK_FULL host=api.example.com fileSystem=/var needed='1 GB = much' available=\necho on`,
    );
    expect(result.code).toBe(70);
    expect(result.stdout).toBe('');
    const found = failureIn(result);
    expect(found?.code).toBe('DISK_FULL');
    expect(found?.text.what.en).toContain(
      '/var on api.example.com has too little space: 1 GB = much needed,  available',
    );
    expect(found?.evidence).toBe('df: broken');
  });

  test('a script that ends otherwise named no failure', () => {
    expect(failureIn(bash('exit 3'))).toBeUndefined();
    expect(
      failureIn(bash(`${prelude}\n(failure DISK_FULL host=a fileSystem=/ needed=1 available=2)\nexit 0`)),
    ).toBeUndefined();
  });

  test('a code that the catalogue lacks is a defect, not lost', () => {
    const found = failureIn(bash(`${prelude}\nfailure NO_SUCH_CODE a=b`));
    expect(found?.code).toBe('INTERNAL');
    expect(found?.text.what.en).toContain('NO_SUCH_CODE');
  });

  test('values of any text come through unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({ unit: 'grapheme' })
            .filter((s) => !s.includes('\0') && !s.endsWith('\n') && Buffer.from(s).toString() === s),
          { minLength: 1, maxLength: 20 },
        ),
        (values) => {
          const facts = values.map((value, index) => `fact k${index} ${quote(value)}`).join('\n');
          const pairs = values.map((value, index) => `k${index}=${quote(value)}`).join(' ');
          const { stdout, stderr } = bash(`${prelude}\n${facts}\nfailure X ${pairs}`);
          const expected = Object.fromEntries(values.map((value, index) => [`k${index}`, value]));
          expect(factsIn(stdout)).toEqual(expected);
          expect(parseFailureLine(stderr.trimEnd())).toEqual({ code: 'X', parameters: expected });
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each([
    ['@@fact a b', true],
    ['@@failure X', true],
    ['@@factory', false],
    ['plain', false],
  ])('isProtocolLine(%j) is %j', (line, expected) => expect(isProtocolLine(line)).toBe(expected));

  test('withoutProtocol leaves what a person reads', () => {
    expect(withoutProtocol('a\n@@fact k v\nb\n@@failure X\n')).toBe('a\nb\n');
  });
});

test('what nginx complains of is told without the values that it quotes', () => {
  const said = 'nginx: [emerg] invalid value "hunter2" in /etc/nginx/a.conf:3';
  const told = failureNamed('NGINX_REFUSED', { said });
  expect(told.text.what.en).toContain('invalid value "…" in /etc/nginx/a.conf:3');
});
