/** Why a connection was not made, as Java says it. */
export type Missed = 'refused' | 'silent' | 'unknown-name' | 'unclear';

const refused = /Connection refused|拒绝连接/;
const silent =
  /SocketTimeoutException|ConnectTimeoutException|connect(?:ion)? timed out|NoRouteToHostException|No route to host|Network is unreachable|timeout \d+\)?;?$/i;
const unknownName =
  /UnknownHostException|UnresolvedAddressException|Name or service not known|failed to resolve|No resolvable/i;

/** What the lines of one exception say of the connection; the innermost cause, which is told last, counts. */
export function missedBy(lines: readonly string[]): Missed {
  const last = (words: RegExp): number => lines.findLastIndex((line) => words.test(line));
  const found = (
    [
      ['unknown-name', last(unknownName)],
      ['refused', last(refused)],
      ['silent', last(silent)],
    ] as const
  ).filter(([, at]) => at !== -1);
  return found.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 'unclear';
}

/** Whether lines name the container itself as the address: `localhost/<unresolved>:6379`, `127.0.0.1, 25`. */
export function namesLocalhost(lines: readonly string[]): boolean {
  return lines.some((line) =>
    /(?:^|[^\w.-])(?:localhost|127\.0\.0\.1|\[?(?:0:0:0:0:0:0:0:1|::1)\]?)(?:\/[\w.<>:\]]*?)?(?::|, )\d{2,5}\b/.test(
      line,
    ),
  );
}

/** Frames of a stack: of no use to a person who looks for the cause, and far more lines than that. */
const frame = /^\s+at [\w.$/<>@-]+|^\s+\.\.\. \d+ (?:more|common frames omitted)|^\s*\|_\s/;

/** How a message of a log begins: with a time, with its level near the front, or as an object of JSON. */
const message =
  /^(?!Caused by|\s).{0,30}\d\d:\d\d:\d\d|^(?!Caused by|\s).{0,60}\b(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|^\{"/;

/** The line at which the message begins that the line `at` belongs to. */
export function startOfMessage(lines: readonly string[], at: number): number {
  const before = lines.slice(Math.max(0, at - 400), at + 1).findLastIndex((line) => message.test(line));
  return before === -1 ? at : Math.max(0, at - 400) + before;
}

/** The lines of the exception that begins or goes on at `at`: up to the next line that is a message of its own. */
export function exceptionAt(lines: readonly string[], at: number): readonly string[] {
  const found = [lines[at] ?? ''];
  for (const line of lines.slice(at + 1, at + 400)) {
    if (message.test(line)) break;
    if (!frame.test(line)) found.push(line);
  }
  return found;
}

/** The lines that show what a log says at `at`, for a person: what came before it, and the exception without its frames. */
export function excerptAt(lines: readonly string[], at: number): string {
  const before = lines.slice(Math.max(0, at - 3), at).filter((line) => !frame.test(line));
  return [...before, ...exceptionAt(lines, at).slice(0, 30)].join('\n');
}
