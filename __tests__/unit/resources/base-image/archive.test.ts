import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { packImage, readSaved } from '../../../../src/resources/base-image/archive.ts';
import { configOf, digestOf, writeSaved } from './saved.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const image = { architecture: 'arm64', layers: ['bottom', 'x'.repeat(2_000_000), 'bottom', 'top'] };

async function saved(architecture = 'arm64') {
  await writeSaved(at('saved.tar'), { architecture: 'amd64', layers: ['other'] }, image);
  return readSaved(at('saved.tar'), architecture);
}

/** What is in the archive that was made: entry by entry. */
function entriesIn(file: string): Record<string, string> {
  const names = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(
    names.map((name) => [name, execFileSync('tar', ['-xzOf', file, name], { encoding: 'utf8', maxBuffer: 1e8 })]),
  );
}

test('of an archive with several images the one for the architecture is taken, under the id that it says itself', async () => {
  const found = await saved();
  expect(found).toMatchObject({ id: digestOf(configOf(image)), layers: image.layers.map(digestOf) });
  expect(await saved('riscv64')).toBeUndefined();
  writeFileSync(at('empty.tar'), Buffer.alloc(1024));
  expect(await readSaved(at('empty.tar'), 'arm64')).toBeUndefined();
});

test('the layers that are missing are sent, each once, all of them named in the manifest, no name with them', async () => {
  const found = await saved();
  if (found === undefined) throw new Error('not read');
  const name = (content: string): string => digestOf(content).slice('sha256:'.length);
  const [bottom = '', large = '', , top = ''] = image.layers;
  const files = image.layers.map((layer) => `${name(layer)}.tar`);
  await packImage(found, 1, at('some'));
  const some = entriesIn(at('some'));
  expect(JSON.parse(some['manifest.json'] ?? '')).toEqual([
    { Config: `${name(configOf(image))}.json`, RepoTags: null, Layers: files },
  ]);
  expect(some[`${name(configOf(image))}.json`]).toBe(configOf(image));
  // The one below recurs further up, where the server has nothing of it.
  expect(Object.keys(some).slice(2).toSorted()).toEqual(
    [bottom, large, top].map((layer) => `${name(layer)}.tar`).toSorted(),
  );
  expect(some[`${name(large)}.tar`]).toBe(large);
  const most = await packImage(found, 3, at('most'));
  expect(Object.keys(entriesIn(at('most'))).slice(2)).toEqual([`${name(top)}.tar`]);
  expect(most).toMatchObject({ bytes: readFileSync(at('most')).length });
  expect(`sha256:${most.sha256}`).toBe(digestOf(readFileSync(at('most'))));
  await packImage(found, 4, at('none'));
  expect(Object.keys(entriesIn(at('none')))).toHaveLength(2);
});

test('the same image comes out as the same bytes', async () => {
  const first = await saved();
  if (first === undefined) throw new Error('not read');
  const one = await packImage(first, 0, at('one'));
  // On another day: a header without a time of its own has that of the clock.
  jest.useFakeTimers({ now: Date.now() + 86_400_000, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  try {
    const second = await saved();
    if (second === undefined) throw new Error('not read');
    expect((await packImage(second, 0, at('two'))).sha256).toBe(one.sha256);
  } finally {
    jest.useRealTimers();
  }
});
