import { gunzipSync, gzipSync, type ZlibOptions } from 'node:zlib';

/** Bash functions: `pack` makes its standard input a word of base64, gzipped; `unpack WORD` prints what it was made of. */
export const packFunctions = `pack() { gzip -1 -c | base64 -w0; }
unpack() { printf %s "$1" | base64 -d | gzip -dc; }`;

/** Bytes for a server: by gzip where they are fewer then. */
export function packed(bytes: Buffer): { readonly bytes: Buffer; readonly packing: 'gzip' | 'plain' } {
  const zipped = gzipSync(bytes, { level: 9 });
  return zipped.length < bytes.length ? { bytes: zipped, packing: 'gzip' } : { bytes, packing: 'plain' };
}

/** The bytes of which `pack` made a word. Throws where it is none, or has more of them than `maxOutputLength`. */
export function unpacked(word: string, options: Pick<ZlibOptions, 'maxOutputLength' | 'finishFlush'> = {}): Buffer {
  return gunzipSync(Buffer.from(word, 'base64'), options);
}

/** The text that a script printed in base64; empty for what is missing. */
export function decode(base64 = ''): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
