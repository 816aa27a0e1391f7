import { commandMessages } from '../messages/commands.ts';
import { type Text, text } from '../messages/text.ts';
import { formatBytes } from '../server/space.ts';

/** What is free on a file system of the server, in bytes, before and after old releases were removed. */
export interface Room {
  /** The folder that it holds. */
  readonly of: string;
  readonly before: number;
  readonly after: number;
}

/** What pruning came to. */
export interface FreedSpace {
  readonly releases: number;
  /** Of Docker's folder, and of the releases' where that is on another file system. */
  readonly rooms: readonly Room[];
}

/** Bash that measures by facts what `remove` frees, which counts in `$removed` what it removes. */
export function measureFreed(remove: string): string {
  return `free_space() { df -B1 --output=avail "$1" 2>/dev/null | sed -n '2{s/[^0-9]//g;p}'; }
rooms=/docker
docker_root=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null) || docker_root=
# One disk is told once.
if [ -d "$docker_root" ]; then
  rooms=$docker_root
  [ "$(stat -c %d "$docker_root" 2>/dev/null)" = "$(stat -c %d /docker 2>/dev/null)" ] || rooms=$rooms$'\\n'/docker
fi
removed=0 before=
while IFS= read -r room; do before+="$(free_space "$room" || true) "; done <<<"$rooms"
${remove}
fact pruned-releases "$removed"
number=0
while IFS= read -r room; do
  number=$((number + 1))
  fact "room-$number" "\${before%% *} $(free_space "$room" || true) $room"
  before=\${before#* }
done <<<"$rooms"`;
}

/** What the facts of a step say; undefined where it removed nothing. */
export function freedIn(facts: Readonly<Record<string, string>>): FreedSpace | undefined {
  const releases = Number(facts['pruned-releases'] ?? 0);
  if (!Number.isSafeInteger(releases) || releases < 1) return undefined;
  const rooms = [facts['room-1'], facts['room-2']].flatMap((told) => {
    const [, before, after, of] = /^(\d+) (\d+) (\/.*)$/.exec(told ?? '') ?? [];
    return of === undefined ? [] : [{ of, before: Number(before), after: Number(after) }];
  });
  return { releases, rooms };
}

/** The line of the log and of the summary. */
export function lineOfFreed({ releases, rooms }: FreedSpace): Text {
  const parts = [
    commandMessages.releasesRemoved(releases),
    ...rooms.map(({ of, before, after }) =>
      commandMessages.freedOn({ folder: of, before: formatBytes(before), after: formatBytes(after) }),
    ),
  ];
  return text(parts.map(({ en }) => en).join('; '), parts.map(({ zh }) => zh).join('；'));
}
