/**
 * Words for the runner's log that act on nothing there. A line that begins with `::name::` is a command to the runner, one
 * that holds `##[` is a command anywhere in it and a colour or a fold on the page of the run: a space breaks both. A
 * carriage return ends a line for the runner too (.NET, StreamReader.ReadLine).
 */
export function inert(words: string): string {
  return withoutColours(words).replace(/^([\s\u0085]*)::(?=[^\r\n]*::)/gm, '$1: :');
}

/** Words in which nothing is a colour or a fold on the page of the run. */
export function withoutColours(words: string): string {
  return words.replaceAll('##[', '## [');
}
