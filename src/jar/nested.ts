import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, type ArchiveEntry, contents, dataOffset, openSlice, wholeContents } from './archive.ts';
import { readAtBuffer, readAtFile, Slice } from './slice.ts';

const bufferBytes = 4 * 1024 * 1024;

/**
 * Opens the jar that is an entry of `archive`, gives it to `work` and closes it.
 * A stored one, as Spring Boot writes them, is read in place; a deflated one is unpacked first: in memory up to 4 MiB,
 * in a temporary file beyond. `work` gets undefined where the entry is no archive.
 */
export async function withNested<T>(
  archive: Archive,
  entry: ArchiveEntry,
  work: (nested: Archive | undefined) => Promise<T>,
): Promise<T> {
  if (entry.method === 0) {
    const start = await dataOffset(archive, entry);
    return work(await openSlice(archive.slice.part(start, entry.compressedBytes)));
  }
  if (entry.bytes <= bufferBytes) {
    const bytes = await wholeContents(archive, entry);
    return work(await openSlice(new Slice(readAtBuffer(bytes), 0, bytes.length)));
  }
  const folder = await mkdtemp(join(tmpdir(), 'nested-jar-'));
  try {
    const handle = await open(join(folder, 'nested.jar'), 'w+');
    try {
      for await (const chunk of contents(archive, entry)) await handle.write(chunk);
      return await work(await openSlice(new Slice(readAtFile(handle), 0, entry.bytes)));
    } finally {
      await handle.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
