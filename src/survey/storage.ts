import type { Probe } from '../engine/survey.ts';
import { quote } from '../server/quote.ts';
import { type FileSystem, parseDf } from '../server/space.ts';

/** A folder that the container is to mount. */
export interface FolderState {
  readonly path: string;
  readonly exists: boolean;
  readonly uid: number;
  readonly gid: number;
  readonly empty: boolean;
}

/** The folders to mount, and the file systems with what is free on them. */
export interface Storage {
  readonly folders: readonly FolderState[];
  readonly fileSystems: readonly FileSystem[];
}

/** Asks for the state of `folders`, and for the space of the local file systems. */
export function storageProbe(folders: readonly string[]): Probe<Storage> {
  return {
    script: `
for path in ${folders.map(quote).join(' ')}; do
  encoded=$(printf %s "$path" | base64 -w0)
  if [ -e "$path" ]; then
    echo "folder $encoded yes $(stat -c '%u %g' "$path") $([ -z "$(ls -A "$path" 2>/dev/null)" ] && echo empty || echo full)"
  else
    echo "folder $encoded no 0 0 empty"
  fi
done
df -l -B1 --output=target,avail`,
    read: readStorage,
  };
}

/** Reads the probe's lines: a line a folder, then df's table. */
export function readStorage(output: string): Storage {
  return {
    folders: [...output.matchAll(/^folder (\S+) (yes|no) (\d+) (\d+) (empty|full)$/gm)].map(
      ([, path, exists, uid, gid, content]) => ({
        path: Buffer.from(path ?? '', 'base64').toString('utf8'),
        exists: exists === 'yes',
        uid: Number(uid),
        gid: Number(gid),
        empty: content === 'empty',
      }),
    ),
    fileSystems: parseDf(output.replace(/^folder .*\n/gm, '')),
  };
}
