import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** A file of an archive, written as it is (method 0, stored). */
export interface StoredEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The end of central directory record of an archive without a comment (APPNOTE 4.3.16). */
const endBytes = 22;

/** A small archive of stored entries. */
export function zipOf(entries: readonly StoredEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localPart(entry);
    parts.push(local, entry.bytes);
    central.push(centralPart(entry, offset));
    offset += local.length + entry.bytes.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endPart(entries.length, directory.length, offset)]);
}

/**
 * Writes a copy of an archive with further entries behind its own, one at a time, so that any number of them fits into
 * memory. Throws an Error where the original is an archive with a comment, or of ZIP64.
 */
export async function appendEntries(from: string, to: string, entries: Iterable<StoredEntry>): Promise<void> {
  const original = await open(from);
  const copy = await open(to, 'w');
  try {
    const { size } = await original.stat();
    const end = await read(original, size - endBytes, endBytes);
    if (end.readUInt32LE(0) !== 0x06054b50) throw new Error(`${from} does not end as a plain ZIP archive does`);
    const count = end.readUInt16LE(10);
    const [directoryBytes, directoryOffset] = [end.readUInt32LE(12), end.readUInt32LE(16)];
    const central = [await read(original, directoryOffset, directoryBytes)];
    for await (const chunk of createReadStream(from, { end: directoryOffset - 1 })) await copy.appendFile(chunk);
    let offset = directoryOffset;
    let added = 0;
    for (const entry of entries) {
      const local = localPart(entry);
      await copy.appendFile(local);
      await copy.appendFile(entry.bytes);
      central.push(centralPart(entry, offset));
      offset += local.length + entry.bytes.length;
      added += 1;
    }
    const directory = Buffer.concat(central);
    await copy.appendFile(directory);
    await copy.appendFile(endPart(count + added, directory.length, offset));
  } finally {
    await original.close();
    await copy.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}

/** Version 2.0, no flags, stored, 1 January 1980, then CRC and sizes: what local and central header share. */
function common({ bytes, name }: StoredEntry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(bytes.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
}

function localPart(entry: StoredEntry): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), Buffer.from(entry.name)]);
}

function centralPart(entry: StoredEntry, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 0]);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common(entry), rest, Buffer.from(entry.name)]);
}

function endPart(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
