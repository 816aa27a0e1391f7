import { type Failure, failure } from '../messages/failure.ts';

/** A file system as `df` shows it. */
export interface FileSystem {
  /** Where it is mounted. */
  readonly target: string;
  readonly availableBytes: number;
  /** Files and folders that it can still take; undefined where it counts none (btrfs, vfat). */
  readonly availableInodes?: number | undefined;
  /** The disk that it is on: one that is mounted at several places is there several times. */
  readonly device?: string | undefined;
}

/** What will be written below `path`. */
export interface SpaceNeed {
  readonly path: string;
  readonly bytes: number;
  /** Files and folders. */
  readonly inodes?: number;
}

/** How `df` is to be called for {@link parseDf}. */
export const dfCommand = 'df -B1 --output=source,target,avail,iavail,itotal';

/** Reads the output of {@link dfCommand}: a heading, then a line for each file system that says what is free on it. */
export function parseDf(output: string): FileSystem[] {
  return output
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      // A mount point may hold spaces; the numbers are last, and a dash stands for one that is not known.
      const [, source = '', target, bytes, inodes, all] =
        /^(\S+)\s+(.*\S)\s+(\d+)\s+(\d+|-)\s+(\d+|-)\s*$/.exec(line) ?? [];
      if (target === undefined) return [];
      const counted = Number(all) > 0 && inodes !== '-';
      return [
        {
          target,
          availableBytes: Number(bytes),
          availableInodes: counted ? Number(inodes) : undefined,
          device: source.startsWith('/') ? source : undefined,
        },
      ];
    });
}

/** The file system that holds `path`: the one mounted nearest above it, of several there the last. */
export function fileSystemOf(path: string, systems: readonly FileSystem[]): FileSystem | undefined {
  const holds = ({ target }: FileSystem): boolean => target === '/' || path === target || path.startsWith(`${target}/`);
  return systems.filter(holds).reduce<FileSystem | undefined>((nearest, one) => {
    return nearest === undefined || one.target.length >= nearest.target.length ? one : nearest;
  }, undefined);
}

/** What stands in the way of all `needs` together: a failure for each file system that lacks room, or room for more files. */
export function spaceFailures(host: string, needs: readonly SpaceNeed[], systems: readonly FileSystem[]): Failure[] {
  const sums = new Map<string, { system: FileSystem; bytes: number; inodes: number }>();
  for (const { path, bytes, inodes = 0 } of needs) {
    const system = fileSystemOf(path, systems);
    if (system === undefined) continue;
    const key = system.device ?? system.target;
    const sum = sums.get(key) ?? { system, bytes: 0, inodes: 0 };
    sums.set(key, { system: sum.system, bytes: sum.bytes + bytes, inodes: sum.inodes + inodes });
  }
  return [...sums.values()].flatMap(({ system, bytes, inodes }) => [
    ...(bytes > system.availableBytes ? [diskFull(host, system, bytes)] : []),
    ...(inodes > (system.availableInodes ?? inodes) ? [inodesFull(host, system, inodes)] : []),
  ]);
}

/** DISK_FULL for one file system; RUN_FULL for that of /run, which is memory and is freed in another way. */
function diskFull(host: string, system: FileSystem, neededBytes: number): Failure {
  const { target, availableBytes } = system;
  return failure(isRun(target) ? 'RUN_FULL' : 'DISK_FULL', {
    host,
    fileSystem: target,
    needed: formatBytes(neededBytes),
    available: formatBytes(availableBytes),
  });
}

/** INODES_FULL for one file system. */
function inodesFull(host: string, { target, availableInodes = 0 }: FileSystem, needed: number): Failure {
  return failure('INODES_FULL', { host, fileSystem: target, needed, available: availableInodes });
}

function isRun(target: string): boolean {
  return target === '/run' || target.startsWith('/run/');
}

/** Bytes for a person: `512 B`, `1.5 MB`, `2.0 GB` (powers of 1000, as disks are sold). */
export function formatBytes(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  let value = bytes;
  let unit = 'B';
  for (const next of units) {
    if (value < 999.95) break;
    value /= 1000;
    unit = next;
  }
  return `${value.toFixed(1)} ${unit}`;
}
