import { basename } from 'node:path';
import { run } from '../../practice/command.ts';
import { find } from '../../practice/programs.ts';
import type { Ground } from './ground.ts';
import { buildAndRestart, folderOf, jarOf, prepareFolder, type Way } from './way.ts';

/** `scp`, then a script by `ssh`. */
export function opensshWay(ground: Ground): Way {
  return {
    name: 'openssh',
    sendsAll: true,
    prepare: (of) => prepareFolder(ground, 'openssh', of),
    transfer: async (of) => {
      const jar = jarOf(ground, of);
      const scp = [find('scp') ?? 'scp', '-q', '-F', ground.sshConfig];
      await run([...scp, jar, `far:${folderOf('openssh')}/${basename(jar)}`]);
    },
    rest: () => buildAndRestart(ground, 'openssh'),
  };
}
