import { createHash } from 'node:crypto';
import { type Archive, type ArchiveEntry, filesInOrder } from './archive.ts';
import { withNested } from './nested.ts';

// A jar in a jar in a jar is known from wars within ears; deeper ones count as files.
const deepest = 4;

/**
 * SHA-256 (lower-case hex) over the names of an archive's files with their lengths and CRC-32, nested jars entered.
 * Time stamps, compression, order and entries of folders do not count, so a rebuild of the same sources has the same one.
 *
 * Lengths and CRC-32 are those that the directories record, so that no library is inflated, which takes a second for
 * twenty megabytes; `checkContents` (archive.ts) has proven those of the outermost. CRC-32 tells accidents apart, and every
 * change within four bytes; whoever could forge one could as well deploy a jar.
 *
 * `visit` gets each archive directly within this one while it is open.
 */
export async function contentHash(archive: Archive, visit: Visit = () => {}, depth = 0): Promise<string> {
  const lines: string[] = [];
  for (const entry of filesInOrder(archive)) {
    lines.push(`${entry.name}\0${await identity(archive, entry, visit, depth)}\n`);
  }
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(line);
  return hash.digest('hex');
}

type Visit = (entry: ArchiveEntry, nested: Archive) => void;

/** What tells the contents of an entry from others. */
async function identity(archive: Archive, entry: ArchiveEntry, visit: Visit, depth: number): Promise<string> {
  if (depth < deepest && /\.[jw]ar$/i.test(entry.name)) {
    const nested = await withNested(archive, entry, async (jar) => {
      if (jar === undefined) return undefined;
      if (depth === 0) visit(entry, jar);
      return contentHash(jar, visit, depth + 1);
    }).catch(() => undefined);
    if (nested !== undefined) return `jar ${nested}`;
  }
  return `file ${entry.bytes} ${entry.crc32}`;
}
