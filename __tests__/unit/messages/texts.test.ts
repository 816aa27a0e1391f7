import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '../../../src/messages/errors.ts';
import {
  Failures,
  failure,
  failureNamed,
  failuresOf,
  gather,
  describe as words,
} from '../../../src/messages/failure.ts';
import type { Text } from '../../../src/messages/text.ts';

const src = join(import.meta.dirname, '../../../src');
const han = /\p{Script=Han}/u;
/** Chinese characters, or at least Chinese punctuation between names that are the same in every language. */
const chinese = /[\p{Script=Han}，。：；]/u;

/** Names that exist in Chinese only: places of WeChat's console, the filing of a domain. */
const namesInChinese = [
  /服务器域名 \(mp\.weixin\.qq\.com → 开发管理\)/,
  /服务器域名/g,
  /接入备案|备案/,
  /request 合法域名|socket 合法域名/,
];

/** Stands for whatever a text asks for: any property, any call, any conversion. */
const anything: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '7' : key === Symbol.iterator ? undefined : anything),
  apply: () => anything,
});

/** Every text below a value, with the way that leads to it; functions are called. */
function textsIn(value: unknown, path: string): readonly (readonly [path: string, text: Text])[] {
  if (typeof value === 'function') {
    const made: unknown = (value as (...words: unknown[]) => unknown)(...Array<unknown>(8).fill(anything));
    return textsIn(made, `${path}()`);
  }
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [[path, value as Text]];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${path}.${key}`));
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
}

// They make or carry texts, or what texts speak of, and have none of their own.
const makers = ['text.ts', 'failure.ts', 'cancelled.ts', 'log.ts', 'held-log.ts', 'hop.ts', 'registry-mirror.ts'];
const modules = files(join(src, 'messages')).filter((name) => !makers.includes(name));

test.each(modules)('%s: all of it in both languages', async (name) => {
  const texts = textsIn(await import(join(src, 'messages', name)), name);
  expect(texts.length).toBeGreaterThan(0);
  for (const [path, { en, zh }] of texts) {
    expect([path, en.trim()]).not.toEqual([path, '']);
    const english = namesInChinese.reduce((rest, one) => rest.replace(one, ''), en);
    expect([path, english.match(han)?.[0]]).toEqual([path, undefined]);
    expect([path, chinese.test(zh)]).toEqual([path, true]);
    expect([path, `${en}${zh}`.match(/undefined|\[object|NaN/)?.[0]]).toEqual([path, undefined]);
  }
});

test('texts outside of the catalogue are in both languages too', () => {
  const call = /\btext\(\s*(['`"])((?:\\.|(?!\1)[\s\S])*)\1,\s*(['`"])((?:\\.|(?!\3)[\s\S])*)\3,?\s*\)/g;
  let found = 0;
  for (const name of files(src)) {
    for (const [, , en = '', , zh = ''] of readFileSync(join(src, name), 'utf8').matchAll(call)) {
      // Nothing but what is put in: the same in every language.
      if (zh.replaceAll(/\$\{[^}]*\}|[\s+-]/g, '') === '') continue;
      found += 1;
      expect([name, en, chinese.test(zh)]).toEqual([name, en, true]);
      if (!name.startsWith('messages')) expect([name, en.match(han)?.[0]]).toEqual([name, undefined]);
    }
  }
  expect(found).toBeGreaterThan(100);
});

/** What scripts on the server call by name: each code with the parameters given, and where. */
function namedInScripts(): readonly { code: string; given: readonly string[]; file: string }[] {
  return files(src)
    .filter((name) => !name.startsWith('messages'))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      // A call goes on after a backslash at the end of a line (two, within a template).
      return [...text.matchAll(/\bfailure ([A-Z]{2,}(?:_[A-Z]+)+)((?:[^\n]|(?<=\\)\n)*)/g)].map(([, code, rest]) => ({
        code: code ?? '',
        given: [...(rest ?? '').matchAll(/[\s"](\w+)=/g)].map((match) => match[1] ?? ''),
        file,
      }));
    });
}

test('every failure that a script names is in the catalogue, and gets all that its words ask for', () => {
  const named = namedInScripts();
  expect(named.length).toBeGreaterThan(12);
  for (const { code, given, file } of named) {
    expect([file, code, Object.hasOwn(errors, code)]).toEqual([file, code, true]);
    const asked = new Set<string>();
    const listening = new Proxy({}, { get: (_, key) => asked.add(String(key)) && '' });
    (errors[code as keyof typeof errors] as (p: unknown) => unknown)(listening);
    expect([file, code, [...asked].filter((key) => !given.includes(key))]).toEqual([file, code, []]);
  }
});

test('a code that the catalogue lacks is the action’s own error, with all that was said', () => {
  expect(failureNamed('toString', { a: 'b' }, 'evidence')).toMatchObject({
    code: 'INTERNAL',
    message: expect.stringContaining('toString {"a":"b"}'),
    evidence: 'evidence',
  });
});

test('whatever is thrown becomes failures, and several are told at once', async () => {
  expect(failuresOf(new TypeError('x'))[0]).toMatchObject({ code: 'INTERNAL', cause: expect.any(TypeError) });
  expect(failuresOf('x')[0]?.message).toContain('x');
  const [one, two] = [failure('DOCKER_SNAP', {}), failure('DOCKER_PODMAN', {})];
  const all = gather([Promise.reject(one), Promise.resolve(1), Promise.reject(new Failures([two, one]))]);
  await expect(all).rejects.toMatchObject({ failures: [one, two, one] });
  await expect(gather([Promise.resolve(1), Promise.resolve('b')])).resolves.toEqual([1, 'b']);
});

test('a failure reads as what, why and what to do', () => {
  const lines = words(failure('DOCKER_SNAP', {}), 'zh').split('\n');
  expect(lines[0]).toMatch(/^DOCKER_SNAP: /);
  expect(lines.map((line) => line.split(':')[0])).toEqual(['DOCKER_SNAP', '原因', '解决办法']);
});
