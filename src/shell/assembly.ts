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
  return render(parts, sources.map(quote), /[^ -~]/);
}

/** The same for a bash that reads bytes, in its C locale: bytes above 127 as they are, which makes less of it. */
export function assembleBytes(parts: readonly Part[], sources: readonly string[]): Buffer {
  const paths = sources.map((path) => Buffer.from(quote(path)).toString('latin1'));
  return Buffer.from(render(parts, paths, /[^ -~\x80-\xff]/), 'latin1');
}

function render(parts: readonly Part[], paths: readonly string[], unprintable: RegExp): string {
  const lines = parts
    .filter((part) => part.length > 0)
    .map((part) => {
      if (Buffer.isBuffer(part)) return `p '${escaped(part, unprintable)}'`;
      if (paths[part.source] === undefined) throw new RangeError('a part names a source that is not there');
      return `c ${part.source} ${part.offset} ${part.length}`;
    });
  // Short names: a jar may have a thousand parts.
  return `(
sources=(${paths.join(' ')})
p() { printf -- "$1" || exit 1; }
c() { dd if="\${sources[$1]}" bs=1M iflag=skip_bytes,count_bytes skip="$2" count="$3" status=none || exit 1; }
${lines.join('\n')}
)`;
}

/** Bytes as the format of bash's printf: an octal number takes three digits only where one of another digit follows. */
function escaped(bytes: Buffer, unprintable: RegExp): string {
  let text = '';
  for (const [at, byte] of bytes.entries()) {
    const character = String.fromCharCode(byte);
    if (!unprintable.test(character) && !`\\%'`.includes(character)) {
      text += character;
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    text += `\\${byte.toString(8).padStart(next >= 0x30 && next <= 0x37 ? 3 : 1, '0')}`;
  }
  return text;
}
