const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** An MS-DOS date and time, as a zip file has it: two-second steps, no time zone. */
function dosTime(date: Date): { time: number; date: number } {
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return { time, date: ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate() };
}

/**
 * The same zip file with another modification time on every entry (not those of archives within it): what a build
 * that is run again makes. Throws an Error where `zip` has no central directory.
 */
export function withTimes(zip: Buffer, when: Date): Buffer {
  const copy = Buffer.from(zip);
  const end = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || copy.readUInt32LE(end) !== endOfDirectory) throw new Error('not a zip file');
  const { time, date } = dosTime(when);
  const count = copy.readUInt16LE(end + 10);
  let at = copy.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (copy.readUInt32LE(at) !== directoryEntry) throw new Error(`no directory entry at ${at}`);
    copy.writeUInt16LE(time, at + 12);
    copy.writeUInt16LE(date, at + 14);
    const local = copy.readUInt32LE(at + 42);
    copy.writeUInt16LE(time, local + 10);
    copy.writeUInt16LE(date, local + 12);
    at += 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32);
  }
  return copy;
}
