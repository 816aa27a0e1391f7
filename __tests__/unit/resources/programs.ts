import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../../src/server/lock-script.ts';
import { type LocalServer, localServer } from '../engine/local-server.ts';

/** Programs of a test that stand before the machine's own, each a bash script that notes how it was called. */
export interface Programs {
  readonly folder: string;
  /** This machine, these programs first on its PATH, its locks in the test's folder. */
  readonly server: LocalServer;
  /** Adds or replaces a program. `$n` counts its calls, from 1. */
  put(name: string, script: string): void;
  /** How a program was called, a line a call. */
  calls(name: string): readonly string[];
  remove(): void;
}

/**
 * Bash function in place of `sleep`, which takes no time: the shell's clock (`SECONDS`) goes on by as long. Of its argument
 * tenths count.
 */
export const fastClock = `sleep() {
  case $1 in *.*) slept=$((\${slept:-0} + \${1%.*} * 10 + \${1#*.})) ;; *) slept=$((\${slept:-0} + $1 * 10)) ;; esac
  SECONDS=$((SECONDS + slept / 10)) slept=$((slept % 10))
}`;

// Not where a test has put it into a folder of its own.
const locks = new RegExp(`(?<!\\w)${lockFolder}`, 'g');

/** Makes a folder for programs, with none in it. */
export function openPrograms(): Programs {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const log = (name: string): string => join(folder, `${name}.calls`);
  const server = localServer({ PATH: `${bin}:${process.env.PATH ?? ''}`, TEST: folder });
  return {
    folder,
    server: { ...server, run: (script, options) => server.run(script.replace(locks, folder), options) },
    put: (name, script) => {
      writeFileSync(log(name), '');
      const count = `printf '%s\\n' "$*" >>'${log(name)}'\nn=$(wc -l <'${log(name)}')`;
      writeFileSync(join(bin, name), `#!/bin/bash\n${count}\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    },
    calls: (name) => readFileSync(log(name), 'utf8').split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
