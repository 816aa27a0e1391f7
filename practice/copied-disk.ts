import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import { folder, type Say } from './home.ts';
import { require } from './requirements.ts';
import type { ServerOptions } from './server.ts';
import { serverImage } from './server-image.ts';
import { makeSmallDisk, makeSparseFile, unmount } from './small-disk.ts';
import type { World } from './world.ts';

/**
 * Disks of its own below folders of a server, of which copies can be taken: what was really written, as after a power
 * cut.
 */
export interface CopiedDisk {
  /** Goes into the options of a server that has it. */
  readonly options: Pick<ServerOptions, 'dockerArguments' | 'engineData'>;
  /** Copies what is on it at this very moment. The server need not know. */
  copy(name: string): Promise<DiskCopy>;
  /** Unmounts and deletes it with its copies; after the servers that use them are gone. */
  remove(): Promise<void>;
}

/** A copy of the disks. */
export interface DiskCopy {
  readonly name: string;
  /** Mounts it, whereby its file system recovers as at a boot; what a server of it takes. */
  mount(): Promise<Pick<ServerOptions, 'dockerArguments' | 'engineData'>>;
  /** Unmounts and deletes it. */
  remove(): Promise<void>;
}

/**
 * All that a switch changes, and what comes back at a boot. The engine's files are on a disk apart: whenever it unmounts an
 * overlay, the kernel writes all that waits to be written to the disk below (overlayfs, `sync_fs`).
 */
const disks = ['system', 'engine'] as const;

function optionsAt(path: string): CopiedDisk['options'] {
  const mounts = ['/etc/nginx', '/docker'].flatMap((at) => ['-v', `${join(path, 'system', at)}:${at}`]);
  return { dockerArguments: mounts, engineData: join(path, 'engine') };
}

/**
 * Makes ext4 disks (root only) with nginx's configuration as the server's image has it. Their files lie on a file system
 * that shares blocks between copies (xfs, reflink), so that one takes an instant and nothing is written meanwhile. The
 * file system writes by itself what is 30 s old; until then only what somebody flushes is on disk.
 */
export async function makeCopiedDisk(name: string, world: World, say: Say): Promise<CopiedDisk> {
  await require(['mkfs.ext4', 'losetup'], say);
  const home = folder('disks', name);
  const path = join(home, 'disk');
  const unmountDisks = async (): Promise<void> => {
    for (const one of disks) await unmount(join(path, one));
  };
  // An earlier process of the same name may have left them.
  await unmountDisks();
  const shelf = await makeSmallDisk(join(name, 'shelf'), 'xfs', 6000, say);
  const fileOf = (of: string, disk: string): string => join(shelf.path, `${of}-${disk}.ext4`);
  const copies = new Set<DiskCopy>();
  const remove = async (): Promise<void> => {
    for (const copy of copies) await copy.remove();
    await unmountDisks();
    await shelf.remove();
    rmSync(home, { recursive: true, force: true });
  };
  const mountAll = async (of: string, at: string): Promise<void> => {
    for (const one of disks) {
      mkdirSync(join(at, one), { recursive: true });
      await run(['mount', '-o', 'loop,commit=300', fileOf(of, one), join(at, one)]);
    }
  };
  for (const one of disks) {
    const file = fileOf('live', one);
    await makeSparseFile(file, 2000);
    await run(['mkfs.ext4', '-q', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0', file]);
  }
  await mountAll('live', path);
  for (const one of ['etc/nginx', 'docker']) mkdirSync(join(path, 'system', one), { recursive: true });
  const image = await serverImage(world.engine, 'ready', say);
  const seed = ['run', '--rm', '--network', 'none', '-v', `${join(path, 'system/etc/nginx')}:/seed`, image];
  await world.engine.docker([...seed, 'cp', '-a', '/etc/nginx/.', '/seed/']);
  return {
    options: optionsAt(path),
    copy: async (copyName) => {
      const at = join(home, copyName);
      for (const one of disks) await run(['cp', '--reflink=always', fileOf('live', one), fileOf(copyName, one)]);
      const copy: DiskCopy = {
        name: copyName,
        mount: async () => {
          await mountAll(copyName, at);
          return optionsAt(at);
        },
        remove: async () => {
          for (const one of disks) {
            await unmount(join(at, one));
            rmSync(fileOf(copyName, one), { force: true });
          }
          rmSync(at, { recursive: true, force: true });
          copies.delete(copy);
        },
      };
      copies.add(copy);
      return copy;
    },
    remove,
  };
}
