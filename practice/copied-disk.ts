import { closeSync, mkdirSync, openSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from './command.ts';
import { folder, type Say } from './home.ts';
import { require } from './requirements.ts';
import type { ServerOptions } from './server.ts';
import { serverImage } from './server-image.ts';
import { until } from './waiting.ts';
import type { World } from './world.ts';

/** A disk of its own below folders of a server, of which copies can be taken: what was really written, as after a power cut. */
export interface CopiedDisk {
  /** Goes into the options of a server that has it. */
  readonly options: Pick<ServerOptions, 'dockerArguments' | 'engineData'>;
  /** Copies what is on it at this very moment. The server need not know. */
  copy(name: string): Promise<DiskCopy>;
  /** Unmounts and deletes it with its copies; after the servers that use them are gone. */
  remove(): Promise<void>;
}

/** A copy of a disk. */
export interface DiskCopy {
  readonly name: string;
  /** Mounts it, whereby its file system recovers as at a boot; what a server of it takes. */
  mount(): Promise<Pick<ServerOptions, 'dockerArguments' | 'engineData'>>;
  /** Unmounts and deletes it. */
  remove(): Promise<void>;
}

/** What lies on the disk: all that a switch changes, and what comes back at a boot. */
function optionsAt(path: string): CopiedDisk['options'] {
  const mounts = ['/etc/nginx', '/docker'].flatMap((at) => ['-v', `${join(path, at)}:${at}`]);
  return { dockerArguments: mounts, engineData: join(path, 'engine') };
}

/**
 * Makes an ext4 disk (root only) with nginx's configuration as the server's image has it. Its file lies on a file system
 * that shares blocks between copies (xfs, reflink), so that one takes an instant and nothing is written meanwhile. The
 * file system writes by itself what is 30 s old; until then only what somebody flushes is on disk.
 */
export async function makeCopiedDisk(name: string, world: World, say: Say): Promise<CopiedDisk> {
  await require(['mkfs.ext4', 'mkfs.xfs', 'losetup'], say);
  const home = folder('disks', name);
  const [shelf, shelfFile, path] = [join(home, 'shelf'), join(home, 'shelf.xfs'), join(home, 'disk')];
  const file = join(shelf, 'disk.ext4');
  const copies = new Set<DiskCopy>();
  /** Other processes with mounts of their own (an action that runs with its own hosts) may keep it for a moment. */
  const unmount = async (at: string): Promise<void> => {
    await until(`${at} to be free`, 60, async () => {
      if ((await attempt(['mountpoint', '-q', at])).code !== 0) return true;
      return (await attempt(['umount', at])).code === 0 ? true : undefined;
    });
  };
  const remove = async (): Promise<void> => {
    for (const copy of copies) await copy.remove();
    await unmount(path);
    await unmount(shelf);
    rmSync(home, { recursive: true, force: true });
  };
  await remove();
  for (const one of [shelf, path]) mkdirSync(one, { recursive: true });
  await makeFile(shelfFile, 6000);
  await run(['mkfs.xfs', '-q', '-m', 'reflink=1', shelfFile]);
  await run(['mount', '-o', 'loop', shelfFile, shelf]);
  await makeFile(file, 2000);
  await run(['mkfs.ext4', '-q', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0', file]);
  await run(['mount', '-o', 'loop,commit=300', file, path]);
  for (const one of ['etc/nginx', 'docker', 'engine']) mkdirSync(join(path, one), { recursive: true });
  const image = await serverImage(world.engine, 'ready', say);
  const seed = ['run', '--rm', '--network', 'none', '-v', `${join(path, 'etc/nginx')}:/seed`, image];
  await world.engine.docker([...seed, 'cp', '-a', '/etc/nginx/.', '/seed/']);
  return {
    options: optionsAt(path),
    copy: async (copyName) => {
      const [copyFile, at] = [join(shelf, `${copyName}.ext4`), join(home, copyName)];
      await run(['cp', '--reflink=always', file, copyFile]);
      const copy: DiskCopy = {
        name: copyName,
        mount: async () => {
          mkdirSync(at, { recursive: true });
          await run(['mount', '-o', 'loop', copyFile, at]);
          return optionsAt(at);
        },
        remove: async () => {
          await unmount(at);
          for (const one of [at, copyFile]) rmSync(one, { recursive: true, force: true });
          copies.delete(copy);
        },
      };
      copies.add(copy);
      return copy;
    },
    remove,
  };
}

async function makeFile(path: string, megabytes: number): Promise<void> {
  closeSync(openSync(path, 'w'));
  truncateSync(path, megabytes * 1024 * 1024);
}
