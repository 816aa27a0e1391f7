import { quote } from '../shell/quote.ts';
import { rangeFunction } from '../shell/range.ts';

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
 * Bash, in bytes, that writes `parts`, one after another, to standard output, with dd (coreutils 8.16 or later) and builtins
 * alone; a subshell, which fails where a part does. For a bash in the C locale. `sources`: absolute paths. A source that is
 * shorter than a range shows by the length and the SHA-256 of what came of it, which the caller compares.
 */
export async function* assemblyOf(
  parts: AsyncIterable<Part> | Iterable<Part>,
  sources: readonly string[],
): AsyncGenerator<Buffer> {
  // Short names: a jar may have a thousand parts.
  yield Buffer.from(`(
sources=(${sources.map(quote).join(' ')})
${rangeFunction}
p() { printf -- "$1" || exit 1; }
c() { range "\${sources[$1]}" "$2" "$3" || exit 1; }
`);
  for await (const part of parts) {
    if (part.length === 0) continue;
    if (Buffer.isBuffer(part)) yield Buffer.concat([Buffer.from("p '"), escaped(part), Buffer.from("'\n")]);
    else if (sources[part.source] === undefined) throw new RangeError('a part names a source that is not there');
    else yield Buffer.from(`c ${part.source} ${part.offset} ${part.length}\n`);
  }
  yield Buffer.from(')');
}

/** Bytes as the format of bash's printf, those above 127 as they are: an octal number takes three digits only where one of another digit follows. */
function escaped(bytes: Buffer): Buffer {
  const text = Buffer.allocUnsafe(bytes.length * 4);
  let end = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte >= 0x20 && byte !== 0x7f && !special.has(byte)) {
      text[end] = byte;
      end += 1;
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    const digits = byte.toString(8).padStart(next >= 0x30 && next <= 0x37 ? 3 : 1, '0');
    end += text.write(`\\${digits}`, end, 'latin1');
  }
  return text.subarray(0, end);
}

/** What printf or the quotes around it would take for something else. */
const special: ReadonlySet<number> = new Set(Buffer.from("\\%'"));
