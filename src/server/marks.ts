import { randomBytes } from 'node:crypto';

/**
 * Marks: lines by which a script of ours speaks to the runner (`@@fact`, `@@failure`, `@@answers` …). On the way here each
 * carries a word made for its run, so that what a build or an application prints is never taken for one of them.
 */

/** What the marks of one script begin with: `@@`, a random word, a colon. */
export function newMark(): string {
  return `@@${randomBytes(8).toString('hex')}:`;
}

/** A line of output for those who read it here: a mark without its word; a line that only looks like one is indented. */
export function readMark(line: string, mark: string): string {
  if (line.startsWith(mark)) return `@@${line.slice(mark.length)}`;
  return line.startsWith('@@') ? ` ${line}` : line;
}
