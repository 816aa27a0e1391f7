import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folder, type Say } from '../home.ts';
import { exclusively } from '../processes.ts';
import { goInstall } from '../workflow-runner/go.ts';

// Debian bookworm's 2.4 knows neither renewal information nor profiles.
const version = 'v2.10.1';

/** The path of pebble, Let's Encrypt's authority for tests; built once, by Go. */
export function installPebble(say: Say): Promise<string> {
  return exclusively('pebble', async () => {
    const program = join(folder('tools', `pebble-${version}`), 'pebble');
    if (existsSync(program)) return program;
    say(`Building pebble ${version} by Go (once)`);
    const work = folder('build', 'pebble');
    rmSync(work, { recursive: true, force: true });
    await goInstall(`github.com/letsencrypt/pebble/v2/cmd/pebble@${version}`, work, say);
    renameSync(join(work, 'pebble'), program);
    rmSync(work, { recursive: true });
    return program;
  });
}
