import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.ts';
import { folder, type Say } from '../home.ts';
import { exclusively } from '../processes.ts';
import { find } from '../requirements.ts';

const version = 'v0.2.89';

/** Where Go puts itself when it is not a distribution's. */
const usualGo = '/usr/local/go/bin/go';

/** The Go toolchain, which builds act; undefined where this machine has none. */
export function findGo(): string | undefined {
  return find('go') ?? (existsSync(usualGo) ? usualGo : undefined);
}

/** Why the workflow runner cannot be had here; undefined where it can. */
export function lacksAct(): string | undefined {
  const had = findGo() !== undefined || existsSync(join(place(), 'act'));
  return had ? undefined : `act ${version} is built by Go once, and there is no \`go\` on the PATH or at ${usualGo}`;
}

/** The path of act, a runner for GitHub's workflows; built once, by Go. Throws an Error where there is no Go. */
export function installAct(say: Say): Promise<string> {
  return exclusively('act', async () => {
    const program = join(place(), 'act');
    if (existsSync(program)) return program;
    const go = findGo();
    if (go === undefined) throw new Error(lacksAct());
    say(`Building act ${version} by Go (once)`);
    const work = folder('build', 'act');
    rmSync(work, { recursive: true, force: true });
    await run([go, 'install', `github.com/nektos/act@${version}`], { env: { GOBIN: work } });
    renameSync(join(work, 'act'), program);
    return program;
  });
}

function place(): string {
  return folder('tools', `act-${version}`);
}
