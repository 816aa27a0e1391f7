import { utimesSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from '../../practice/command.ts';
import { find } from '../../practice/programs.ts';
import type { Ground } from './ground.ts';
import { buildAndRestart, folderOf, jarOf, prepareFolder, type Way } from './way.ts';

/** `rsync -z` over ssh, then a script by `ssh`. */
export function rsyncWay(ground: Ground): Way {
  return {
    name: 'rsync',
    sendsAll: false,
    prepare: (of) => prepareFolder(ground, 'rsync', of),
    transfer: async (of) => {
      const jar = jarOf(ground, of);
      // A build, or a checkout, gives it another time, also where the bytes are the same.
      utimesSync(jar, new Date(), new Date());
      const shell = `${find('ssh') ?? 'ssh'} -F ${ground.sshConfig}`;
      await run([find('rsync') ?? 'rsync', '-tz', '-e', shell, jar, `far:${folderOf('rsync')}/${basename(jar)}`]);
    },
    rest: () => buildAndRestart(ground, 'rsync'),
  };
}
