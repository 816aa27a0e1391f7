import { manifestPath, registryOf } from '../dockerfile/base-image.ts';
import type { ScriptProbe } from '../engine/probe.ts';
import { askRegistry, knowSources, metRegistry, surveySeconds } from '../fragments/ask-registry.ts';
import type { MirrorObservation } from '../messages/registry-mirror.ts';
import { quote } from '../shell/quote.ts';
import { hasImage } from './images.ts';

/** Where the server could pull an image from that it lacks, each source as it answered. */
export interface ImageSources {
  readonly image: string;
  /** Mirrors of Docker Hub that the engine has loaded, in their order; none where the image's name names a registry. */
  readonly mirrors: readonly MirrorObservation[];
  /** The registry itself. */
  readonly registry: MirrorObservation;
}

/**
 * Asks, for each of `images` that is missing, all sources at once for its manifest. Docker waits for a dead mirror without
 * a word, for each image anew; so what hangs is known before anything is begun. Docker Hub's address is the engine's own.
 */
export function imageSourcesProbe(images: readonly string[]): ScriptProbe<readonly ImageSources[]> {
  return {
    script: `${hasImage}
${askRegistry}
${knowSources}
look() {
  if [ -n "$proxy" ]; then printf '%s - -\\n' "$4"; else ask_registry "$4" "$3" ${surveySeconds}; fi | sed "s|^|$1 $2 |"
}
${images.map(questionOf).join('\n')}
wait`,
    read: (output) =>
      images.flatMap((image, at) => {
        const lines = output.split('\n').map((line) => line.split(' '));
        const found = (role: string): readonly MirrorObservation[] =>
          lines.flatMap(([of, as, url = '', exit = '', status = '', took = '']) =>
            of === String(at) && as === role ? [observed(url, exit, status, took)] : [],
          );
        const [registry] = found('registry');
        const order = output.split('\n').flatMap((line) => /^order (\S+?)\/?$/.exec(line)?.[1] ?? []);
        const mirrors = found('mirror').toSorted((a, b) => order.indexOf(a.url) - order.indexOf(b.url));
        return registry === undefined ? [] : [{ image, mirrors, registry }];
      }),
  };
}

/** One that refuses at once keeps Docker waiting for no second. */
function observed(url: string, exit: string, status: string, took: string): MirrorObservation {
  const met = metRegistry(exit, status);
  const seconds = met.state === 'unreachable' ? Math.floor(Number(took)) || 0 : undefined;
  return { url: url.replace(/\/$/, ''), ...met, seconds };
}

/** Bash that begins to ask for the image at a place of the list, where it is missing. */
function questionOf(image: string, at: number): string {
  const registry = registryOf(image);
  const ask = (role: string, path: string, url: string): string => `look ${at} ${role} ${quote(path)} ${url} &`;
  const path = manifestPath(image);
  const questions =
    registry === undefined
      ? `for mirror in $mirrors; do echo "order $mirror"; ${ask('mirror', path, '"$mirror"')} done
  ${ask('registry', path, '"$hub"')}`
      : ask('registry', path, quote(`https://${registry}`));
  return `if ! has_image ${quote(image)}; then
  [ -n "$hub" ] || know_sources || exit 0
  ${questions}
fi`;
}
