import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folder, type Say } from '../home.ts';
import { exclusively } from '../processes.ts';
import { goInstall } from './go.ts';

const version = 'v0.2.89';

/** The path of act, a runner for GitHub's workflows; built once, by Go. */
export function installAct(say: Say): Promise<string> {
  return exclusively('act', async () => {
    const program = join(folder('tools', `act-${version}`), 'act');
    if (existsSync(program)) return program;
    say(`Building act ${version} by Go (once)`);
    const work = folder('build', 'act');
    rmSync(work, { recursive: true, force: true });
    await goInstall(`github.com/nektos/act@${version}`, work, say);
    renameSync(join(work, 'act'), program);
    rmSync(work, { recursive: true });
    return program;
  });
}
