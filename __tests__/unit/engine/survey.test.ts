import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readSections } from '../../../src/engine/answers.ts';
import type { ApiProbe, ScriptProbe } from '../../../src/engine/probe.ts';
import { survey, surveyScript } from '../../../src/engine/survey.ts';
import { Failure, failure, failuresOf } from '../../../src/messages/failure.ts';
import type { Server } from '../../../src/server/server.ts';
import { quote } from '../../../src/shell/quote.ts';
import { localServer } from './local-server.ts';

/** A probe that brings its output as it is. */
function probe(script: string): ScriptProbe<string> {
  return { script, read: (output) => output };
}

test('each answer comes back whole, whatever it looks like, and disturbs no other', async () => {
  const probes = {
    before: probe('echo before'),
    mimic: probe("printf '@@section after aGFja2Vk\\n@@asked\\n@@failure LOCKED app=eA==\\n'"),
    silent: probe('true'),
    open: probe('printf "no line end"'),
    failing: probe('set -e; echo so far; false; echo never'),
    exiting: probe('echo x; exit 3'),
    noisy: probe('echo noise >&2; echo heard'),
    hungry: probe('cat; echo not eaten'),
    killed: probe('echo begun; kill -9 $BASHPID'),
    missing: probe('no-such-program; echo on'),
    after: probe('echo after'),
  };
  expect(await survey(localServer(), probes)).toEqual({
    before: 'before\n',
    mimic: '@@section after aGFja2Vk\n@@asked\n@@failure LOCKED app=eA==\n',
    silent: '',
    open: 'no line end',
    failing: 'so far\n',
    exiting: 'x\n',
    noisy: 'heard\n',
    hungry: 'not eaten\n',
    killed: 'begun\n',
    missing: 'on\n',
    after: 'after\n',
  });
});

test('the second half is asked beside the first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  const there = (name: string) => `until [ -e ${folder}/${name} ] || [ "$SECONDS" -gt 10 ]; do sleep 0.05; done`;
  try {
    const found = await survey(localServer(), {
      one: probe(`${there('three')}; [ -e ${folder}/three ] && touch ${folder}/one && echo one`),
      two: probe('echo two'),
      three: probe(`touch ${folder}/three; ${there('one')}; echo three`),
    });
    expect(found).toEqual({ one: 'one\n', two: 'two\n', three: 'three\n' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('any text comes back to the letter', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((words) => !words.includes('\0'));
  await fc.assert(
    fc.asyncProperty(text, text, async (one, two) => {
      const print = (words: string): ScriptProbe<string> => probe(`printf %s ${quote(words)}`);
      expect(await survey(localServer(), { one: print(one), two: print(two) })).toEqual({ one, two });
    }),
    { numRuns: 25 },
  );
});

test('bytes that are no text do not spoil the frame', async () => {
  const found = await survey(localServer(), {
    bytes: probe("printf '\\377\\0\\n\\200'"),
    text: probe('echo text'),
  });
  expect(found).toEqual({ bytes: '\ufffd\0\n\ufffd', text: 'text\n' });
});

test('a question that was never put is a failure, not an empty answer', async () => {
  const complete = surveyScript({ one: probe('echo 1'), two: probe('echo 2') });
  const { stdout } = await localServer().run(complete);
  const answering = (text: string): Server => ({
    ...localServer(),
    run: () => Promise.resolve({ code: 0, stdout: text, stderr: 'bash: fork: Cannot allocate memory' }),
  });
  const ask = (text: string): Promise<unknown> => survey(answering(text), { one: probe(''), two: probe('') });
  await expect(ask(stdout)).resolves.toEqual({ one: '1\n', two: '2\n' });
  const [, packed = ''] = /^@@answers (\S+)/m.exec(stdout) ?? [];
  const text = gunzipSync(Buffer.from(packed, 'base64')).toString();
  const repacked = (words: string) => `@@answers ${gzipSync(words).toString('base64')}`;
  await expect(ask(repacked(text))).resolves.toEqual({ one: '1\n', two: '2\n' });
  await expect(ask(repacked(text.slice(0, -1)))).rejects.toMatchObject({
    code: 'SURVEY_FAILED',
    evidence: 'bash: fork: Cannot allocate memory',
  });
  await expect(ask('')).rejects.toBeInstanceOf(Failure);
});

test('a survey that is ended from outside says so, or names its own failure', async () => {
  const ending = (stderr: string): Server => ({
    ...localServer(),
    run: () => Promise.resolve({ code: 137, stdout: '', stderr }),
  });
  await expect(survey(ending('Killed'), { one: probe('') })).rejects.toMatchObject({
    code: 'SURVEY_FAILED',
    evidence: 'Killed',
  });
  await expect(survey(ending('@@failure DOCKER_SNAP'), { one: probe('') })).rejects.toMatchObject({
    code: 'DOCKER_SNAP',
  });
});

test('a survey that a signal ended, or that lacks an answer, says so in words', async () => {
  const ending = (code: number | null): Server => ({
    ...localServer(),
    run: () => Promise.resolve({ code, stdout: '', stderr: '' }),
  });
  const what = async (code: number | null) => {
    const [failed] = failuresOf(await survey(ending(code), { nginx: probe('') }).catch((error: unknown) => error));
    return failed?.text.what;
  };
  expect(await what(null)).toEqual({
    en: expect.stringContaining('(ended by a signal)'),
    zh: expect.stringContaining('（被信号终止）'),
  });
  expect(await what(0)).toEqual({
    en: expect.stringContaining('(no result for "nginx")'),
    zh: expect.stringContaining('（没有“nginx”的结果）'),
  });
  expect((await what(137))?.en).toContain('(exit code 137)');
});

test('what stands around the answers is passed over, and what comes of them when they are cut short is whole', () => {
  const text = gzipSync('m1\nm1 a\nx@@askedm1 b\ny\nm1\n@@askedm1 c\nz').toString('base64');
  const answers = [
    ['a', 'x'],
    ['b', 'y\nm1\n'],
  ];
  expect([...readSections(`motd\n@@answers ${text}\nnoise\n`)]).toEqual(answers);
  expect([...readSections(`@@answers ${text.slice(0, -12)}`)]).toEqual(answers);
  expect([...readSections('@@answers !')]).toEqual([]);
  expect([...readSections('@@answers bm8gZ3ppcA==')]).toEqual([]);
});

test('each question is named on stderr as it is put, and is no evidence', async () => {
  const { stderr } = await localServer().run(surveyScript({ one: probe('echo 1 >&2'), two: probe('echo 2') }));
  // Halves of them at a time.
  expect(stderr.split('\n').sort()).toEqual(['', '@@asks one', '@@asks two']);
  const ending: Server = {
    ...localServer(),
    run: () => Promise.resolve({ code: 137, stdout: '', stderr: `${stderr}Killed\n` }),
  };
  await expect(survey(ending, { one: probe('') })).rejects.toMatchObject({ evidence: 'Killed\n' });
});

describe('questions to an API beside those to the server', () => {
  const answering = <T>(answer: T): ApiProbe<T> => ({ ask: () => Promise.resolve(answer) });
  const refusing = (code: 'DOCKER_SNAP' | 'PACKAGES_LOCKED'): ApiProbe<never> => ({
    ask: () => Promise.reject(code === 'DOCKER_SNAP' ? failure(code, {}) : failure(code, { manager: 'apt' })),
  });
  const unreadable: ScriptProbe<never> = {
    script: ':',
    read: () => {
      throw failure('LOCK_LOST', { host: 'h', app: 'a' });
    },
  };

  test('all are asked at once', async () => {
    const asked: string[] = [];
    let answer: () => void = () => {};
    const local = localServer();
    const server: Server = {
      ...local,
      run: (script) => {
        asked.push('server');
        answer();
        return local.run(script);
      },
    };
    const slow: ApiProbe<string> = {
      ask: () => {
        asked.push('api');
        return new Promise((resolve) => {
          answer = () => resolve('at last');
        });
      },
    };
    const again: ApiProbe<number> = {
      ask: async () => {
        asked.push('another');
        answer();
        return 3;
      },
    };
    expect(await survey(server, { slow, one: probe('echo 1'), again })).toEqual({
      slow: 'at last',
      one: '1\n',
      again: 3,
    });
    expect(asked.toSorted()).toEqual(['another', 'api', 'server']);
  });

  test('what nobody asks of the server costs no exchange', async () => {
    const server = localServer();
    expect(await survey(server, { a: answering([1]), b: answering(undefined) })).toEqual({ a: [1], b: undefined });
    expect(server.scripts).toEqual([]);
  });

  test('what fails of any of them is told all at once, a single failure as it is', async () => {
    const probes = { a: refusing('DOCKER_SNAP'), b: unreadable, c: probe('echo 1'), d: refusing('PACKAGES_LOCKED') };
    const failed = await survey(localServer(), probes).catch((error: unknown) => error);
    expect(failuresOf(failed).map(({ code }) => code)).toEqual(['LOCK_LOST', 'DOCKER_SNAP', 'PACKAGES_LOCKED']);
    const gone: Server = {
      ...localServer(),
      run: () => Promise.reject(failure('CONNECTION_STALLED', { host: 'h', seconds: 1 })),
    };
    const both = await survey(gone, probes).catch((error: unknown) => error);
    expect(failuresOf(both).map(({ code }) => code)).toEqual(['CONNECTION_STALLED', 'DOCKER_SNAP', 'PACKAGES_LOCKED']);
    await expect(survey(localServer(), { b: unreadable })).rejects.toMatchObject({ code: 'LOCK_LOST' });
    await expect(survey(gone, { c: probe(':'), e: answering(1) })).rejects.toMatchObject({
      code: 'CONNECTION_STALLED',
    });
  });

  test('a failure of one does not leave the others unheard', async () => {
    let heard = false;
    const late: ApiProbe<void> = {
      ask: async () => {
        await new Promise((done) => setTimeout(done, 50));
        heard = true;
      },
    };
    await expect(survey(localServer(), { a: refusing('DOCKER_SNAP'), late })).rejects.toBeInstanceOf(Failure);
    expect(heard).toBe(true);
  });
});
