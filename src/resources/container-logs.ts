import type { ScriptProbe } from '../engine/probe.ts';
import { containerFile, environmentFile, inheritedVariablesFile, nextVariables } from '../layout/release-paths.ts';
import { logLineMessages as say } from '../messages/log-lines.ts';
import type { Release } from '../release/release.ts';
import { quote } from '../shell/quote.ts';

/** Shorter values are no secrets, and would take letters out of every word. */
const shortest = 8;

/**
 * Whose values the server takes out of a log: of variables that were taken over, or of all that a release has, where this
 * run was not given its `env`.
 */
export type HiddenOnServer = 'taken-over' | 'all';

/**
 * Bash that prints the last log lines of a container, which a word of bash names; those since a time, another such word, or
 * all of them. What `env` gave is redacted on the runner that was given it; values that were taken over never came there, so
 * that they are taken out here: as they are, in JSON and in a URL. Where they cannot be read, no line is shown, and it says so.
 */
export function logsScript(
  container: string,
  lines: number,
  release: Release,
  hidden: HiddenOnServer,
  since?: string,
): string {
  const logs = `docker logs --tail ${lines}${since === undefined ? '' : ` --since ${since}`} ${container} 2>&1`;
  const { inheritedEnvironment, environmentNames } = release.container;
  const own = [
    ...(inheritedEnvironment.length > 0 ? [inheritedVariablesFile(release)] : []),
    ...(hidden === 'all' && environmentNames.length > 0 ? [environmentFile(release)] : []),
  ];
  if (own.length === 0) return logs;
  return `(
withhold() { printf ${quote(`${withheld}\n`)} "$1" "$1"; exit 0; }
files=()
# Until a release serves it may run with others than its own; one of the two has values.
values_of() {
  local held=0 file
  for file; do
    [ -e "$file" ] || [ -L "$file" ] || continue
    [ -f "$file" ] && [ -r "$file" ] || withhold "$file"
    [ ! -s "$file" ] || { files+=("$file"); held=1; }
  done
  [ "$held" = 1 ] || withhold "$1"
}
${own.map((file) => `values_of ${quote(file)} ${quote(nextVariables(file))}`).join('\n')}
${logs} | awk '
function written(value, form,   i, sign, out) {
  for (i = 1; i <= length(value); i++) {
    sign = substr(value, i, 1)
    if (form == "json") out = out (sign ~ /["\\\\]/ ? "\\\\" sign : sign)
    else out = out (sign ~ /[A-Za-z0-9._~-]/ ? sign : sprintf("%%%02X", code[sign]))
  }
  return out
}
BEGIN {
  for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
  for (i = 1; i < ARGC; i++) {
    while ((got = (getline line < ARGV[i])) > 0) {
      value = substr(line, index(line, "=") + 1)
      if (length(value) < ${shortest}) continue
      values[++count] = written(value, "url"); values[++count] = written(value, "json"); values[++count] = value
    }
    # It broke off: what it did not give is not known.
    if (got < 0) exit 1
    # The lines come on standard input.
    ARGV[i] = ""
  }
  # The longest first, so that no part of one is left.
  for (i = 2; i <= count; i++)
    for (at = i; at > 1 && length(values[at]) > length(values[at - 1]); at--) { value = values[at]; values[at] = values[at - 1]; values[at - 1] = value }
}
{
  for (i = 1; i <= count; i++) {
    out = ""
    while ((at = index($0, values[i])) > 0) { out = out substr($0, 1, at - 1) "***"; $0 = substr($0, at + length(values[i])) }
    $0 = out $0
  }
  print
}' \${files[@]+"\${files[@]}"}
)`;
}

/** For printf, in both languages: it stands where lines of the application do, which have none. */
const withheld = `${say.withheld('%s').en} ${say.withheld('%s').zh}`;

/** Bytes of a line that are shown. */
const longest = 4000;

/** Asks for the last log lines of the container of a release, for whoever was not given its `env`. */
export function lastLinesProbe(release: Release, lines: number): ScriptProbe<string> {
  return {
    script: `name=$(cat ${quote(containerFile(release))}) || name=${quote(release.image)}
docker container inspect --format . "$name" >/dev/null || exit 0
{ ${logsScript('"$name"', lines, release, 'all')}; } | cut -b -${longest}`,
    read: (output) => output.trimEnd(),
  };
}
