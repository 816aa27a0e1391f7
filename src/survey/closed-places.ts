import type { ScriptProbe } from '../engine/probe.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { readLines } from './probe-lines.ts';

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
  local path at line point options state mount prefix why count=0
  local -a nearest=() ats=() points=() modes=()
  local -A reals=() attributes=()
  for path; do
    at=$path
    while [ ! -e "$at" ]; do at=\${at%/*}; at=\${at:-/}; done
    nearest+=("$at")
    [ -n "\${reals[$at]+asked}" ] || { reals[$at]=; ats+=("$at"); }
  done
  [ "\${#ats[@]}" -gt 0 ] || return 0
  # Each program is asked of all at once, since a process for each place costs more than all the rest.
  while IFS= read -r -d '' line; do
    reals[\${ats[count++]}]=$line
  done < <(readlink -zm -- \${ats[@]+"\${ats[@]}"})
  while read -r state line; do [ -z "$line" ] || attributes[$line]=$state; done < <(lsattr -d -- \${reals[@]+"\${reals[@]}"} 2>/dev/null)
  while read -r _ _ _ _ point options line; do
    # Octal are the characters that would end a field (proc(5)).
    case $point in *\\\\*) printf -v point %b "\${point//\\\\/\\\\0}" ;; esac
    points+=("$point") modes+=(",$options,\${line##* },")
  done </proc/self/mountinfo
  count=0
  for path; do
    at=\${reals[\${nearest[count++]}]} mount= state= why=
    for point in "\${!points[@]}"; do
      line=\${points[point]}
      [ "\${#line}" -ge "\${#mount}" ] || continue
      # Never empty: bash 5.2 takes "\${x%/}"/* to match nothing where the expansion is empty.
      prefix=\${line%/}/
      case \${at%/}/ in "$prefix"*) mount=$line state=\${modes[point]} ;; esac
    done
    case \${attributes[$at]:-} in *[ia]*) why=attribute ;; esac
    case $state in *,ro,*) [ -w "$at" ] || why=mount ;; esac
    [ -z "$why" ] || echo "closed $(printf %s "$path" | base64 -w0) $(printf %s "$at" | base64 -w0) $why $(printf %s "$mount" | base64 -w0)"
  done
}`;

/** Asks which of `paths` take no writes. */
export function closedPlacesProbe(paths: readonly string[]): ScriptProbe<readonly ClosedPlace[]> {
  return { script: `${closed}\nclosed ${paths.map(quote).join(' ')}`, read: readClosed };
}

/** Reads the lines that `closed` printed, among others. */
export function readClosed(output: string): readonly ClosedPlace[] {
  return readLines(output)
    .fields('closed')
    .map(([path, at, why, mount]) => ({
      path: decode(path),
      at: decode(at),
      why: why === 'mount' ? 'mount' : 'attribute',
      mount: decode(mount),
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
