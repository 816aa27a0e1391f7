import type { ScriptResult } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { answersScript, readSections } from './answers.ts';
import type { SwitchFolder } from './switch-folder.ts';

/** Bytes that are kept of each stream of a step, the last ones. */
const most = 262_144;

/**
 * Bash for a script that runs steps one by one. It takes `$output` (where all that they print goes) and `$kept`, and defines
 * - `attempt FUNCTION`: runs a step, its stdout and stderr apart in `$step_out` and `$step_err`. Not in a condition: bash
 *   ignores `set -e` there, also inside the subshell.
 * - `silent`: whether it printed nothing; most steps do, and no process is started for what they printed.
 * - `marked WORD`: the marks of that word in what the step printed, as the runner reads them.
 * - `keep STEP CODE`: keeps what it printed for the runner, as that of a script of its own would come to it (marks.ts).
 */
export function stepOutputScript(locks: string): string {
  const memory = quote(`${locks}/switch`);
  return `# In memory: a step must be able to print also when the disk is full.
step_out=${memory}-$$.out step_err=${memory}-$$.err
trap 'rm -f "$step_out" "$step_err"' EXIT
attempt() { ( set -e; "$1" ) >"$step_out" 2>"$step_err"; local code=$?; silent || cat "$step_out" "$step_err" >>"$output" 2>/dev/null; return "$code"; }
silent() { [ ! -s "$step_out" ] && [ ! -s "$step_err" ]; }
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

/** Bash that prints what is kept of the steps of a switch, for {@link readStepOutputs}; of those alone that kept something. */
export function printStepOutputs({ kept, output }: SwitchFolder): string {
  return answersScript(`kept=${quote(kept)}
for code in "$kept".*.code; do
  [ -e "$code" ] || continue
  step=\${code#"$kept".}
  step=\${step%.code}
  for end in code out err; do
    ask "$step.$end"
    cat "$kept.$step.$end"
    answered
  done
done
ask last
tail -n 60 ${quote(output)} | grep -av '^@@'
answered`);
}

/** Reads what {@link printStepOutputs} printed; undefined where it did not come. */
export function readStepOutputs(stdout: string): StepOutputs | undefined {
  const sections = readSections(stdout);
  const last = sections.get('last');
  if (last === undefined) return undefined;
  const steps = [...sections.keys()].flatMap((name) => (name.endsWith('.code') ? name.slice(0, -'.code'.length) : []));
  const results = steps.flatMap((step): [string, ScriptResult][] => {
    const [code, stdout, stderr] = ['code', 'out', 'err'].map((end) => sections.get(`${step}.${end}`));
    if (code === undefined || code === '' || stdout === undefined || stderr === undefined) return [];
    return [[step, { code: Number(code), stdout, stderr }]];
  });
  return { kept: new Map(results), last };
}
