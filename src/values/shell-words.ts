import { failure } from '../messages/failure.ts';

/** What a shell would act on instead of taking it as it stands (POSIX.1-2017, Shell Command Language 2.2, 2.6). */
const active = new Set([';', '|', '&', '<', '>', '(', ')', '$', '`', '*', '?', '[']);

/** What acts only where a word begins. */
const activeFirst = new Set(['#', '~']);

/**
 * Splits words as a shell does: blanks and line breaks between them, single and double quotes, backslash. Nothing is
 * run or replaced, so whatever a shell would run or replace is refused, and an open quote too (which is why this is not
 * shell-quote's `parse`: it drops open quotes and variables in silence). Throws `INPUT_DOCKER_OPTIONS`.
 */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const refuse = (sign: string, index: number) => failure('INPUT_DOCKER_OPTIONS', { sign, column: index + 1 });
  while (at < text.length) {
    const sign = text[at] ?? '';
    const rest = text.slice(at);
    if (rest.startsWith('\\\n')) {
      at += 2;
    } else if (/[ \t\r\n]/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (sign === '\0' || active.has(sign) || (word === undefined && activeFirst.has(sign))) {
      throw refuse(sign === '\0' ? 'NUL' : `\`${sign}\``, at);
    } else if (sign === '\\') {
      if (at + 1 === text.length) throw refuse('`\\`', at);
      word = (word ?? '') + text[at + 1];
      at += 2;
    } else if (sign === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) throw refuse("`'`", at);
      word = (word ?? '') + text.slice(at + 1, end);
      at = end + 1;
    } else if (sign === '"') {
      const inside = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest)?.[1];
      if (inside === undefined) throw refuse('`"`', at);
      const live = /^(?:[^\\$`]|\\[\s\S])*[$`]/.exec(inside)?.[0];
      if (live !== undefined) throw refuse(`\`${live.at(-1)}\``, at + live.length);
      word = (word ?? '') + inside.replace(/\\([$`"\\\n])/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));
      at += inside.length + 2;
    } else {
      word = (word ?? '') + sign;
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}
