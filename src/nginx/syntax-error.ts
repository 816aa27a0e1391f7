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
