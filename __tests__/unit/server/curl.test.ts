import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const src = join(import.meta.dirname, '../../../src');
const calls = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('messages/'))
  .flatMap((name) => {
    const lines = readFileSync(join(src, name), 'utf8').split('\n');
    return lines.filter((line) => /\bcurl -/.test(line)).map((line) => `${name}: ${line.trim()}`);
  });

test('every curl on the server leaves ~/.curlrc unread', () => {
  expect(calls.length).toBeGreaterThan(4);
  expect(calls.filter((call) => !/\bcurl -q /.test(call))).toEqual([]);
});

test('which is what -q does, where it comes first', () => {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  try {
    writeFileSync(join(home, '.curlrc'), 'include\nwrite-out = "shaped by .curlrc"\n');
    const ask = (...argv: string[]): string => {
      const env = { PATH: process.env.PATH, HOME: home };
      return execFileSync('curl', [...argv, '-s', '-o', '/dev/null', `file://${home}/.curlrc`], {
        encoding: 'utf8',
        env,
      });
    };
    expect(ask()).toBe('shaped by .curlrc');
    expect(ask('-q')).toBe('');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
