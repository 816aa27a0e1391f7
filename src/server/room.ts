import type { Failure } from '../messages/failure.ts';
import { dfCommand, parseDf, spaceFailures } from './space.ts';

/**
 * Bash function `room BYTES FOLDER`: ends the script well, with what {@link lackOfRoom} reads, where the disk of a folder
 * does not take one more file of that size.
 */
export const roomFunction = `room() {
  local available inodes all
  read -r available inodes all < <(df -B1 --output=avail,iavail,itotal "$2" | tail -n 1)
  case $available in ''|*[!0-9]*) return 0 ;; esac
  case $inodes$all in *[!0-9]*) all=0 ;; esac
  [ "$1" -gt "$available" ] || { [ "$all" -gt 0 ] && [ "$inodes" -lt 1 ]; } || return 0
  fact needs "$1"
  fact df "$(${dfCommand} "$2")"
  exit 0
}
`;

/** What a script found that was ended by `room`; `path` is where it would have written. */
export function lackOfRoom(facts: Readonly<Record<string, string>>, host: string, path: string): Failure | undefined {
  if (facts.needs === undefined) return undefined;
  // `df` was asked of the file's own folder, so that a link on the way to it does not mislead.
  const systems = parseDf(facts.df ?? '');
  const needs = systems.map(({ target }) => ({ path: target || path, bytes: Number(facts.needs), inodes: 1 }));
  return spaceFailures(host, needs, systems)[0];
}
