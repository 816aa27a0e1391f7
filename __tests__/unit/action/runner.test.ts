import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { readFileCommands } from '../../../practice/runner-protocol.ts';
import * as runner from '../../../src/action/runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'runner-'));
const file = join(folder, 'commands');
beforeEach(() => writeFileSync(file, ''));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `work` writes to standard output. */
function said(work: () => void): string {
  const written: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    work();
  } finally {
    write.mockRestore();
  }
  return written.join('');
}

/** What `work` writes to the file of a kind. */
function filed(kind: string, work: () => void): string {
  process.env[kind] = file;
  writeFileSync(file, '');
  try {
    work();
  } finally {
    delete process.env[kind];
  }
  return readFileSync(file, 'utf8');
}

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\r\nb', '%0A', '::error::x', '服务器: a, b'));

test('every command is, byte for byte, the one that the toolkit writes', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, title) => {
      fc.pre(title !== '');
      expect(said(() => runner.info(text))).toBe(said(() => core.info(text)));
      expect(said(() => runner.debug(text))).toBe(said(() => core.debug(text)));
      expect(said(() => runner.warning(text))).toBe(said(() => core.warning(text)));
      expect(said(() => runner.error(title, text))).toBe(said(() => core.error(text, { title })));
      expect(said(() => runner.startGroup(text))).toBe(said(() => core.startGroup(text)));
      expect(said(() => runner.setSecret(text))).toBe(said(() => core.setSecret(text)));
    }),
  );
  expect(said(runner.endGroup)).toBe(said(core.endGroup));
});

test('outputs and state come back as they went in, as those of the toolkit do', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      // The runner reads lines: how they end is not kept.
      const lines = value.replace(/\r\n?/g, '\n');
      for (const set of [runner.setOutput, core.setOutput]) {
        expect(readFileCommands(filed('GITHUB_OUTPUT', () => set('url', lines)))).toEqual({ url: lines });
      }
      for (const save of [runner.saveState, core.saveState]) {
        expect(readFileCommands(filed('GITHUB_STATE', () => save('phase', lines)))).toEqual({ phase: lines });
      }
    }),
  );
});

test('several outputs stand in the file side by side', () => {
  const content = filed('GITHUB_OUTPUT', () => {
    runner.setOutput('a', 'one\ntwo');
    runner.setOutput('b', '');
  });
  expect(readFileCommands(content)).toEqual({ a: 'one\ntwo', b: '' });
});

test('without a file for it nothing is written, and nothing fails', () => {
  delete process.env.GITHUB_OUTPUT;
  expect(said(() => runner.setOutput('a', 'one'))).toBe('');
});

test('the state that main noted is what post reads', () => {
  process.env.STATE_phase = 'switch';
  expect(runner.getState('phase')).toBe('switch');
  delete process.env.STATE_phase;
  expect(runner.getState('phase')).toBe('');
});
