import { type Failure, failureNamed } from '../messages/failure.ts';
import { decode } from '../shell/packed.ts';
import type { ScriptResult } from './server.ts';

/**
 * How scripts tell the runner more than an exit code: marks (marks.ts). A value of letters, digits and a few signs stands
 * there as it is, behind a dot, as it costs no process then; any other one is in base64.
 */

/** The exit code of a script that named its failure (EX_SOFTWARE of sysexits.h). */
export const namedFailureExitCode = 70;

/**
 * Bash in front of a script (prelude.ts). Marks are plain in one that no exchange gave a word. It defines
 * - `failure CODE key=value...`: names a failure of the catalogue on stderr and exits 70. In a subshell or a command
 *   substitution it ends only that one, so call it from the script itself.
 * - `notice CODE key=value...`: warns of a failure of the catalogue on stderr; the script goes on.
 * - `fact key value`: hands a value to the runner on stdout.
 */
export const protocol = `: "\${deploy_mark:=@@}"
as_word() {
  case $1 in *[!A-Za-z0-9_:./,@-]*) word=$(printf %s "$1" | base64 -w0) ;; *) word=.$1 ;; esac
}
named() {
  local line="\${deploy_mark}$1 $2" pair word
  shift 2
  for pair in "$@"; do as_word "\${pair#*=}"; line="$line \${pair%%=*}=$word"; done
  printf '%s\\n' "$line" >&2
}
failure() { named failure "$@"; exit ${namedFailureExitCode}; }
notice() { named notice "$@"; }
fact() {
  local word
  as_word "$2"
  printf '%sfact %s %s\\n' "$deploy_mark" "$1" "$word"
}
`;

/** The value that a word of a mark stands for. */
function textOf(word: string): string {
  return word.startsWith('.') ? word.slice(1) : decode(word);
}

/** Whether a line of output belongs to this protocol, and is not for a person to read. */
export function isProtocolLine(line: string): boolean {
  return /^@@(?:failure|notice|fact) /.test(line);
}

/** `output` without the lines of this protocol. */
export function withoutProtocol(output: string): string {
  return output
    .split('\n')
    .filter((line) => !isProtocolLine(line))
    .join('\n');
}

/** A failure as a script named it. */
export interface NamedFailure {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads one line that `failure` wrote; undefined for any other line. */
export function parseFailureLine(line: string): NamedFailure | undefined {
  return parseNamed('failure', line);
}

function parseNamed(word: string, line: string): NamedFailure | undefined {
  if (!line.startsWith(`@@${word} `)) return undefined;
  const [, code = '', ...pairs] = line.trimEnd().split(' ');
  const parameters: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    parameters[pair.slice(0, at)] = textOf(pair.slice(at + 1));
  }
  return { code, parameters };
}

/** The failure that the script named, with the rest of its stderr as evidence; undefined where it named none. */
export function failureIn(result: ScriptResult): Failure | undefined {
  if (result.code === 0) return undefined;
  const named = result.stderr
    .split('\n')
    .map(parseFailureLine)
    .find((found) => found !== undefined);
  if (named === undefined) return undefined;
  const evidence = withoutProtocol(result.stderr).trim();
  return failureNamed(named.code, named.parameters, evidence === '' ? undefined : evidence);
}

/** What the script warned of by `notice`, in its order. */
export function noticesIn({ stderr }: ScriptResult): readonly Failure[] {
  return noticesAmong(stderr.split('\n'));
}

/** What those of these lines warn of that `notice` wrote. */
export function noticesAmong(lines: readonly string[]): readonly Failure[] {
  return lines
    .map((line) => parseNamed('notice', line))
    .filter((named) => named !== undefined)
    .map(({ code, parameters }) => failureNamed(code, parameters));
}

/** The facts that the script handed over, by their key; the last one of a key counts. */
export function factsIn(stdout: string): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const line of stdout.split('\n')) {
    const [, key, value = ''] = /^@@fact (\S+) ?(\S*)$/.exec(line.trimEnd()) ?? [];
    if (key !== undefined) facts[key] = textOf(value);
  }
  return facts;
}
