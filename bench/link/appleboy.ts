import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { run } from '../../practice/command.ts';
import { folder, type Say } from '../../practice/home.ts';
import { exclusively } from '../../practice/processes.ts';
import { goInstall } from '../../practice/workflow-runner/go.ts';
import type { Ground } from './ground.ts';
import { folderOf, jarOf, prepareFolder, removeContainer, restartScript, serverSeconds, type Way } from './way.ts';

/** Paths of the two programs. */
export interface Appleboy {
  readonly scp: string;
  readonly ssh: string;
}

const versions = { 'drone-scp': 'v1.8.1', 'drone-ssh': 'v1.8.4' } as const;

/**
 * The programs that appleboy/scp-action and appleboy/ssh-action run: those on the PATH, else installed once as Go modules.
 * Throws an Error where the module proxy does not offer them.
 */
export async function installAppleboy(say: Say): Promise<Appleboy> {
  return { scp: await install('drone-scp', say), ssh: await install('drone-ssh', say) };
}

function install(name: keyof typeof versions, say: Say): Promise<string> {
  return exclusively(name, async () => {
    const onPath = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name));
    const known = onPath.find((path) => existsSync(path));
    if (known !== undefined) return known;
    const program = join(folder('tools', `${name}-${versions[name]}`), name);
    if (existsSync(program)) return program;
    say(`Building ${name} ${versions[name]} by Go (once)`);
    const work = folder('build', name);
    rmSync(work, { recursive: true, force: true });
    await goInstall(`github.com/appleboy/${name}@${versions[name]}`, work, say);
    renameSync(join(work, name), program);
    rmSync(work, { recursive: true });
    return program;
  });
}

/** `drone-scp`, then a script by `drone-ssh`, with what their actions set. */
export function appleboyWay(ground: Ground, { scp, ssh }: Appleboy): Way {
  const { link, server } = ground;
  const target = ['--host', link.address, '--port', String(link.port), '--key-path', server.privateKeyPath];
  return {
    name: 'appleboy',
    sendsAll: true,
    prepare: (of) => prepareFolder(ground, 'appleboy', of),
    transfer: async (of) => {
      const jar = jarOf(ground, of);
      const what = ['--source', basename(jar), '--target', folderOf('appleboy'), '--tar.tmp-path', '/tmp/'];
      await run([scp, ...target, ...what], { cwd: dirname(jar) });
    },
    rest: async () => {
      const script = restartScript('appleboy', 'appleboy', 'docker build -q -t appleboy .');
      const seconds = serverSeconds(await run([ssh, ...target, '--script', script]));
      await removeContainer(ground, 'appleboy');
      return seconds;
    },
  };
}
