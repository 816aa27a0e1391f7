/** One directive of nginx's configuration. */
export interface Directive {
  readonly name: string;
  /** Quotes and escapes resolved. */
  readonly args: readonly string[];
  /** What stands between `{` and `}`; undefined for a directive that ends with `;`. */
  readonly block?: readonly Directive[];
  readonly file: string;
  /** Line where the directive begins, from 1. */
  readonly line: number;
  /** Where its text begins, and where what follows its `;` or `}` does: indices into the file's text. */
  readonly start: number;
  readonly end: number;
}

/** Text that nginx itself would not read either. */
export class NginxSyntaxError extends Error {
  readonly file: string;
  readonly line: number;
  /** `closes`: a `}` without its `{`; `syntax`: anything else. */
  readonly kind: 'closes' | 'syntax';
  /** The word at which it was noticed. */
  readonly near: string;

  constructor(kind: 'closes' | 'syntax', file: string, line: number, near: string) {
    super(`${file}:${line}: ${kind === 'closes' ? 'unexpected "}"' : `not nginx configuration near "${near}"`}`);
    this.name = 'NginxSyntaxError';
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.near = near;
  }
}

interface Token {
  /** `word` or one of the three signs. */
  readonly kind: 'word' | ';' | '{' | '}';
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Parses configuration text as nginx does (ngx_conf_parse, ngx_conf_read_token). Blocks of Lua are not understood.
 * Throws `NginxSyntaxError`.
 */
export function parseNginx(text: string, file: string): readonly Directive[] {
  const tokens = [...tokenize(text, file)];
  let at = 0;

  /** The directives up to the `}` that closes their block, or the end of the file; and where that sign ends. */
  const directives = (depth: number): { readonly block: readonly Directive[]; readonly end: number } => {
    const found: Directive[] = [];
    for (;;) {
      const first = tokens[at];
      if (first === undefined && depth === 0) return { block: found, end: text.length };
      if (first === undefined) throw new NginxSyntaxError('syntax', file, tokens.at(-1)?.line ?? 1, 'end of file');
      at += 1;
      if (first.kind === '}' && depth === 0) throw new NginxSyntaxError('closes', file, first.line, '}');
      if (first.kind === '}') return { block: found, end: first.end };
      if (first.kind !== 'word') throw new NginxSyntaxError('syntax', file, first.line, first.text);
      found.push(directive(first, depth));
    }
  };

  const directive = (first: Token, depth: number): Directive => {
    const args: string[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) throw new NginxSyntaxError('syntax', file, first.line, first.text);
      at += 1;
      const head = { name: first.text, args, file, line: first.line, start: first.start };
      if (token.kind === ';') return { ...head, end: token.end };
      if (token.kind === '{') return { ...head, ...directives(depth + 1) };
      if (token.kind === '}') throw new NginxSyntaxError('syntax', file, token.line, '}');
      args.push(token.text);
    }
  };

  return directives(0).block;
}

function* tokenize(text: string, file: string): Generator<Token> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\0') throw new NginxSyntaxError('syntax', file, line, 'NUL');
    if (sign === '\n') line += 1;
    if (/[ \t\r\n]/.test(sign)) at += 1;
    else if (sign === '#') at = endOfLine(text, at);
    else if (sign === ';' || sign === '{' || sign === '}') {
      yield { kind: sign, text: sign, line, start: at, end: at + 1 };
      at += 1;
    } else {
      const quoted = sign === '"' || sign === "'";
      const end = quoted ? endOfQuoted(text, at) : endOfBare(text, at);
      const raw = text.slice(at, end);
      // After a quote nginx wants a blank or a sign; `)` is let pass for `if ($x = "y")`.
      const cut = quoted && (end > text.length || !/^([ \t\r\n;{)]|$)/.test(text.slice(end, end + 1)));
      if (cut || raw.includes('\0')) throw new NginxSyntaxError('syntax', file, line, raw.slice(0, 40));
      const word = quoted ? raw.slice(1, -1) : raw;
      yield { kind: 'word', text: resolveEscapes(word), line, start: at, end };
      line += raw.split('\n').length - 1;
      at = end;
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
