import { endOfLua } from './lua.ts';
import { NginxSyntaxError } from './syntax-error.ts';

/** A piece of a configuration's text. */
export interface Token {
  /** `word`, a comment, a block of another language with its braces, or one of the three signs. */
  readonly kind: 'word' | 'comment' | 'foreign' | ';' | '{' | '}';
  /** A word with its quotes and escapes resolved; else as it stands. */
  readonly text: string;
  /** Line where it begins, from 1. */
  readonly line: number;
  /** Where it begins and where what follows it does: indices into the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where a directive's block ends whose `{` stands at `at`, if it is of another language than nginx's: after its `}`, or
 * `endless`. Undefined: it is nginx's own.
 */
export type EndOfForeign = (name: string, at: number) => number | 'endless' | undefined;

/** Blocks of Lua are of another language, no others. */
export function luaAlone(text: string): EndOfForeign {
  return (name, at) => (name.endsWith('_by_lua_block') ? (endOfLua(text, at) ?? 'endless') : undefined);
}

/**
 * The words and signs of a configuration's text as nginx reads them (ngx_conf_read_token), its comments too. Throws
 * `NginxSyntaxError`.
 */
export function* tokenize(
  text: string,
  file: string,
  foreign: EndOfForeign = luaAlone(text),
): Generator<Token, undefined> {
  let line = 1;
  let at = 0;
  /** The first word of the directive that is being read. */
  let name: string | undefined;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\0') throw new NginxSyntaxError('syntax', file, line, 'NUL', at);
    if (sign === '\n') line += 1;
    const end = sign === '{' && name !== undefined ? foreign(name, at) : undefined;
    if (/[ \t\r\n]/.test(sign)) at += 1;
    else if (sign === '#') {
      const after = endOfLine(text, at);
      yield { kind: 'comment', text: text.slice(at, after), line, start: at, end: after };
      at = after;
    } else if (end !== undefined) {
      if (end === 'endless') throw new NginxSyntaxError('syntax', file, line, name ?? '', at);
      yield { kind: 'foreign', text: text.slice(at, end), line, start: at, end };
      line += text.slice(at, end).split('\n').length - 1;
      at = end;
      name = undefined;
    } else if (sign === ';' || sign === '{' || sign === '}') {
      yield { kind: sign, text: sign, line, start: at, end: at + 1 };
      at += 1;
      name = undefined;
    } else {
      const quoted = sign === '"' || sign === "'";
      const after = quoted ? endOfQuoted(text, at) : endOfBare(text, at);
      const raw = text.slice(at, after);
      // After a quote nginx wants a blank or a sign; `)` is let pass for `if ($x = "y")`.
      const cut = quoted && (after > text.length || !/^([ \t\r\n;{)]|$)/.test(text.slice(after, after + 1)));
      if (cut || raw.includes('\0')) throw new NginxSyntaxError('syntax', file, line, raw.slice(0, 40), at);
      const word = quoted ? raw.slice(1, -1) : raw;
      const resolved = resolveEscapes(word);
      name ??= resolved;
      yield { kind: 'word', text: resolved, line, start: at, end: after };
      line += raw.split('\n').length - 1;
      at = after;
    }
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Index after the closing quote; beyond the text's end where there is none. */
function endOfQuoted(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === text[at]) return i + 1;
  }
  return text.length + 1;
}

/** A bare word ends at a blank, `;` or a `{` that does not follow `$`; quotes and `}` within are themselves. */
function endOfBare(text: string, at: number): number {
  let variable = false;
  for (let i = at; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (sign === '{' && variable) continue;
    if (/[ \t\r\n;{]/.test(sign)) return i;
    variable = sign === '$';
    if (sign === '\\') i += 1;
  }
  return text.length;
}

/** Takes escapes away as nginx does; a backslash before any other sign stays. */
function resolveEscapes(word: string): string {
  const controls: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };
  return word.replace(/\\(["'\\trn])/g, (_, sign: string) => controls[sign] ?? sign);
}
