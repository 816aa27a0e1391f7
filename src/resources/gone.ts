import { quote } from '../shell/quote.ts';

/**
 * Bash functions that tell a container that is gone from an engine that does not answer:
 * - `gone ID`: true only where Docker lists its containers and none has this id.
 * - `await_engine`: waits until Docker answers, a minute at most: it may be restarting.
 */
export const goneFunctions = `gone() {
  local all
  all=$(docker ps -aq --no-trunc 2>/dev/null) || return 2
  case $'\\n'$all$'\\n' in *$'\\n'"$1"$'\\n'*) return 1 ;; esac
}
await_engine() {
  local left
  for left in {1..30}; do ! docker ps -q >/dev/null 2>&1 || return 0; sleep 2; done
  return 1
}`;

/** Bash that is true where the container whose id is in `file` is gone, or where none was made. */
export function goneByFile(file: string): string {
  return `{ id=$(cat ${quote(file)} 2>/dev/null) || id=; [ -z "$id" ] || gone "$id"; }`;
}
