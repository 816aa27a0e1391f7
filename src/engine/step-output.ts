import type { ScriptResult, Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import type { ScriptProbe } from './probe.ts';
import { survey } from './survey.ts';
import type { SwitchFolder } from './switch-folder.ts';

/** Bytes that are kept of each stream of a step, the last ones. */
const most = 262_144;

/**
 * Bash for a script that runs steps one by one. It takes `$output` (where all that they print goes) and `$kept`, and defines
 * - `attempt FUNCTION`: runs a step, its stdout and stderr apart in `$step_out` and `$step_err`. Not in a condition: bash
 *   ignores `set -e` there, also inside the subshell.
 * - `marked WORD`: the marks of that word in what the step printed, as the runner reads them.
 * - `keep STEP CODE`: keeps what it printed for the runner, as that of a script of its own would come to it (marks.ts).
 */
export function stepOutputScript(locks: string): string {
  const memory = quote(`${locks}/switch`);
  return `# In memory: a step must be able to print also when the disk is full.
step_out=${memory}-$$.out step_err=${memory}-$$.err
trap 'rm -f "$step_out" "$step_err"' EXIT
attempt() { ( set -e; "$1" ) >"$step_out" 2>"$step_err"; local code=$?; cat "$step_out" "$step_err" >>"$output" 2>/dev/null; return "$code"; }
marked() { sed -n "s/^\${deploy_mark}$1/@@$1/p" "$step_out" "$step_err" 2>/dev/null; }
# Its own marks without their word, and no other line like one. Cut first: what is left of a line may look like a mark.
as_read() { tail -c ${most} "$1" | sed -e "s/^$deploy_mark/@@/" -e t -e 's/^@@/ @@/'; }
# The code last: where it is, all is.
keep() { { as_read "$step_out" >"$kept.$1.out" && as_read "$step_err" >"$kept.$1.err" && printf %s "$2" >"$kept.$1.code"; } 2>/dev/null; }`;
}

/** What steps of a switch printed. */
export interface StepOutputs {
  /** What is kept of steps, by their ids. */
  readonly kept: ReadonlyMap<string, ScriptResult>;
  /** The last lines of all that was printed, without marks. */
  readonly last: string;
}

/** Reads what is kept of `steps`. Throws `Failure` where the server does not answer. */
export async function readStepOutputs(
  server: Server,
  { kept, output }: SwitchFolder,
  steps: readonly string[],
): Promise<StepOutputs> {
  const file = (step: string, end: string): [string, ScriptProbe<string>] => {
    const path = quote(`${kept}.${step}.${end}`);
    return [`${step}.${end}`, { script: `cat ${path}`, read: (text) => text }];
  };
  const answers: Readonly<Record<string, string>> = await survey(server, {
    ...Object.fromEntries(steps.flatMap((step) => ['code', 'out', 'err'].map((end) => file(step, end)))),
    last: { script: `tail -n 60 ${quote(output)} | grep -av '^@@'`, read: (text: string) => text },
  });
  const results = steps.flatMap((step): [string, ScriptResult][] => {
    const [code = '', stdout = '', stderr = ''] = ['code', 'out', 'err'].map((end) => answers[`${step}.${end}`]);
    return code === '' ? [] : [[step, { code: Number(code), stdout, stderr }]];
  });
  return { kept: new Map(results), last: answers.last ?? '' };
}
