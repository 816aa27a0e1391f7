/** Reserved words of bash: bare, one of them could end a `case` or begin a loop. */
const reserved = new Set(
  'case coproc do done elif else esac fi for function if in select then time until while'.split(' '),
);

/**
 * Quotes one word for a POSIX shell: inside single quotes every byte but the single quote is itself
 * (POSIX.1-2017, Shell Command Language 2.2.2). The one place where a value becomes part of a script.
 * Throws RangeError for NUL, which no argument of a program can hold.
 */
export function quote(word: string): string {
  if (word.includes('\0')) throw new RangeError('a shell word cannot contain NUL');
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) && !reserved.has(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** An argv array as one command line. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(quote).join(' ');
}
