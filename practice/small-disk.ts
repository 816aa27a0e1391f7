import { closeSync, mkdirSync, openSync, rmSync, truncateSync } from 'node:fs';
import { attempt, run } from './command.ts';
import { folder, type Say } from './home.ts';
import { require } from './requirements.ts';
import { until } from './waiting.ts';

/** A file system of its own size on this machine, to be mounted into a server. */
export interface SmallDisk {
  readonly path: string;
  /** Unmounts and deletes it; after the server that uses it is gone. */
  remove(): Promise<void>;
}

/** How a file system is made: ext4 with all of its space for anybody, or xfs, whose copies share their blocks (reflink). */
const makers = { ext4: ['mkfs.ext4', '-q', '-m', '0'], xfs: ['mkfs.xfs', '-q', '-m', 'reflink=1'] } as const;

/**
 * Makes a small file system (root only). `name` tells it from others; `options` are for its maker, such as `-N`, how many
 * files an ext4 takes.
 */
export async function makeSmallDisk(
  name: string,
  type: keyof typeof makers,
  megabytes: number,
  say: Say,
  options: readonly string[] = [],
): Promise<SmallDisk> {
  await require([makers[type][0], 'mount'], say);
  const path = folder('disks', name);
  const file = `${path}.${type}`;
  const remove = async (): Promise<void> => {
    await unmount(path);
    rmSync(file, { force: true });
    rmSync(path, { recursive: true, force: true });
  };
  await remove();
  mkdirSync(path, { recursive: true });
  await makeSparseFile(file, megabytes);
  await run([...makers[type], ...options, file]);
  await run(['mount', '-o', 'loop', file, path]);
  return { path, remove };
}

/** Makes an empty file that takes no space until it is written to. */
export async function makeSparseFile(path: string, megabytes: number): Promise<void> {
  closeSync(openSync(path, 'w'));
  truncateSync(path, megabytes * 1024 * 1024);
}

/**
 * Unmounts what is mounted there; other processes with mounts of their own (an action with its own hosts) may keep it
 * for a moment.
 */
export async function unmount(path: string): Promise<void> {
  await until(`${path} to be free`, 60, async () => {
    if ((await attempt(['mountpoint', '-q', path])).code !== 0) return true;
    return (await attempt(['umount', path])).code === 0 ? true : undefined;
  });
}
