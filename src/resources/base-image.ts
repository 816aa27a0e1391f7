import { manifestPath, registryOf } from '../dockerfile/base-image.ts';
import { lastWords, type Puller, pullFailure } from '../dockerfile/pull-failure.ts';
import { lastLines } from '../engine/apply.ts';
import type { Step } from '../engine/step.ts';
import { failure } from '../messages/failure.ts';
import { isDead, type MirrorObservation } from '../messages/registry-mirror.ts';
import { text } from '../messages/text.ts';
import { factsIn } from '../server/script-protocol.ts';
import type { ScriptResult } from '../server/server.ts';
import { commandLine, quote } from '../shell/quote.ts';
import type { RunningDocker } from '../survey/docker.ts';
import type { System } from '../survey/system.ts';
import { mirrorsIn } from './registry-mirror.ts';

/** What decides how an image can be had on a server, the mirrors of its engine not looked at. */
export function pullerOn({ tencentInstance, architecture }: System, docker: RunningDocker): Puller {
  const loaded = docker.registryMirrors.map(withoutSlash);
  const named = mirrorsIn(docker.daemonJson).map(withoutSlash);
  return {
    architecture,
    tencent: tencentInstance !== undefined,
    mirrors: loaded.map((url) => ({ url, state: 'unclear', status: undefined, seconds: undefined })),
    unloaded: named.filter((url) => !loaded.includes(url)),
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

/**
 * Steps that pull the base images that the server has not got. Apart from the build, so that a registry is told from the
 * Dockerfile's own commands, and what is slow is seen to be the pull.
 */
export function planBaseImages(images: readonly string[], present: readonly string[], puller: Puller): readonly Step[] {
  return images
    .filter((image) => !present.includes(image))
    .map((image) => ({
      kind: 'server',
      phase: 'prepare',
      id: 'image.pull',
      beside: 'release.jar',
      title: text(`Pull ${image}`, `拉取 ${image}`),
      reason: text('the image is built from it, and the server does not have it', '镜像基于它构建，服务器上尚没有'),
      diff: `+ ${commandLine(['docker', 'pull', image])}`,
      streams: true,
      silentSeconds: 1800,
      script: pullScript(image),
      explain: (result) =>
        pullFailure(
          image,
          lastWords(result.stdout.replace(/^@@.*$/gm, '')),
          lastLines(result.stdout.replace(/^@@.*\n?/gm, ''), 20),
          { ...puller, mirrors: readMirrors(result) },
        ),
      notice: (result) =>
        readMirrors(result)
          .filter(isDead)
          .map(({ url, seconds }) => failure('REGISTRY_MIRROR_SILENT', { url, seconds: seconds ?? `>${askSeconds}` })),
    }));
}

/** Seconds from which on a pull is asked what it waited for; of a large image it may be nothing but its size. */
const longSeconds = 10;

/** Seconds for which a mirror may leave the question unanswered that is put to it afterwards. */
const askSeconds = 8;

const manifests = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
].join(', ');

/**
 * The pull. Where it failed or was long, each mirror of Docker Hub is asked for the image once, all at the same time, and
 * the engine's log for how long it waited for each: it tries them in their order, and hides all that in one sentence.
 */
function pullScript(image: string): string {
  if (registryOf(image) !== undefined) return `docker pull ${quote(image)} 2>&1`;
  return `begun=$(date +%s) code=0
docker pull ${quote(image)} 2>&1 || code=$?
[ "$code" -ne 0 ] || [ $(($(date +%s) - begun)) -ge ${longSeconds} ] || exit 0
mirrors=$(docker info --format '{{range .RegistryConfig.Mirrors}}{{println .}}{{end}}' 2>/dev/null) || true
# Behind a proxy of the engine's own, what this shell meets is not what the engine met.
proxy=$(docker info --format '{{.HTTPProxy}}{{.HTTPSProxy}}' 2>/dev/null) || true
ask() {
  local status exit=0
  status=$(curl -q -s -k -I -o /dev/null -m ${askSeconds} -H ${quote(`Accept: ${manifests}`)} -w '%{http_code}' "\${1%/}/v2/"${quote(manifestPath(image))}) || exit=$?
  printf '%s %s %s\\n' "$1" "$exit" "$status"
}
answers=$(if [ -z "$proxy" ]; then for mirror in $mirrors; do ask "$mirror" & done; wait; fi)
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
function readMirrors({ stdout }: ScriptResult): readonly MirrorObservation[] {
  return Object.entries(factsIn(stdout)).flatMap(([key, value]) => {
    if (!key.startsWith('mirror-')) return [];
    const [exit = '-', status = '', seconds = '-'] = value.split(' ');
    return [
      {
        url: withoutSlash(key.slice('mirror-'.length)),
        state: stateOf(exit),
        status: /^[1-9]\d\d$/.test(status) ? Number(status) : undefined,
        seconds: seconds === '-' ? undefined : Number(seconds),
      },
    ];
  });
}

/** What curl's exit code says (curl(1)): 28 timed out, 6 and 7 no name, no connection. */
function stateOf(exit: string): MirrorObservation['state'] {
  if (exit === '0') return 'answers';
  if (exit === '28') return 'silent';
  return exit === '6' || exit === '7' ? 'unreachable' : 'unclear';
}
