import type { WrittenFile, WrittenFiles } from '../../../src/survey/written-files.ts';

/** A file as a container has it; `second` is when it was changed. */
export function file(path: string, second = 100, bytes = 10, copied = false): WrittenFile {
  return { path, times: { changed: `${second}.000000000`, modified: second, bytes }, copied };
}

/** What a running container holds in its own layer, with what a test changes. */
export function written(changes: Partial<WrittenFiles> = {}): WrittenFiles {
  return {
    container: 'a'.repeat(64),
    name: 'mccm-server',
    seen: true,
    running: true,
    mounts: ['/docker/app/MCCM-server/file-system', '/docker/app/MCCM-server/logs'],
    files: [],
    addedFolders: new Set(['/docker/app/MCCM-server/storage']),
    imageFolders: new Set(['/docker/app/MCCM-server', '/root']),
    open: new Set(),
    kept: false,
    baseline: new Map(),
    restarted: undefined,
    anonymous: new Map(),
    cut: false,
    ...changes,
  };
}
