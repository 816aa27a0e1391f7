import { NginxSyntaxError } from './syntax-error.ts';
import { type Token, tokenize } from './tokens.ts';

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

/**
 * Parses configuration text as nginx does (ngx_conf_parse, ngx_conf_read_token). A block of Lua is a directive without
 * a block: what is in it is none of nginx's language. Throws `NginxSyntaxError`.
 */
export function parseNginx(text: string, file: string): readonly Directive[] {
  const tokens = [...tokenize(text, file)].filter(({ kind }) => kind !== 'comment');
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
      if (token.kind === ';' || token.kind === 'lua') return { ...head, end: token.end };
      if (token.kind === '{') return { ...head, ...directives(depth + 1) };
      if (token.kind === '}') throw new NginxSyntaxError('syntax', file, token.line, '}');
      args.push(token.text);
    }
  };

  return directives(0).block;
}
