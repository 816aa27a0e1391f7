/** The level of a message, where its first line has one near the front, or as a field of JSON. */
const written =
  /^(?!Caused by|\s).{0,60}?\b(TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|^\{.*?"(?:log\.)?(?:level|severity)"\s*:\s*"(\w+)"/;

/** Begins a message without a level: with a time, as an object of JSON, or as a thread's last words. */
const unlevelled = /^(?!Caused by|\s).{0,30}\d\d:\d\d:\d\d|^\{"|^Exception in thread /;

function levelOf(line: string): string | undefined {
  const [, word, field] = written.exec(line) ?? [];
  return (word ?? field)?.toUpperCase();
}

/** Whether a line begins a message of level INFO: it tells of the application's work, whatever words are in it. */
export function isInfo(line: string): boolean {
  return levelOf(line) === 'INFO';
}

/**
 * A log without its messages for developers (TRACE, DEBUG) and their stacks: what fails there was expected to; `kept`
 * stay.
 */
export function withoutDetail(lines: readonly string[], kept: (line: string) => boolean): readonly string[] {
  let isDetail = false;
  return lines.filter((line) => {
    const level = levelOf(line);
    if (level !== undefined) isDetail = level === 'TRACE' || level === 'DEBUG';
    else if (unlevelled.test(line)) isDetail = false;
    return !isDetail || kept(line);
  });
}
