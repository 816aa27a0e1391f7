import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Log } from '../messages/log.ts';
import { progress } from '../server/progress.ts';

/** Bytes of which it is told how far they are; what is shorter is there in seconds. */
const toldBytes = 2 * 1024 * 1024;

/** Bytes by gzip. */
export function packed(bytes: AsyncIterable<Buffer>, level?: number): AsyncIterable<Buffer> {
  const gzip = createGzip({ level });
  // The error, if any, comes out of who reads it.
  pipeline(Readable.from(bytes), gzip, () => {});
  return gzip as AsyncIterable<Buffer>;
}

/** Bytes that are sent, telling how far they are where they are many. */
export async function* told(bytes: AsyncIterable<Buffer>, total: number, log: Log): AsyncGenerator<Buffer> {
  const line = progress(total, 0, performance.now());
  let sent = 0;
  for await (const chunk of bytes) {
    yield chunk;
    sent += chunk.length;
    const text = total > toldBytes ? line.at(sent, performance.now()) : undefined;
    if (text !== undefined) log.info(text);
  }
}

/** All of it at once. */
export async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
