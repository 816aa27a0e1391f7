/**
 * Words as Markdown that shows them as they are: names and paths from outside make no link, no picture, no HTML, no heading
 * and no formula. Code spans of one line stay; a backtick without its partner is a backtick.
 */
export function plain(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map(plainLine)
    .join('\n');
}

function plainLine(line: string): string {
  // Text, a code span, its backticks, text …
  const parts = line.split(/((?<!`)(`+)(?!`)(?:.*?[^`])?\2(?!`))/);
  const words = parts.map((part, at) => (at % 3 === 0 ? escaped(part) : at % 3 === 1 ? part : '')).join('');
  return words.replace(/^(\s*)(?=#{1,6}(\s|$)|>|\||~~~|=+\s*$|-+\s*$)(?=.)/, '$1\\');
}

/** What is no code span. */
function escaped(words: string): string {
  return words
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[`[\]$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\*/gu, '\\$&')
    .replaceAll('<', '&lt;');
}

/** Words as a cell of a table. */
export function cell(words: string): string {
  return plain(words).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A code block whose fence is longer than any in the text. */
export function fenced(code: string, language = ''): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** What folds under a heading. */
export function details(heading: string, body: string): string {
  return `<details><summary>${heading.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\s+/g, ' ')}</summary>\n\n${body}\n\n</details>`;
}

/** A label of a Mermaid drawing. */
export function drawn(words: string): string {
  return `"${words.replace(/[#"<>&`;]/g, (sign) => `#${sign.codePointAt(0)};`).replace(/\s+/g, ' ')}"`;
}
