import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { fromRandomAccessReaderPromise } from 'yauzl';
import { Failure, failure } from '../messages/failure.ts';
import { prefixBytes, tailBytes } from './end-record.ts';
import { readAtFile, Slice } from './slice.ts';

/** One file or folder of an archive, as its central directory has it. */
export interface ArchiveEntry {
  /** Path with `/`; a folder's ends with one. */
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly compressedBytes: number;
  /** Uncompressed. */
  readonly bytes: number;
  readonly crc32: number;
  readonly headerOffset: number;
}

/** An open zip archive: a jar, or a jar within one. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly slice: Slice;
}

// Up to here an entry is read and inflated at once; a stream for each of ten thousand classes costs more than it saves.
const smallBytes = 1024 * 1024;

/**
 * Opens the archive at `path`, gives it to `work` and closes it. What is found damaged on the way, in `work` too,
 * becomes JAR_CORRUPT. Throws `Failure`: JAR_UNREADABLE, JAR_NOT_A_ZIP, JAR_CORRUPT.
 */
export async function withArchive<T>(path: string, work: (archive: Archive) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r').catch((error: Error) => {
    throw failure('JAR_UNREADABLE', { path, detail: error.message }, { cause: error });
  });
  try {
    return await work(await openFile(path, handle));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw failure('JAR_CORRUPT', { path, detail }, { cause: error });
  } finally {
    await handle.close();
  }
}

async function openFile(path: string, handle: FileHandle): Promise<Archive> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw failure('JAR_UNREADABLE', { path, detail: 'not a regular file' });
  const file = new Slice(readAtFile(handle), 0, stats.size);
  const head = Buffer.alloc(Math.min(stats.size, 40));
  await file.fill(head, 0);
  const archive = await openSlice(file);
  const complete = archive !== undefined && archive.slice.size === file.size;
  // A local file header at the start, but no directory for it at the end: the last one is that of a nested jar, if any.
  if (!complete && head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) {
    throw new Error('its zip directory is missing: the file was cut off');
  }
  if (archive !== undefined) return archive;
  const detail = head.length === 0 ? '(empty)' : JSON.stringify(head.toString('latin1'));
  throw failure('JAR_NOT_A_ZIP', { path, detail });
}

/**
 * Opens the archive that fills `slice`, a start script before it aside. Undefined where there is none; rejects where it
 * is damaged.
 */
export async function openSlice(slice: Slice): Promise<Archive | undefined> {
  const tail = Buffer.alloc(Math.min(slice.size, tailBytes));
  await slice.fill(tail, slice.size - tail.length);
  const prefix = prefixBytes(tail, slice.size);
  if (prefix === undefined) return undefined;

  const zip = slice.part(prefix, slice.size - prefix);
  const zipFile = await fromRandomAccessReaderPromise(zip, zip.size);
  const entries: ArchiveEntry[] = [];
  for await (const entry of zipFile.eachEntry()) {
    if (entry.isEncrypted()) throw new Error(`${entry.fileName} is encrypted`);
    entries.push({
      name: entry.fileName,
      method: entry.compressionMethod,
      compressedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      crc32: entry.crc32,
      headerOffset: entry.relativeOffsetOfLocalHeader,
    });
  }
  return { entries, slice: zip };
}

/** Where the data of an entry lie: after its local header, whose extra field may be longer than the directory's. */
export async function dataOffset(archive: Archive, entry: ArchiveEntry): Promise<number> {
  const header = Buffer.alloc(30);
  await archive.slice.fill(header, entry.headerOffset);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new Error(`${entry.name} has no local header`);
  return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/**
 * The uncompressed contents of an entry, piece by piece, each valid until the next is asked for; rejects where length
 * or CRC-32 is not the recorded one.
 */
export async function* contents(archive: Archive, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  let length = 0;
  let sum = 0;
  for await (const chunk of decoded(archive, entry, await dataOffset(archive, entry))) {
    length += chunk.length;
    sum = crc32(chunk, sum);
    if (length > entry.bytes) break;
    yield chunk;
  }
  if (length !== entry.bytes) throw new Error(`${entry.name} does not have its recorded length`);
  if (sum !== entry.crc32) throw new Error(`${entry.name} does not have its recorded checksum`);
}

async function* decoded(archive: Archive, entry: ArchiveEntry, start: number): AsyncGenerator<Buffer> {
  const end = start + entry.compressedBytes;
  if (entry.method === 0) {
    yield* archive.slice.chunks(start, end);
  } else if (entry.method !== 8) {
    throw new Error(`${entry.name} is compressed by method ${entry.method}, which Java does not read either`);
  } else if (entry.compressedBytes <= smallBytes && entry.bytes <= smallBytes) {
    const data = Buffer.allocUnsafe(entry.compressedBytes);
    await archive.slice.fill(data, start);
    yield inflateRawSync(data, { chunkSize: Math.max(64, entry.bytes + 1), maxOutputLength: entry.bytes + 1 });
  } else {
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    // The error, if any, comes out of the iteration below.
    pipeline(archive.slice.stream(start, end), inflate, () => {});
    yield* inflate as AsyncIterable<Buffer>;
  }
}

/** The files of an archive, folders aside, in the order in which they lie in it: what is read ahead is what comes next. */
export function filesInOrder({ entries }: Archive): readonly ArchiveEntry[] {
  return entries.filter(({ name }) => !name.endsWith('/')).sort((a, b) => a.headerOffset - b.headerOffset);
}

/** Reads every file of an archive, past `look`; rejects where one does not have its recorded length and CRC-32. */
export async function checkContents(
  archive: Archive,
  look: (entry: ArchiveEntry, chunk: Buffer) => void = () => {},
): Promise<void> {
  for (const entry of filesInOrder(archive)) {
    for await (const chunk of contents(archive, entry)) look(entry, chunk);
  }
}

/** The contents of an entry, in memory. */
export async function wholeContents(archive: Archive, entry: ArchiveEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of contents(archive, entry)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The whole contents of the entry `name`. Undefined where there is none, or where it is longer than `limit` bytes. */
export async function readEntry(archive: Archive, name: string, limit: number): Promise<Buffer | undefined> {
  const entry = archive.entries.find((e) => e.name === name);
  if (entry === undefined || entry.bytes > limit) return undefined;
  return wholeContents(archive, entry);
}
