import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalServer, localServer } from '../engine/local-server.ts';

/** Programs of a test that stand before the machine's own, each a bash script that notes how it was called. */
export interface Programs {
  readonly folder: string;
  /** This machine, these programs first on its PATH. */
  readonly server: LocalServer;
  /** Adds or replaces a program. `$n` counts its calls, from 1. */
  put(name: string, script: string): void;
  /** How a program was called, a line a call. */
  calls(name: string): readonly string[];
  remove(): void;
}

/** Makes a folder for programs, with none in it. */
export function openPrograms(): Programs {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const log = (name: string): string => join(folder, `${name}.calls`);
  return {
    folder,
    server: localServer({ PATH: `${bin}:${process.env.PATH ?? ''}`, TEST: folder }),
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
