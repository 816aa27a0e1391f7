/** A block that was begun before an error: the directive's name, and where its `{` stands. */
export interface BegunBlock {
  readonly name: string;
  readonly at: number;
}

/** Text that nginx itself would not read either, or only with a module that has a syntax of its own. */
export class NginxSyntaxError extends Error {
  readonly file: string;
  readonly line: number;
  /** `closes`: a `}` without its `{`; `syntax`: anything else. */
  readonly kind: 'closes' | 'syntax';
  /** The word at which it was noticed. */
  readonly near: string;
  /** Where it was noticed: an index into the text. */
  readonly at: number;
  /**
   * Blocks that may be of another language, as `parseNginx` notes them: open ones from outside in, then closed ones,
   * latest first.
   */
  readonly blocks: BegunBlock[] = [];

  constructor(kind: 'closes' | 'syntax', file: string, line: number, near: string, at = 0) {
    super(`${file}:${line}: ${kind === 'closes' ? 'unexpected "}"' : `not nginx configuration near "${near}"`}`);
    this.name = 'NginxSyntaxError';
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.near = near;
    this.at = at;
  }
}
