import { type Failure, failure } from '../messages/failure.ts';

/** A file system as `df` shows it. */
export interface FileSystem {
  /** Where it is mounted. */
  readonly target: string;
  readonly availableBytes: number;
}

/** Bytes that will be written below `path`. */
export interface SpaceNeed {
  readonly path: string;
  readonly bytes: number;
}

/** Reads the output of `df -B1 --output=target,avail` (a heading, then one line for each argument). */
export function parseDf(output: string): FileSystem[] {
  const systems: FileSystem[] = [];
  for (const line of output.split('\n').slice(1)) {
    // The mount point may hold spaces; the number is last.
    const [, target, available] = /^(.*\S)\s+(\d+)\s*$/.exec(line) ?? [];
    if (target !== undefined) systems.push({ target, availableBytes: Number(available) });
  }
  return systems;
}

/** The file system that holds `path`: the one mounted nearest above it. */
export function fileSystemOf(path: string, systems: readonly FileSystem[]): FileSystem | undefined {
  const holds = ({ target }: FileSystem): boolean => target === '/' || path === target || path.startsWith(`${target}/`);
  return systems.filter(holds).sort((a, b) => b.target.length - a.target.length)[0];
}

/** DISK_FULL for each file system that cannot take what is needed on it altogether. */
export function spaceFailures(host: string, needs: readonly SpaceNeed[], systems: readonly FileSystem[]): Failure[] {
  const sums = new Map<FileSystem, number>();
  for (const { path, bytes } of needs) {
    const system = fileSystemOf(path, systems);
    if (system !== undefined) sums.set(system, (sums.get(system) ?? 0) + bytes);
  }
  return [...sums]
    .filter(([system, needed]) => needed > system.availableBytes)
    .map(([system, needed]) => diskFull(host, system, needed));
}

/** DISK_FULL for one file system. */
export function diskFull(host: string, system: FileSystem, neededBytes: number): Failure {
  return failure('DISK_FULL', {
    host,
    fileSystem: system.target,
    needed: formatBytes(neededBytes),
    available: formatBytes(system.availableBytes),
  });
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
