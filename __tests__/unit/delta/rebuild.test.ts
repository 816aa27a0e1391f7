import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { withTimes } from '../../../practice/zip-times.ts';
import type { JarBasis } from '../../../src/delta/basis.ts';
import { readIndex, renderIndex } from '../../../src/delta/index-file.ts';
import { cut } from '../../../src/delta/pieces.ts';
import { localServer } from '../engine/local-server.ts';
import { zip } from '../jar/zip.ts';
import { noise, versions } from './generated-jars.ts';
import { type JarFolder, jarFolder, sha256Of } from './rebuilding.ts';

let root: string;
let jars: JarFolder;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "delta it's "));
  jars = jarFolder(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const basisOf = (bytes: Buffer, name?: string) => jars.basis(bytes, name);
const put = (bytes: Buffer, bases: readonly JarBasis[], environment: Readonly<Record<string, string>> = {}) =>
  jars.put(localServer({ LC_ALL: 'C', ...environment }), bytes, bases);

test('the pieces of a file are all of it, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(versions, async ([, bytes]) => {
      const path = join(root, 'x.jar');
      writeFileSync(path, bytes);
      const { pieces } = await cut(path);
      let at = 0;
      for (const { length, key } of pieces) {
        expect(length).toBeGreaterThan(0);
        expect(sha256Of(bytes.subarray(at, at + length)).startsWith(key)).toBe(true);
        at += length;
      }
      expect(at).toBe(bytes.length);
      const index = renderIndex(pieces) ?? '';
      if (bytes.length > 0) expect(readIndex(index.trimEnd().split('\n'), bytes.length)).toEqual(pieces);
    }),
  );
});

test('generated versions are put together to the byte, or given up with nothing left', async () => {
  let rebuilt = 0;
  await fc.assert(
    fc.asyncProperty(versions, async ([before, now]) => {
      rmSync(jars.incoming, { recursive: true, force: true });
      const { done, index, said } = await put(now, [await basisOf(before)]);
      // What is given up is so before anything is sent.
      expect(said).not.toMatch(/another SHA-256|could not put/);
      if (!done) {
        expect(existsSync(jars.incoming)).toBe(false);
        return;
      }
      rebuilt += 1;
      expect(readFileSync(jars.target).equals(now)).toBe(true);
      expect(statSync(jars.target).mode & 0o777).toBe(0o600);
      expect(readdirSync(jars.incoming)).toEqual(['x.jar']);
      expect(readFileSync(jars.index, 'utf8')).toBe(index);
    }),
    { numRuns: 60 },
  );
  expect(rebuilt).toBeGreaterThan(10);
}, 120_000);

/** Libraries and classes, as a Boot jar has them. */
const files = (version: number) => [
  { name: 'BOOT-INF/classes/A.class', data: noise(version, 900) },
  ...Array.from({ length: 20 }, (_, at) => ({ name: `BOOT-INF/lib/l${at}-1.jar`, data: noise(100 + at, 50_000) })),
];

test('of a jar with one class changed and all times new its headers and that class are sent', async () => {
  const now = withTimes(zip(files(2)), new Date('2026-05-06T07:08:10Z'));
  const { done, sent, said } = await put(now, [await basisOf(zip(files(1)))]);
  expect(done).toBe(true);
  expect(readFileSync(jars.target).equals(now)).toBe(true);
  expect(sent).toBeLessThan(5000);
  expect(said).toMatch(/Sent \d\.\d kB of 1\.0 MB; the rest was on the server/);
});

test('a library of another version is looked into: what its classes have in common is not sent', async () => {
  const library = (version: number) =>
    zip([
      ...Array.from({ length: 30 }, (_, at) => ({ name: `org/C${at}.class`, data: noise(at, 4000) })),
      { name: 'org/Version.class', data: noise(1000 + version, 3000) },
    ]);
  const jar = (version: number) =>
    zip([...files(1), { name: `BOOT-INF/lib/spring-core-5.3.${version}.jar`, data: library(version) }]);
  const { done, sent, scripts } = await put(jar(31), [await basisOf(jar(30))]);
  expect(done).toBe(true);
  expect(scripts).toBe(2);
  expect(readFileSync(jars.target).equals(jar(31))).toBe(true);
  expect(sent).toBeLessThan(9000);
});

test('pieces of two jars of the server; what is long is sent behind the script', async () => {
  const all = files(1);
  const [one, other] = [await basisOf(zip(all.slice(0, 12))), await basisOf(zip(all.slice(9)), 'r2')];
  const now = zip([...all, { name: 'BOOT-INF/lib/new-1.jar', data: noise(9999, 300_000) }]);
  const { done, sent } = await put(now, [one, other]);
  expect(done).toBe(true);
  expect(readFileSync(jars.target).equals(now)).toBe(true);
  expect(sent).toBeGreaterThan(300_000);
  expect(sent).toBeLessThan(310_000);
});

describe('a basis that is not what it was', () => {
  const now = zip(files(2));

  test.each([
    ['gone', (path: string) => rmSync(path), 'is gone or was changed'],
    ['shorter', (path: string) => writeFileSync(path, zip(files(1)).subarray(0, 900_000)), 'is gone or was changed'],
    [
      'one bit of it flipped',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[500_000] = (bytes[500_000] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
      'is damaged',
    ],
  ])('%s: told, and nothing is left', async (_, change, said) => {
    const basis = await basisOf(zip(files(1)));
    change(basis.path);
    const result = await put(now, [basis]);
    expect(result.done).toBe(false);
    expect(result.said).toContain(said);
    expect(existsSync(jars.incoming)).toBe(false);
    // Known to be damaged, it is not used again.
    expect(existsSync(join(basis.folder, 'jar.index'))).toBe(said !== 'is damaged');
  });

  test('tools that are too old are told', async () => {
    const tools = join(root, 'bin');
    mkdirSync(tools);
    writeFileSync(join(tools, 'dd'), '#!/bin/sh\necho "dd: invalid input flag" >&2; exit 1\n', { mode: 0o755 });
    const result = await put(now, [await basisOf(zip(files(1)))], { PATH: `${tools}:${process.env.PATH}` });
    expect(result.done).toBe(false);
    expect(result.said).toContain('could not put the jar together');
    expect(existsSync(jars.incoming)).toBe(false);
  });
});

test('a jar that has little in common with the server’s is left to be sent whole', async () => {
  const { done, scripts } = await put(zip([{ name: 'a', data: noise(77, 100_000) }]), [await basisOf(zip(files(1)))]);
  expect(done).toBe(false);
  expect(scripts).toBe(0);
});
