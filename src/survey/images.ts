import type { ScriptProbe } from '../engine/probe.ts';
import { label } from '../release/labels.ts';
import { quote } from '../shell/quote.ts';
import { containerDetails, containers } from './container-list.ts';

/** An image under one of its names. */
export interface Image {
  /** `<image>:<tag>`. */
  readonly tag: string;
  readonly id: string;
  /** The application and the release that it was built for, by its labels; undefined: it is not ours. */
  readonly app: string | undefined;
  readonly release: string | undefined;
  /** Ids of the containers that stand on it, whoever made them. */
  readonly containers: readonly string[];
}

const format = `{"id":{{json .Id}},"labels":{{json .Config.Labels}},"tags":{{json .RepoTags}}}`;

/** Asks for all images that bear an application's image name, whoever made them. */
export function imagesProbe(image: string): ScriptProbe<readonly Image[]> {
  return {
    script: `${containers}
${containerDetails}
docker image ls -q --no-trunc ${quote(image)} | sort -u | xargs -r docker image inspect --format ${quote(format)}
inspected | awk '$1 == "image" {print "on", $3, $2}'`,
    read: (output) => readImages(output, image),
  };
}

interface Inspected {
  readonly id: string;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly tags: readonly string[] | null;
}

/** Reads a line an image in JSON, then a line a container with its image's id. */
function readImages(output: string, image: string): readonly Image[] {
  const users = [...output.matchAll(/^on (\S+) (\S+)$/gm)];
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Inspected)
    .flatMap(({ id, labels, tags }) =>
      (tags ?? [])
        .filter((tag) => tag.startsWith(`${image}:`))
        .map((tag) => ({
          tag,
          id,
          app: labels?.[label.app],
          release: labels?.[label.release],
          containers: users.flatMap(([, of, container = '']) => (of === id ? [container] : [])),
        })),
    );
}

/** Bash function `has_image IMAGE`. Where {@link lookForImagesOnce} went before, Docker is not asked again. */
export const hasImage = `has_image() {
  [ -n "\${images_there+asked}" ] || { docker image inspect --format . "$1" >/dev/null; return; }
  case $'\\n'$images_there in *$'\\n'"$1"$'\\n'*) ;; *) return 1 ;; esac
}`;

/**
 * Bash in front of several probes that ask for the same `images`. Where no process could be started for it, nothing is told
 * at all.
 */
export function lookForImagesOnce(images: readonly string[]): string {
  return `${hasImage}
looked=$({ ${listThose(images)}; } 2>/dev/null </dev/null; printf .)
[ -n "$looked" ] || exit 71
images_there=\${looked%.}`;
}

/** Bash that prints those of `images` that are on the server, a line each. */
function listThose(images: readonly string[]): string {
  return `for image in ${images.map(quote).join(' ')}; do ! has_image "$image" || printf '%s\\n' "$image"; done`;
}

/** Asks which of `images`, by the names under which a Dockerfile has them, are on the server. */
export function baseImagesProbe(images: readonly string[]): ScriptProbe<readonly string[]> {
  return {
    script: `${hasImage}\n${listThose(images)}`,
    read: (output) => output.split('\n').filter(Boolean),
  };
}

/**
 * Asks for the containers that a build which was cut short left: of an image in the middle of a build (it has the build's
 * label, and none of a release), made by its id and not by a name, and at a standstill. Only the classic builder makes such.
 */
export function buildLeftoversProbe(app: string): ScriptProbe<readonly string[]> {
  return {
    script: `${containers}
${containerDetails}
{ containers | awk -F '\\t' -v app=${quote(JSON.stringify(app))} '$5 == app {print $1}'; inspected; } |
  awk 'NF == 1 {of[$1]; next} $1 == "image" && $2 in of {print $2, $4, $5, $6}'`,
    // Named by its id, in the escape of a URL; no release.
    read: (output) =>
      [...output.matchAll(/^(\S+) =sha256%3A[0-9a-f]{64} = (?:created|exited|dead)$/gm)].map(([, id = '']) => id),
  };
}
