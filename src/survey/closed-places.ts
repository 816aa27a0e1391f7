import type { Probe } from '../engine/survey.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { quote } from '../server/quote.ts';

/** A place that a deploy may write to and that takes no writes, not even root's. */
export interface ClosedPlace {
  /** As it was asked for. */
  readonly path: string;
  /** The nearest folder above it that exists, or itself, links followed. */
  readonly at: string;
  /** `mount`: its file system is read-only; `attribute`: chattr(1) made it immutable or append-only. */
  readonly why: 'mount' | 'attribute';
  /** Where that file system is mounted. */
  readonly mount: string;
}

/**
 * Bash function `closed PATH...`: a line for each that takes no writes. Only what is certain is told: a read-only mount, or
 * an attribute. What root may not write for another reason (a network's file system) may still be written by other means.
 */
export const closed = `closed() {
  local path at found state mount attributes
  for path; do
    at=$path
    while [ ! -e "$at" ]; do at=\${at%/*}; at=\${at:-/}; done
    at=$(readlink -f "$at")
    found=$(at=$at awk '{ point = $5; gsub(/\\\\040/, " ", point) }
      (point == "/" || point == ENVIRON["at"] || index(ENVIRON["at"], point "/") == 1) && length(point) >= best { best = length(point); mount = point; state = $6 "," $NF }
      END { print (state ~ /(^|,)ro(,|$)/ ? "ro" : "rw"), mount }' /proc/self/mountinfo)
    state=\${found%% *} mount=\${found#* }
    if [ "$state" = ro ] && [ ! -w "$at" ]; then
      state=mount
    else
      attributes=$(lsattr -d "$at" 2>/dev/null | cut -d ' ' -f 1)
      case $attributes in *[ia]*) state=attribute ;; *) continue ;; esac
    fi
    echo "closed $(printf %s "$path" | base64 -w0) $(printf %s "$at" | base64 -w0) $state $(printf %s "$mount" | base64 -w0)"
  done
}`;

/** Asks which of `paths` take no writes. */
export function closedPlacesProbe(paths: readonly string[]): Probe<readonly ClosedPlace[]> {
  return { script: `${closed}\nclosed ${paths.map(quote).join(' ')}`, read: readClosed };
}

/** Reads the lines that `closed` printed, among others. */
export function readClosed(output: string): readonly ClosedPlace[] {
  const text = (base64 = ''): string => Buffer.from(base64, 'base64').toString('utf8');
  return [...output.matchAll(/^closed (\S+) (\S+) (mount|attribute) (\S+)$/gm)].map(([, path, at, why, mount]) => ({
    path: text(path),
    at: text(at),
    why: why === 'mount' ? 'mount' : 'attribute',
    mount: text(mount),
  }));
}

/** The failures of those of `places` that are to be written, one for each thing to open. */
export function closedFailures(places: readonly ClosedPlace[], paths: readonly string[]): readonly Failure[] {
  const found = places.filter(({ path }) => paths.includes(path));
  const first = found.filter((place, index) => found.findIndex((one) => one.at === place.at) === index);
  return first.map(({ path, at, why, mount }) =>
    why === 'mount'
      ? failure('PLACE_READ_ONLY', { path, mount, folder: quote(mount) })
      : failure('PLACE_IMMUTABLE', { path, at, target: quote(at) }),
  );
}
