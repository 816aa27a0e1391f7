import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { checksum } from '../../../src/server/checksum.ts';
import { frame, rootCommand } from '../../../src/server/frame.ts';

test('checksums are those of cksum', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('a'), Buffer.from('Hellö\n'), randomBytes(70_001)]) {
    expect(checksum(bytes)).toBe(execFileSync('cksum', { input: bytes, encoding: 'utf8' }).trim());
  }
});

/** What bash makes of `input`, started as the command of an exchange starts it. */
function run(input: string): { readonly code: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync('bash', ['--norc', '--noprofile', '-p', '-s'], { input, encoding: 'utf8' });
  return { code: status, stdout };
}

describe('a frame', () => {
  const script = `exec 9<&-\n{\nexec 3<&0\nread -r line <&3\necho "<$line>" ${'x'.repeat(200)}\nexit 3\n}\n`;
  const text = frame(script, rootCommand, false);

  test('runs its script, which reads what follows', () => {
    expect(run(`${text}more\n`)).toEqual({ code: 3, stdout: `<more> ${'x'.repeat(200)}\n` });
  });

  test('runs nothing of it where a part is missing, at whichever end', () => {
    const said = new Set<string>();
    // From behind the empty lines in front, which stand for nothing.
    const codes = new Set<number | null>();
    for (let taken = 9; taken < text.length - 1; taken += 29) {
      const { code, stdout } = run(`${text.slice(taken)}more\n`);
      said.add(stdout);
      if (stdout === '') codes.add(code);
      said.add(run(text.slice(0, taken)).stdout);
    }
    // Without its first line only, which is for other shells, it is whole.
    expect([...said].filter((words) => words !== '' && words !== `<more> ${'x'.repeat(200)}\n`)).toEqual([]);
    expect(codes).toContain(71);
  });

  test('has bash forget what is exported, functions included', () => {
    const exported = {
      TMOUT: '1',
      SHELLOPTS: 'xtrace',
      HTTPS_PROXY: 'http://proxy',
      'BASH_FUNC_cat%%': '() { echo mine; }',
    };
    const look = frame('exec 9<&-; bash -c "type -t cat; env" | grep -v "^_=" | sort', rootCommand, false);
    const { stdout } = spawnSync('bash', ['--norc', '--noprofile', '-p', '-s'], {
      input: look,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...exported },
    });
    const names = stdout.split('\n').map((line) => line.split('=')[0]);
    expect(names).toEqual(['HTTPS_PROXY', 'LC_ALL', 'PATH', 'PWD', 'SHLVL', 'file', '']);
  });

  test('holds no more of it than its base64', () => {
    expect(text).not.toContain('read -r line');
  });
});
