import { crc32 } from 'node:zlib';
import type { ArchiveEntry } from './archive.ts';

/** A file of a jar, where its data begin in the file of the jar, and where it is to come out. */
export interface PackedFile extends Omit<ArchiveEntry, 'name' | 'headerOffset'> {
  /** Relative, its layer's folder first. */
  readonly path: string;
  readonly offset: number;
}

const block = 512;

/** What is read together: files up to this length, with no more than so much between them, so much at once. */
const shortBytes = 64 * 1024;
const nearBytes = 16 * 1024;
const runBytes = 2 * 1024 * 1024;

/** Longest parts of a path that a header of tar has room for: its end, and the folders before that. */
const mostName = 100;
const mostPrefix = 155;

/**
 * By what a server takes a jar apart with dd, gzip and tar (resources/unpacking.ts): a line for each folder and file,
 * numbers in decimal, byte strings in hexadecimal as they lie in a file, the path last, after a tab.
 * - `D path`: a folder.
 * - `S offset bytes path`: a stored file.
 * - `L offset packed bytes crc path`: a deflated one by itself.
 * - `Z offset packed bytes crc sum header prefix path`: a deflated one that goes through one gzip and one tar with all
 *   others: the checksum in its tar header (octal), the CRC-32 of that header and the padding before it, and how many
 *   characters of the path are in the header's second field.
 * - `R offset bytes`, and for `Z` `z` with the offset counted from there: short ones near to one another, which are read
 *   together, since a process for each takes longer than all the rest.
 * - `E header`: the end of these.
 */
export function unpackingRecipe(files: readonly PackedFile[], emptyFolders: readonly string[]): string {
  const folders = new Set([...emptyFolders, ...files.map(({ path }) => path.slice(0, path.lastIndexOf('/')))]);
  const lines = [...folders].map((folder) => `D\t${folder}`);
  const isStored = ({ method, bytes }: PackedFile): boolean => method === 0 || bytes === 0;
  const isAlone = ({ path }: PackedFile): boolean => prefixOf(path) === undefined;
  for (const { path, offset, bytes } of files.filter(isStored)) lines.push(`S ${offset} ${bytes}\t${path}`);
  const packed = files.filter((file) => !isStored(file));
  for (const { path, offset, compressedBytes, bytes, crc32: crc } of packed.filter(isAlone)) {
    lines.push(`L ${offset} ${compressedBytes} ${bytes} ${littleEndian(crc)}\t${path}`);
  }
  let padding = 0;
  for (const run of runsOf(packed.filter((file) => !isAlone(file)))) {
    const start = run.length === 1 ? 0 : (run[0]?.offset ?? 0);
    if (run.length > 1) lines.push(`R ${start} ${endOf(run.at(-1)) - start}`);
    for (const { path, offset, compressedBytes, bytes, crc32: crc } of run) {
      const prefix = prefixOf(path) ?? 0;
      const { header, sum } = tarHeader(path, prefix, bytes);
      const headerCrc = littleEndian(crc32(Buffer.concat([Buffer.alloc(padding), header])));
      const place = `${run.length === 1 ? 'Z' : 'z'} ${offset - start}`;
      lines.push(`${place} ${compressedBytes} ${bytes} ${littleEndian(crc)} ${sum} ${headerCrc} ${prefix}\t${path}`);
      padding = (block - (bytes % block)) % block;
    }
  }
  return [...lines, `E ${littleEndian(crc32(Buffer.alloc(padding + 2 * block)))}`, ''].join('\n');
}

/** Files in groups, each of which is read at once; one by itself is read by itself. */
function runsOf(files: readonly PackedFile[]): readonly (readonly PackedFile[])[] {
  const runs: PackedFile[][] = [];
  for (const file of files) {
    const run = runs.at(-1);
    const [first, last] = [run?.[0], run?.at(-1)];
    const isNear = file.offset - endOf(last) < nearBytes && file.offset >= endOf(last);
    const isShort = file.compressedBytes < shortBytes && (last?.compressedBytes ?? 0) < shortBytes;
    if (first !== undefined && isNear && isShort && endOf(file) - first.offset < runBytes) run?.push(file);
    else runs.push([file]);
  }
  return runs;
}

function endOf(file: PackedFile | undefined): number {
  return file === undefined ? 0 : file.offset + file.compressedBytes;
}

/** How much of a path goes into the header's second field; undefined where it fits into no header. */
function prefixOf(path: string): number | undefined {
  if (path.length <= mostName) return 0;
  const slash = path.indexOf('/', path.length - mostName - 1);
  return slash > 0 && slash <= mostPrefix ? slash : undefined;
}

/** A tar header (POSIX ustar) as the server writes it, and the checksum in it. */
function tarHeader(path: string, prefix: number, bytes: number): { readonly header: Buffer; readonly sum: string } {
  const header = Buffer.alloc(block);
  header.write(prefix === 0 ? path : path.slice(prefix + 1), 0, 'latin1');
  header.write('0000644', 100, 'latin1');
  for (const at of [108, 116]) header.write('0000000', at, 'latin1');
  header.write(bytes.toString(8).padStart(11, '0'), 124, 'latin1');
  header.write('00000000000', 136, 'latin1');
  header.write('        0', 148, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(path.slice(0, prefix), 345, 'latin1');
  const sum = header
    .reduce((total, byte) => total + byte, 0)
    .toString(8)
    .padStart(6, '0');
  header.write(`${sum}\0 `, 148, 'latin1');
  return { header, sum };
}

function littleEndian(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
}
