import { endOfLua } from './lua.ts';

/** How a language marks what is no code of it. */
export type Dialect = 'c' | 'lua' | 'hash' | 'quotes' | 'braces';

/**
 * `c`: strings, and comments as PHP has them; `hash`: strings and `#`, as Perl, Ruby and Python; `quotes`: strings alone;
 * `braces`: nothing.
 */
export const dialects: readonly Dialect[] = ['c', 'lua', 'hash', 'quotes', 'braces'];

const comments: Readonly<Record<Exclude<Dialect, 'lua'>, readonly (readonly [open: string, close: string])[]>> = {
  c: [
    ['/*', '*/'],
    ['//', '\n'],
    ['#', '\n'],
  ],
  hash: [['#', '\n']],
  quotes: [],
  braces: [],
};

/**
 * Index after the `}` that closes a block of another language than nginx's whose `{` stands at `at`; undefined: none does.
 * Without a dialect, where most of them find it. A string that goes beyond its line is mostly an apostrophe of a comment.
 */
export function endOfForeign(text: string, at: number, dialect?: Dialect): number | undefined {
  if (dialect !== undefined) return scan(text, at, dialect)?.end;
  const found = dialects
    .filter((one) => one !== 'braces')
    .map((one) => scan(text, at, one))
    .filter((one) => one !== undefined);
  const inLines = found.filter(({ lines }) => !lines);
  const trusted = (inLines.length > 0 ? inLines : found).map(({ end }) => end);
  const votes = (end: number) => trusted.filter((one) => one === end).length;
  return trusted.toSorted((a, b) => votes(b) - votes(a))[0] ?? scan(text, at, 'braces')?.end;
}

interface Scanned {
  readonly end: number;
  /** A string in it goes beyond its line. */
  readonly lines: boolean;
}

function scan(text: string, at: number, dialect: Dialect): Scanned | undefined {
  if (dialect === 'lua') {
    const end = endOfLua(text, at);
    return end === undefined ? undefined : { end, lines: false };
  }
  let depth = 0;
  let lines = false;
  for (let i = at; i < text.length; i++) {
    const sign = text[i] ?? '';
    const comment = comments[dialect].find(([open]) => text.startsWith(open, i));
    if (comment !== undefined) {
      const [open, close] = comment;
      const end = text.indexOf(close, i + open.length);
      if (end < 0) return undefined;
      i = end + close.length - 1;
    } else if (dialect !== 'braces' && /["'`]/.test(sign)) {
      i += 1;
      for (; i < text.length && text[i] !== sign; i++) {
        if (text[i] === '\n' && sign !== '`') lines = true;
        if (text[i] === '\\') i += 1;
      }
    } else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return { end: i + 1, lines };
    }
  }
  return undefined;
}
