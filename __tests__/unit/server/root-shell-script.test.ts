import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newMark } from '../../../src/server/marks.ts';
import { refusal } from '../../../src/server/refusal.ts';
import { requestText, type ShellRequest, shellScript } from '../../../src/server/root-shell-script.ts';

/** What a shell prints that reads this, without its own beginning, and what it ends with. */
function serve(input: string | Buffer, programs = '') {
  const shell = shellScript('@@shell:');
  // As in a frame, but not as root: read from a descriptor of its own.
  const env = { ...process.env, PATH: `${programs === '' ? '' : `${programs}:`}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-p', '-c', shell], {
    input,
    env,
    encoding: 'latin1',
    maxBuffer: 50_000_000,
  });
  expect(stdout.startsWith('@@shell:begin\n')).toBe(true);
  return { status, stdout: stdout.slice('@@shell:begin\n'.length), ...(programs === '' ? {} : { stderr }) };
}

const request = (script: string, more: Partial<ShellRequest> = {}): ShellRequest => ({
  mark: newMark(),
  script,
  last: false,
  ...more,
});
/** What belongs between the marks of a request. */
const framed = ({ mark }: ShellRequest, output: string, code: number) => `${mark}begin\n${output}${mark}end ${code}\n`;

/** What a shell reads that is asked for these, in either way. */
const asked = (requests: readonly ShellRequest[], hasBegun: boolean) =>
  Buffer.concat(requests.map((one) => requestText(one, hasBegun)));

describe.each([false, true])('requests of a shell (has begun: %s)', (hasBegun) => {
  test('that arrive together are served one after another, each with its own input', () => {
    const one = request('cat; exit 3', { input: Buffer.from('first\n') });
    const two = request('cat; printf two');
    expect(serve(asked([one, two], hasBegun))).toEqual({
      status: 0,
      stdout: framed(one, 'first\n', 3) + framed(two, 'two', 0),
    });
  });

  test('carry scripts and bytes of every kind, whether gzip makes them smaller or not', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            input: fc.uint8Array({ minLength: 0, maxLength: 3000 }),
            repeated: fc.integer({ min: 1, max: 40 }),
            text: fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\0']/.test(text)),
            code: fc.integer({ min: 0, max: 255 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (cases) => {
          const requests = cases.map(({ input, repeated, text, code }) => {
            const bytes = Buffer.concat(Array.from({ length: repeated }, () => Buffer.from(input)));
            return { bytes, text, code, it: request(`cat; printf %s '${text}'; exit ${code}`, { input: bytes }) };
          });
          const all = requests.map(({ it }) => it);
          const { stdout } = serve(asked(all, hasBegun));
          const expected = requests.map(({ it, bytes, text, code }) =>
            framed(it, bytes.toString('latin1') + Buffer.from(text).toString('latin1'), code),
          );
          expect(stdout).toBe(expected.join(''));
        },
      ),
      { numRuns: 15 },
    );
  });

  test('the last one reads what follows it, from its first byte to its last', () => {
    const data = randomBytes(300_000);
    const first = request('cat');
    const last = request('cat; exit 5', { last: true });
    const { status, stdout } = serve(Buffer.concat([asked([first, last], hasBegun), data]));
    expect(status).toBe(5);
    expect(stdout === `${framed(first, '', 0)}${last.mark}begin\n${data.toString('latin1')}`).toBe(true);
  });

  test('one that lacks a part is not run', () => {
    const whole = requestText(request('echo run', { input: randomBytes(100) }), hasBegun);
    for (const missing of [1, 50, 200]) expect(serve(whole.subarray(0, -missing)).stdout).toBe('');
  });
});

describe('what cannot be unpacked', () => {
  // A gzip that gives a part and then fails, the first time.
  const programs = mkdtempSync(join(tmpdir(), 'unpack-'));
  afterAll(() => rmSync(programs, { recursive: true }));
  beforeEach(() => {
    rmSync(join(programs, 'failed'), { force: true });
    const script = `[ ! -e ${programs}/failed ] || PATH=\${PATH#*:} exec gzip "$@"
: >${programs}/failed
PATH=\${PATH#*:} gzip "$@" | head -c 800; echo no memory >&2; exit 1`;
    writeFileSync(join(programs, 'gzip'), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  });
  const long = Array.from({ length: 500 }, () => 'echo run').join('\n');

  test.each([false, true])('is not run, in no part; what follows is (has begun: %s)', (hasBegun) => {
    const [broken, next] = [request(long, { input: Buffer.from('input') }), request('cat; echo next')];
    const { stdout, stderr } = serve(asked([broken, next], hasBegun), programs);
    expect(stdout).toBe(`${broken.mark}end 72\n${framed(next, 'next\n', 0)}`);
    expect(stderr).toContain('no memory');
    expect(stderr).toContain(`${broken.mark}end 72\n`);
  });

  test('ends the shell where it is the last one', () => {
    expect(serve(asked([request(long, { last: true })], true), programs)).toMatchObject({ status: 72, stdout: '' });
  });

  test('is told by name', () => {
    const refused = { host: '203.0.113.5', username: 'root', code: 72, output: 'gzip: no memory' };
    expect(refusal(refused)).toMatchObject({
      code: 'SCRIPT_NOT_UNPACKED',
      text: { what: { en: expect.stringContaining('gzip: no memory') } },
    });
  });
});

describe('requests', () => {
  test('of a shell that has not begun hold nothing but base64, and do nothing in another one', () => {
    const asking = request('password=hunter2hunter2', { input: Buffer.from('hunter2hunter2') });
    const text = requestText(asking, false).toString();
    expect(text).not.toContain('hunter2');
    const [head = '', ...parts] = text.split('\n');
    expect(parts).toEqual([expect.stringMatching(/^[A-Za-z0-9+/=]+$/)]);
    expect(spawnSync('sh', ['-c', head], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('a long script travels as a fraction of itself', () => {
    const script = Array.from({ length: 2000 }, (_, n) => `ask_${n % 90} "$(stat -c %s /var/lib/file-${n})"`).join(
      '\n',
    );
    expect(requestText(request(script), false).length).toBeLessThan(script.length / 4);
    // To a shell that has begun, incompressible bytes go as they are.
    expect(requestText(request('cat', { input: randomBytes(9000) }), true).length).toBeLessThan(9800);
  });
});
