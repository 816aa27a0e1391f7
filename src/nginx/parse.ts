import { type BegunBlock, NginxSyntaxError } from './syntax-error.ts';
import { type EndOfForeign, luaAlone, type Token, tokenize } from './tokens.ts';

/** One directive of nginx's configuration. */
export interface Directive {
  readonly name: string;
  /** Quotes and escapes resolved. */
  readonly args: readonly string[];
  /** What stands between `{` and `}`; undefined for a directive that ends with `;`, and for a block of another language. */
  readonly block?: readonly Directive[];
  readonly file: string;
  /** Line where the directive begins, from 1. */
  readonly line: number;
  /** Where its text begins, and where what follows its `;` or `}` does: indices into the file's text. */
  readonly start: number;
  readonly end: number;
}

/** Closed blocks that an error names: more of them are hardly the cause. */
const closedBlocks = 5;

/** Blocks in each other, more than anybody has. */
const deepest = 200;

/**
 * Parses configuration text as nginx does (ngx_conf_parse, ngx_conf_read_token). A block of another language is a directive
 * without a block: what is in it is none of nginx's. Throws `NginxSyntaxError`.
 */
export function parseNginx(text: string, file: string, foreign: EndOfForeign = luaAlone(text)): readonly Directive[] {
  const tokens = tokenize(text, file, foreign);
  const open: BegunBlock[] = [];
  const closed: BegunBlock[] = [];
  let last: Token | undefined;

  const next = (): Token | undefined => {
    for (;;) {
      const { value, done } = tokens.next();
      if (done === true) return undefined;
      if (value.kind === 'comment') continue;
      last = value;
      return value;
    }
  };

  /** The directives up to the `}` that closes their block, or the end of the file; and where that sign ends. */
  const directives = (depth: number): { readonly block: readonly Directive[]; readonly end: number } => {
    const found: Directive[] = [];
    for (;;) {
      const first = next();
      if (first === undefined && depth === 0) return { block: found, end: text.length };
      if (first === undefined) {
        throw new NginxSyntaxError('syntax', file, last?.line ?? 1, 'end of file', text.length);
      }
      if (first.kind === '}' && depth === 0) throw new NginxSyntaxError('closes', file, first.line, '}', first.start);
      if (first.kind === '}') return { block: found, end: first.end };
      if (first.kind !== 'word') throw new NginxSyntaxError('syntax', file, first.line, first.text, first.start);
      found.push(directive(first, depth));
    }
  };

  const directive = (first: Token, depth: number): Directive => {
    const args: string[] = [];
    for (;;) {
      const token = next();
      if (token === undefined) throw new NginxSyntaxError('syntax', file, first.line, first.text, text.length);
      const head = { name: first.text, args, file, line: first.line, start: first.start };
      if (token.kind === ';') return { ...head, end: token.end };
      if (token.kind === 'foreign') {
        closed.push({ name: first.text, at: token.start });
        return { ...head, end: token.end };
      }
      if (token.kind === '{') {
        if (depth === deepest) throw new NginxSyntaxError('syntax', file, token.line, '{', token.start);
        open.push({ name: first.text, at: token.start });
        const inside = directives(depth + 1);
        closed.push(...open.splice(-1));
        return { ...head, ...inside };
      }
      if (token.kind === '}') throw new NginxSyntaxError('syntax', file, token.line, '}', token.start);
      args.push(token.text);
    }
  };

  try {
    return directives(0).block;
  } catch (error) {
    if (error instanceof NginxSyntaxError) {
      error.blocks.push(...open, ...closed.slice(-closedBlocks).toReversed());
    }
    throw error;
  }
}
