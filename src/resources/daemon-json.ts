import { createHash } from 'node:crypto';
import { quote } from '../shell/quote.ts';

/** Where the Docker Engine reads its settings. */
export const daemonJson = '/etc/docker/daemon.json';

/**
 * Bash that writes daemon.json in place of the text that was surveyed, `before`; where somebody has changed that since, it
 * fails and changes nothing. The file keeps its mode, its owner and the link that leads to it. Needs the prelude in front.
 */
export function writeDaemonJson(content: string, before: string | undefined): string {
  return `${locate}
${isStill(before)} || failure DAEMON_JSON_CHANGED
${put(content)}`;
}

/** Bash that puts `before` back where `written` still stands, then runs `then`; what somebody wrote since stays. */
export function takeBackDaemonJson(written: string, before: string | undefined, then = 'true'): string {
  return `${locate}
if ${isStill(written)}; then
${before === undefined ? 'rm -f "$file"' : put(before)}
${then}
fi`;
}

const locate = `file=$(readlink -f ${daemonJson}) || file=${daemonJson}`;

function isStill(content: string | undefined): string {
  if (content === undefined) return '[ ! -e "$file" ]';
  const sum = createHash('sha256').update(content).digest('hex');
  return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}

function put(content: string): string {
  return `mkdir -p "\${file%/*}"
new="\${file%/*}/.\${file##*/}.deploy"
rm -f "$new"
[ ! -e "$file" ] || cp -a "$file" "$new"
printf %s ${quote(content)} >"$new"
put_in_place "$new" "$file"`;
}
