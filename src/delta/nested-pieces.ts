import { createHash } from 'node:crypto';
import type { Piece } from './pieces.ts';

const entrySignature = 0x02014b50;
const localHeaderBytes = 30;

/** A file's entry in the directory of an archive. */
interface Entry {
  /** Where its local header begins. */
  readonly header: number;
  readonly nameBytes: number;
  readonly compressedBytes: number;
  /** CRC-32, lengths and method: what its data are. */
  readonly data: string;
  /** What its local header is made of. */
  readonly hash: string;
  /** Bytes after its data that repeat CRC-32 and lengths; 0 where it has none. */
  readonly descriptorBytes: number;
}

/**
 * A jar within a jar as pieces, by its `directory` alone (with the end record): so those of a jar that only the server has
 * can be told without its bytes. A local header is taken for what the directory says; that all of it is so proves the
 * SHA-256 of what is put together. Undefined where the directory does not say where everything is.
 */
export function nestedPieces(directory: Buffer, bytes: number): readonly Piece[] | undefined {
  const start = bytes - directory.length;
  const entries = entriesIn(directory)?.toSorted((a, b) => a.header - b.header);
  if (entries === undefined || start < 0) return undefined;
  const pieces: Piece[] = [];
  let at = 0;
  const add = (length: number, key: string): void => {
    if (length > 0) pieces.push({ length, key });
    at += length;
  };
  for (const [number, { header, nameBytes, compressedBytes, data, hash, descriptorBytes }] of entries.entries()) {
    const end = entries[number + 1]?.header ?? start;
    const begin = end - descriptorBytes - compressedBytes;
    if (header < at || begin < header + localHeaderBytes + nameBytes) return undefined;
    add(begin - at, `header ${hash}`);
    add(end - begin, `data ${data}`);
  }
  if (at > start) return undefined;
  add(bytes - at, `directory ${createHash('sha256').update(directory).digest('hex')}`);
  return pieces;
}

function entriesIn(directory: Buffer): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  const end = directory.length - 22;
  let at = 0;
  while (at < end) {
    if (at + 46 > end || directory.readUInt32LE(at) !== entrySignature) return undefined;
    const nameBytes = directory.readUInt16LE(at + 28);
    const extra = at + 46 + nameBytes;
    const next = extra + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const [compressedBytes, header] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
    if (next > end || compressedBytes === 0xffffffff || header === 0xffffffff) return undefined;
    const hash = createHash('sha256').update(directory.subarray(at + 6, at + 28));
    hash.update(directory.subarray(at + 46, extra + directory.readUInt16LE(at + 30)));
    const streamed = (directory.readUInt16LE(at + 8) & 8) !== 0;
    entries.push({
      header,
      nameBytes,
      compressedBytes,
      data: directory.subarray(at + 10, at + 12).toString('hex') + directory.subarray(at + 16, at + 28).toString('hex'),
      hash: hash.digest('hex').slice(0, 16),
      descriptorBytes: streamed ? 16 : 0,
    });
    at = next;
  }
  return entries;
}

/** A library's name without its version: `spring-core` of `spring-core-5.3.30.jar`. */
export function libraryOf(name: string): string {
  return name.replace(/\.[jw]ar$/, '').replace(/-v?\d[\w.+-]*$/, '');
}
