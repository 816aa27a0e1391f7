import { createHash } from 'node:crypto';
import { type Archive, type ArchiveEntry, contents } from './archive.ts';
import { withNested } from './nested.ts';

// A jar in a jar in a jar is known from wars within ears; deeper ones are hashed as files.
const deepest = 4;

/**
 * SHA-256 (lower-case hex) over the names and uncompressed contents of an archive, nested jars entered.
 * Time stamps, compression, order and entries of folders do not count, so a rebuild of the same sources has the same one.
 */
export async function contentHash(archive: Archive, depth = 0): Promise<string> {
  const lines: string[] = [];
  // In the order of the file, so that what is read ahead is what comes next.
  const files = archive.entries.filter((e) => !e.name.endsWith('/')).sort((a, b) => a.headerOffset - b.headerOffset);
  for (const entry of files) lines.push(`${entry.name}\0${await entryHash(archive, entry, depth)}\n`);
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(line);
  return hash.digest('hex');
}

async function entryHash(archive: Archive, entry: ArchiveEntry, depth: number): Promise<string> {
  if (depth < deepest && /\.[jw]ar$/i.test(entry.name)) {
    const nested = await withNested(archive, entry, async (jar) => jar && contentHash(jar, depth + 1)).catch(
      () => undefined,
    );
    if (nested !== undefined) return `jar ${nested}`;
  }
  const hash = createHash('sha256');
  for await (const chunk of contents(archive, entry)) hash.update(chunk);
  return `file ${hash.digest('hex')}`;
}
