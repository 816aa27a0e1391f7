import { createWriteStream } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file to put into a test's archive. */
export interface ZipFile {
  readonly name: string;
  readonly data: Buffer | string;
  readonly deflated?: boolean;
  /** MS-DOS date and time, 0x5a21_0000 or whatever. */
  readonly stamp?: number;
  /** A checksum that is not that of the data. */
  readonly wrongCrc?: boolean;
}

/** A zip archive in memory: the smallest writer that lets a test choose method, time stamp and order. */
export function zip(files: readonly ZipFile[], options: { prefix?: string; prefixCounted?: boolean } = {}): Buffer {
  const prefix = Buffer.from(options.prefix ?? '');
  const shift = options.prefixCounted ? prefix.length : 0;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = shift;
  for (const file of files) {
    const [local, central] = entry(file, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  return Buffer.concat([prefix, ...parts, ...directory, endRecord(directory, offset)]);
}

function entry(file: ZipFile, offset: number): [Buffer, Buffer] {
  const name = Buffer.from(file.name);
  const data = Buffer.from(file.data);
  const body = file.deflated ? deflateRawSync(data) : data;
  const common = commonHeader({
    method: file.deflated ? 8 : 0,
    stamp: file.stamp ?? 0x5a210000,
    crc: (crc32(data) ^ (file.wrongCrc ? 1 : 0)) >>> 0,
    compressed: body.length,
    bytes: data.length,
    name,
  });
  return [Buffer.concat([hex('504b0304'), common, name, body]), central(common, name, offset)];
}

function commonHeader(h: {
  method: number;
  stamp: number;
  crc: number;
  compressed: number;
  bytes: number;
  name: Buffer;
}): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(h.method, 4);
  header.writeUInt32LE(h.stamp, 6);
  header.writeUInt32LE(h.crc, 10);
  header.writeUInt32LE(h.compressed, 14);
  header.writeUInt32LE(h.bytes, 18);
  header.writeUInt16LE(h.name.length, 22);
  return header;
}

function central(common: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([hex('504b01021400'), common, rest, name]);
}

function endRecord(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, d) => sum + d.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}

function hex(bytes: string): Buffer {
  return Buffer.from(bytes, 'hex');
}

/** Writes an archive of stored entries to disk, each `bytes` long and made of `block`, without holding it in memory. */
export async function writeLargeZip(
  path: string,
  small: readonly ZipFile[],
  large: readonly { name: string; block: Buffer; blocks: number }[],
): Promise<void> {
  const out = createWriteStream(path);
  const write = (b: Buffer) =>
    new Promise<void>((done, fail) => out.write(b, (error) => (error ? fail(error) : done())));
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of small) {
    const [local, record] = entry(file, offset);
    await write(local);
    directory.push(record);
    offset += local.length;
  }
  for (const { name, block, blocks } of large) {
    let crc = 0;
    for (let i = 0; i < blocks; i += 1) crc = crc32(block, crc);
    const bytes = block.length * blocks;
    const common = commonHeader({ method: 0, stamp: 0, crc, compressed: bytes, bytes, name: Buffer.from(name) });
    await write(Buffer.concat([hex('504b0304'), common, Buffer.from(name)]));
    for (let i = 0; i < blocks; i += 1) await write(block);
    directory.push(central(common, Buffer.from(name), offset));
    offset += 30 + Buffer.byteLength(name) + bytes;
  }
  await write(Buffer.concat([...directory, endRecord(directory, offset)]));
  await new Promise<void>((done) => out.end(done));
}

/** A class file's first bytes for a Java version. */
export function classFile(javaVersion: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt32BE(0xcafebabe, 0);
  bytes.writeUInt16BE(javaVersion + 44, 6);
  return bytes;
}

const manifest = [
  'Manifest-Version: 1.0',
  'Main-Class: org.springframework.boot.loader.JarLauncher',
  'Start-Class: com.example.Application',
  'Spring-Boot-Version: 2.7.18',
  'Spring-Boot-Classes: BOOT-INF/classes/',
  'Spring-Boot-Lib: BOOT-INF/lib/',
  '',
  '',
].join('\r\n');

/** The files of a Boot jar of Java 8 whose loader is of Java 17, with what a test adds or replaces. */
export function bootFiles(extra: readonly ZipFile[] = []): ZipFile[] {
  const files: ZipFile[] = [
    { name: 'META-INF/', data: '' },
    { name: 'META-INF/MANIFEST.MF', data: manifest, deflated: true },
    { name: 'org/springframework/boot/loader/JarLauncher.class', data: classFile(17), deflated: true },
    { name: 'BOOT-INF/classes/com/example/Application.class', data: classFile(8), deflated: true },
    { name: 'BOOT-INF/lib/spring-boot-2.7.18.jar', data: zip([{ name: 'a.txt', data: 'a' }]) },
  ];
  return [...files.filter((f) => !extra.some((e) => e.name === f.name)), ...extra];
}
