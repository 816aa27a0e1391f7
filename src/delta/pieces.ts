import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { posix } from 'node:path';
import { dataOffset, openSlice } from '../jar/archive.ts';
import { readAtFile, Slice } from '../jar/slice.ts';

/** A part of a file, as it lies in it: the data of one entry of a zip archive, or what is between two of them. */
export interface Piece {
  /** In bytes. */
  readonly length: number;
  /** What tells it from others of the same length. */
  readonly key: string;
  /** An archive that is stored in the file as it is: a library of Spring Boot's. */
  readonly nested?: NestedJar;
}

/** A jar that is stored within another one. */
export interface NestedJar {
  /** Its file name, without folders. */
  readonly name: string;
  /** Bytes at its end that are its directory, with the end record. */
  readonly directoryBytes: number;
}

/** A file, piece by piece: together, in their order, they are the whole of it. */
export interface CutFile {
  readonly pieces: readonly Piece[];
  /** Whether it is an archive that was cut by its entries; else it is one piece. */
  readonly isArchive: boolean;
}

/** Headers of entries, which are short and many, are told apart by fewer digits: the SHA-256 of the whole is the proof. */
const shortBytes = 256;
const digitsOf = (length: number): number => (length < shortBytes ? 6 : 16);

interface Range {
  readonly start: number;
  readonly end: number;
  readonly nested: NestedJar | undefined;
}

/**
 * Cuts a file into the data of its entries and what is between them. Whatever cannot be told (no archive, a damaged one,
 * entries over one another) belongs to the piece around it. The file is read once, and never held as a whole.
 */
export async function cut(path: string): Promise<CutFile> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const file = new Slice(readAtFile(handle), 0, size);
    const ranges = await entriesOf(file, handle).catch(() => []);
    return { pieces: await hashed(file, apart(ranges, size)), isArchive: ranges.length > 0 };
  } finally {
    await handle.close();
  }
}

/** Where the data of each entry are in the file. */
async function entriesOf(file: Slice, handle: FileHandle): Promise<readonly Range[]> {
  const archive = await openSlice(file);
  if (archive === undefined) return [];
  const before = file.size - archive.slice.size;
  const ranges: Range[] = [];
  for (const entry of archive.entries.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    const start = before + (await dataOffset(archive, entry));
    const end = start + entry.compressedBytes;
    const nested = entry.method === 0 && end <= file.size ? await nestedIn(handle, entry.name, start, end) : undefined;
    ranges.push({ start, end, nested });
  }
  return ranges;
}

/** The entry as a jar within the jar; undefined where it is none, or one whose end is not where it usually is. */
async function nestedIn(handle: FileHandle, path: string, start: number, end: number): Promise<NestedJar | undefined> {
  const name = posix.basename(path);
  if (!/^[\w.+-]+\.[jw]ar$/.test(name) || end - start < 22) return undefined;
  const record = Buffer.alloc(22);
  await readAtFile(handle)(record, end - record.length);
  const directoryBytes = record.readUInt32LE(12) + record.length;
  const ends = record.readUInt32LE(0) === 0x06054b50 && record.readUInt16LE(20) === 0;
  return ends && directoryBytes <= end - start ? { name, directoryBytes } : undefined;
}

/** All of the file as ranges that touch: entries as far as they do not overlap, and what is between them. */
function apart(entries: readonly Range[], size: number): readonly Range[] {
  const ranges: Range[] = [];
  let at = 0;
  for (const entry of entries) {
    if (entry.start < at || entry.end <= entry.start || entry.end > size) continue;
    if (entry.start > at) ranges.push({ start: at, end: entry.start, nested: undefined });
    ranges.push(entry);
    at = entry.end;
  }
  if (at < size) ranges.push({ start: at, end: size, nested: undefined });
  return ranges;
}

/** Reads the file from its beginning to its end, and hashes range by range. */
async function hashed(file: Slice, ranges: readonly Range[]): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let hash = createHash('sha256');
  let position = 0;
  for await (const chunk of file.chunks(0, file.size)) {
    for (let from = 0; from < chunk.length; ) {
      const range = ranges[pieces.length];
      if (range === undefined) break;
      const { start, end, nested } = range;
      const to = Math.min(chunk.length, from + end - position);
      hash.update(chunk.subarray(from, to));
      position += to - from;
      from = to;
      if (position < end) continue;
      const length = end - start;
      const key = hash.digest('hex').slice(0, digitsOf(length));
      pieces.push({ length, key, ...(nested && { nested }) });
      hash = createHash('sha256');
    }
  }
  return pieces;
}
