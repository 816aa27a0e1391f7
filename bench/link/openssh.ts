import { basename } from 'node:path';
import { run } from '../../practice/command.ts';
import { find } from '../../practice/programs.ts';
import type { Ground } from './ground.ts';
import {
  folderOf,
  jarOf,
  overSsh,
  prepareFolder,
  removeContainer,
  restartScript,
  serverSeconds,
  type Way,
} from './way.ts';

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
    rest: async () => {
      const script = restartScript('openssh', 'openssh', 'docker build -q -t openssh .');
      const seconds = serverSeconds(await overSsh(ground, script));
      await removeContainer(ground, 'openssh');
      return seconds;
    },
  };
}
