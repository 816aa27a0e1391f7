import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';

/** A file of a generated archive. */
export interface GeneratedFile {
  readonly name: string;
  /** What its contents are made of, and how long they are. */
  readonly seed: number;
  readonly bytes: number;
  readonly deflated: boolean;
  readonly descriptor: boolean;
  readonly zip64: boolean;
  readonly stamp: number;
}

/** A generated archive: anything that a zip file may be, and that a build may make. */
export interface GeneratedJar {
  readonly files: readonly GeneratedFile[];
  readonly prefix: string;
  readonly prefixCounted: boolean;
  readonly comment: string;
}

/** Bytes that nothing compresses, of a number. */
export function noise(seed: number, bytes: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, at) =>
    createHash('sha256').update(`${seed} ${at}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, bytes);
}

/** The archive as bytes. */
export function written({ files, prefix, prefixCounted, comment }: GeneratedJar): Buffer {
  const parts: Buffer[] = [Buffer.from(prefix)];
  const directory: Buffer[] = [];
  let offset = prefixCounted ? Buffer.byteLength(prefix) : 0;
  for (const file of files) {
    const [local, central] = entry(file, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, listed, end, Buffer.from(comment)]);
}

function entry({ name, seed, bytes, deflated, descriptor, zip64, stamp }: GeneratedFile, offset: number) {
  const [path, data] = [Buffer.from(name), noise(seed, bytes)];
  const body = deflated ? deflateRawSync(data) : data;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(zip64 ? 45 : 20, 0);
  common.writeUInt16LE(0x0800 | (descriptor ? 8 : 0), 2);
  common.writeUInt16LE(deflated ? 8 : 0, 4);
  common.writeUInt32LE(stamp, 6);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.from(common);
  const after = Buffer.alloc(descriptor ? 16 : 0);
  if (descriptor) {
    local.fill(0, 10, 22);
    after.writeUInt32LE(0x08074b50, 0);
    common.copy(after, 4, 10, 22);
  }
  const extra = Buffer.alloc(zip64 ? 20 : 0);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(data.length), 4);
    extra.writeBigUInt64LE(BigInt(body.length), 12);
    for (const header of descriptor ? [common] : [common, local]) header.fill(0xff, 14, 22);
    for (const header of [common, local]) header.writeUInt16LE(extra.length, 24);
  }
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return [
    Buffer.concat([Buffer.from('504b0304', 'hex'), local, path, extra, body, after]),
    Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, path, extra]),
  ] as const;
}

const file: fc.Arbitrary<GeneratedFile> = fc.record({
  name: fc.constantFrom('a', 'b', 'lib/c.jar', '-d', "e'f %s \\n", 'ü/漢字', 'META-INF/MANIFEST.MF'),
  seed: fc.nat(6),
  bytes: fc.oneof(fc.nat(40), fc.integer({ min: 400, max: 3000 })),
  deflated: fc.boolean(),
  descriptor: fc.boolean(),
  zip64: fc.boolean(),
  stamp: fc.constantFrom(0x5a210000, 0x5a220000),
});

const jar: fc.Arbitrary<GeneratedJar> = fc.record({
  files: fc.array(file, { maxLength: 12 }),
  prefix: fc.constantFrom('', '', '#!/bin/sh\nexit 0\n'),
  prefixCounted: fc.boolean(),
  comment: fc.constantFrom('', '', 'a comment'),
});

/** How the next version differs. */
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const change = fc.record({
  added: fc.array(file, { maxLength: 3 }),
  removed: fc.nat(3),
  renamed: fc.boolean(),
  reordered: fc.boolean(),
  twice: fc.boolean(),
  stamp: fc.option(fc.constant(0x5b000000), { nil: undefined }),
});

type Versions = readonly [before: Buffer, now: Buffer];

/** A file, and the next version of it. */
export const versions: fc.Arbitrary<Versions> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(jar, change).map(([before, how]): Versions => [written(before), written(after(before, how))]),
  },
  { weight: 1, arbitrary: fc.tuple(jar, jar).map(([one, other]): Versions => [written(one), written(other)]) },
  // No archive, or one that was cut off or spoilt.
  {
    weight: 2,
    arbitrary: fc
      .tuple(jar, fc.nat(4000), fc.uint8Array({ maxLength: 30 }))
      .map(
        ([one, at, junk]): Versions => [
          written(one),
          Buffer.concat([written(one).subarray(0, at), junk, written(one).subarray(at + junk.length)]),
        ],
      ),
  },
);

function after(before: GeneratedJar, how: Change): GeneratedJar {
  const kept = before.files.slice(how.removed).concat(how.added);
  const ordered = how.reordered ? kept.toReversed() : kept;
  const files = how.twice ? [...ordered, ...ordered.slice(0, 2)] : ordered;
  return {
    ...before,
    files: files.map((one) => ({
      ...one,
      name: how.renamed ? `${one.name}x` : one.name,
      stamp: how.stamp ?? one.stamp,
    })),
  };
}
