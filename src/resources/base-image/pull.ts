import { manifestPath, registryOf } from '../../dockerfile/base-image.ts';
import { askRegistry, knowSources, metRegistry } from '../../fragments/ask-registry.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import { isDead, type MirrorObservation } from '../../messages/registry-mirror.ts';
import { factsIn } from '../../server/script-protocol.ts';
import type { ScriptResult } from '../../server/server.ts';
import { quote } from '../../shell/quote.ts';

/** Seconds from which on a pull is asked what it waited for; of a large image it may be nothing but its size. */
const longSeconds = 10;

/** Seconds for which a mirror may leave the question unanswered that is put to it afterwards. */
const askSeconds = 8;

/**
 * The pull. Where it failed or was long, each mirror of Docker Hub is asked for the image once, all at the same time, and
 * the engine's log for how long it waited for each: it tries them in their order, and hides all that in one sentence.
 */
export function pullScript(image: string): string {
  if (registryOf(image) !== undefined) return `docker pull ${quote(image)} 2>&1`;
  return `begun=$(date +%s) code=0
docker pull ${quote(image)} 2>&1 || code=$?
[ "$code" -ne 0 ] || [ $(($(date +%s) - begun)) -ge ${longSeconds} ] || exit 0
${knowSources}
know_sources || true
${askRegistry}
answers=$(if [ -z "$proxy" ]; then for mirror in $mirrors; do ask_registry "$mirror" ${quote(manifestPath(image))} ${askSeconds} & done; wait; fi)
log=$(journalctl -u docker -u containerd --since "@$begun" -o short-unix --no-pager 2>/dev/null | grep -aE 'Error getting v2 registry|trying next host|Attempting next endpoint') || true
before=$begun
for mirror in $mirrors; do
  host=\${mirror#*://}; host=\${host%%/*} seconds=-
  at=$(printf '%s\\n' "$log" | grep -aF "$host" | head -n 1 | sed 's/[. ].*//') || true
  case $at in ''|*[!0-9]*) ;; *) seconds=$((at - before)); before=$at ;; esac
  answer=$(printf '%s\\n' "$answers" | awk -v mirror="$mirror" '$1 == mirror { print $2, $3; exit }')
  fact "mirror-$mirror" "\${answer:-- -} $seconds"
done
exit "$code"`;
}

/** The mirrors that the script was told of, in their order. */
export function readMirrors({ stdout }: ScriptResult): readonly MirrorObservation[] {
  return Object.entries(factsIn(stdout)).flatMap(([key, value]) => {
    if (!key.startsWith('mirror-')) return [];
    const [exit = '-', status = '', seconds = '-'] = value.split(' ');
    const url = key.slice('mirror-'.length).replace(/\/$/, '');
    return [{ url, ...metRegistry(exit, status), seconds: seconds === '-' ? undefined : Number(seconds) }];
  });
}

/** What to warn of: mirrors that kept Docker waiting. `asked`: seconds for which one was asked at least. */
export function silentMirrors(mirrors: readonly MirrorObservation[], asked: number = askSeconds): readonly Failure[] {
  return mirrors
    .filter(isDead)
    .map(({ url, seconds }) => failure('REGISTRY_MIRROR_SILENT', { url, seconds: seconds ?? asked }));
}
