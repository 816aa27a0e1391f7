/** A file to put into a container; owned by root. */
export interface TarFile {
  /** Path without a leading slash, at most 100 bytes. */
  readonly path: string;
  readonly content: string;
  /** Permission bits. */
  readonly mode: number;
}

/** A tar archive (POSIX.1-1988 ustar) of regular files. Throws RangeError for a path that does not fit. */
export function tar(files: readonly TarFile[]): Buffer {
  const blocks: Buffer[] = [];
  for (const { path, content, mode } of files) {
    if (Buffer.byteLength(path) > 100) throw new RangeError(`too long for a tar header: ${path}`);
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    const octal = (value: number, width: number, at: number): number =>
      header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at);
    header.write(path, 0);
    octal(mode, 8, 100);
    octal(0, 8, 108);
    octal(0, 8, 116);
    octal(bytes.length, 12, 124);
    octal(Math.floor(Date.now() / 1000), 12, 136);
    header.write('        0', 148);
    header.write('ustar\x0000', 257);
    octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
      148,
    );
    blocks.push(header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
