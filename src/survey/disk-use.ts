import type { ScriptProbe } from '../engine/probe.ts';
import { applicationDirectory, staticDirectory } from '../layout/application-paths.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { readLines } from './probe-lines.ts';

/** What an application takes of the server's disks, in bytes. */
export interface DiskUse {
  /** Layers of all images of its name; what several of them have counts once. */
  readonly images: number;
  /** The folders of its releases and static sites; a file under several names counts once. */
  readonly releases: number;
}

/** A file system, and the folders that it holds of those asked for. */
export interface Disk {
  /** Where it is mounted. */
  readonly target: string;
  readonly folders: readonly string[];
  readonly bytes: number;
  readonly free: number;
}

/** Seconds for which the files of an application are counted at most. */
const seconds = 20;

/** Asks what an application takes. Layers are told apart as `measureGrowth` of src/resources/disk-growth.ts does. */
export function diskUseProbe({ app, image }: { readonly app: string; readonly image: string }): ScriptProbe<DiskUse> {
  const folders = [`${applicationDirectory(app)}/releases`, staticDirectory(app)].map(quote).join(' ');
  return {
    script: `docker image ls --format '{{.Repository}}:{{.Tag}}' ${quote(image)} | head -n 50 | while read -r tag; do
  docker history --no-trunc --human=false --format '{{.CreatedAt}} {{.Size}} {{json .CreatedBy}}' "$tag"
done | sort -u | awk '$2 ~ /^[0-9]+$/ { sum += $2 } END { printf "images %.0f\\n", sum }'
timeout ${seconds} find ${folders} -xdev -printf '%i %b\\n' | sort -u | awk '{ sum += $2 * 512 } END { printf "releases %.0f\\n", sum }'`,
    read: (output) => {
      const { value } = readLines(output);
      return { images: Number(value('images') ?? 0), releases: Number(value('releases') ?? 0) };
    },
  };
}

/** Asks for the file systems that hold `folders`; one that does not exist is left out. */
export function disksProbe(folders: readonly string[]): ScriptProbe<readonly Disk[]> {
  return {
    script: `for folder in ${folders.map(quote).join(' ')}; do
  [ ! -d "$folder" ] || echo "disk $(printf %s "$folder" | base64 -w0) $(df -B1 --output=size,avail,target "$folder" | tail -n 1)"
done
true`,
    read: readDisks,
  };
}

/** Reads a line a folder: its path in base64, then size, free bytes and mount point of its file system. */
export function readDisks(output: string): readonly Disk[] {
  const found = new Map<string, Disk>();
  for (const line of readLines(output).values('disk')) {
    const [, base64, bytes, free, target = ''] = /^(\S+)\s+(\d+)\s+(\d+)\s+(.*\S)\s*$/.exec(line) ?? [];
    if (target === '') continue;
    const folders = [...(found.get(target)?.folders ?? []), decode(base64)];
    found.set(target, { target, folders, bytes: Number(bytes), free: Number(free) });
  }
  return [...found.values()];
}
