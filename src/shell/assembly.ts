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
 * Bash that writes `parts`, one after another, to standard output, with dd (coreutils 8.16 or later) and builtins alone; a
 * subshell, which fails where a part does. `sources`: absolute paths. A source that is shorter than a range shows by the
 * length and the SHA-256 of what came of it, which the caller compares.
 */
export function assemble(parts: readonly Part[], sources: readonly string[]): string {
  return render(parts, sources, 0x7e).toString();
}

/** The same for a bash that reads bytes, in its C locale: bytes above 127 as they are, which makes less of it. */
export function assembleBytes(parts: readonly Part[], sources: readonly string[]): Buffer {
  return render(parts, sources, 0xff);
}

function render(parts: readonly Part[], sources: readonly string[], highest: number): Buffer {
  // Short names: a jar may have a thousand parts.
  const words = [
    `(
sources=(${sources.map(quote).join(' ')})
p() { printf -- "$1" || exit 1; }
c() { dd if="\${sources[$1]}" bs=64K iflag=skip_bytes,count_bytes skip="$2" count="$3" status=none || exit 1; }
`,
    ...parts.flatMap((part) => {
      if (part.length === 0) return [];
      if (Buffer.isBuffer(part)) return ["p '", escaped(part, highest), "'\n"];
      if (sources[part.source] === undefined) throw new RangeError('a part names a source that is not there');
      return [`c ${part.source} ${part.offset} ${part.length}\n`];
    }),
    ')',
  ];
  return Buffer.concat(words.map((word) => (Buffer.isBuffer(word) ? word : Buffer.from(word))));
}

/** Bytes as the format of bash's printf: an octal number takes three digits only where one of another digit follows. */
function escaped(bytes: Buffer, highest: number): Buffer {
  const text = Buffer.allocUnsafe(bytes.length * 4);
  let end = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte >= 0x20 && byte !== 0x7f && byte <= highest && !special.has(byte)) {
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
