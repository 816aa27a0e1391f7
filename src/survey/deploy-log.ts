import type { ScriptProbe } from '../engine/probe.ts';
import { deployLog } from '../layout/application-paths.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { readLines } from './probe-lines.ts';

/** What an application's deploy.log tells. */
export interface DeployLog {
  /** Its last lines, as they are there. */
  readonly lines: readonly string[];
  /** The release that was committed last, and since when it is that; undefined: none was. */
  readonly committed: { readonly release: string; readonly since: string } | undefined;
}

/** Bytes of a line that are read. */
const longest = 1000;

/** Asks for the last `count` lines of an application's deploy.log. A renewal has a line of the release that it left. */
export function deployLogProbe(app: string, count: number): ScriptProbe<DeployLog> {
  const file = quote(deployLog(app));
  return {
    script: `[ -f ${file} ] && [ ! -L ${file} ] && [ -z "$(strangers ${file})" ] || exit 0
echo "lines $(tail -n ${count} ${file} | cut -b -${longest} | base64 -w0)"
awk '$5 == "committed" { if ($4 != release) since = $1; release = $4 } END { if (release != "") print "committed", release, since }' ${file}`,
    read: readDeployLog,
  };
}

/** Reads the probe's lines. */
export function readDeployLog(output: string): DeployLog {
  const { value, fields } = readLines(output);
  const [release = '', since = ''] = fields('committed')[0] ?? [];
  return {
    lines: decode(value('lines')).split('\n').filter(Boolean),
    committed: release === '' ? undefined : { release, since },
  };
}
