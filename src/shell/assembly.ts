import { quote } from './quote.ts';

/** A range of a file on the server. */
export interface CopiedRange {
  /** Which of the sources, from 0 on. */
  readonly source: number;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** What something is put together from: bytes that travel, or a range of a file that is there. */
export type Part = Buffer | CopiedRange;

/**
 * Bash that writes `parts`, one after another, to standard output, with dd (coreutils 8.16 or later) and builtins alone.
 * `sources`: absolute paths. It fails where dd does; a source that is shorter than a range shows by the length and the
 * SHA-256 of what came of it, which the caller compares.
 */
export function assemble(parts: readonly Part[], sources: readonly string[]): string {
  return parts
    .map((part) => {
      if (Buffer.isBuffer(part)) return part.length === 0 ? ':' : `printf '${escaped(part)}'`;
      const path = sources[part.source];
      if (path === undefined) throw new RangeError('a part names a source that is not there');
      return `dd if=${quote(path)} bs=1M iflag=skip_bytes,count_bytes skip=${part.offset} count=${part.length} status=none`;
    })
    .join(' &&\n');
}

/** Bytes as the format of bash's printf: letters and digits as they are, all else in octal, three digits each. */
function escaped(bytes: Buffer): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    text += /[A-Za-z0-9/._-]/.test(character) ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return text;
}
