import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A file as it is: its size and the SHA-256 of its bytes. */
export interface FileHash {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Hashes a file piece by piece; its size does not matter for memory. Rejects as `fs` does. */
export async function hashFile(path: string): Promise<FileHash> {
  const hash = createHash('sha256');
  // One buffer for all, so that none waits for the garbage collector.
  const buffer = Buffer.allocUnsafe(256 * 1024);
  const handle = await open(path, 'r');
  try {
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
