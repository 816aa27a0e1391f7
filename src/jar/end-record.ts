const signature = 0x06054b50;
const recordBytes = 22;
const zip64LocatorSignature = 0x07064b50;
const zip64LocatorBytes = 20;
const zip64RecordSignature = 0x06064b50;
const zip64RecordBytes = 56;

/** How much of a file's end holds the end record with the longest comment, and a zip64 locator and record before it. */
export const tailBytes = 0xffff + recordBytes + zip64LocatorBytes + zip64RecordBytes;

/**
 * Bytes before the zip archive proper, where its offsets do not count them: the start script that Spring Boot 1 and 2
 * put before an executable jar (`#!/bin/bash ...`). 0 where the offsets do count them, or where nothing comes before.
 * Undefined where `tail`, the end of the file, holds no end record: then the file is no zip archive, or a part of one.
 * `size` is that of the whole file. Source: PKWARE APPNOTE 4.3.14 to 4.3.16.
 */
export function prefixBytes(tail: Buffer, size: number): number | undefined {
  for (let at = tail.length - recordBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== signature || tail.readUInt16LE(at + 20) !== tail.length - at - recordBytes) continue;
    const position = size - tail.length + at;
    const locator = at - zip64LocatorBytes;
    if (locator >= 0 && tail.readUInt32LE(locator) === zip64LocatorSignature) {
      const recorded = Number(tail.readBigUInt64LE(locator + 8));
      const record = locator - zip64RecordBytes;
      const adjacent = record >= 0 && tail.readUInt32LE(record) === zip64RecordSignature;
      return adjacent ? Math.max(0, position - zip64LocatorBytes - zip64RecordBytes - recorded) : 0;
    }
    return Math.max(0, position - tail.readUInt32LE(at + 12) - tail.readUInt32LE(at + 16));
  }
  return undefined;
}
