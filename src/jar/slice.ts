import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** Fills `buffer` from `position` of a source; rejects where the source ends before. */
export type ReadAt = (buffer: Buffer, position: number) => Promise<void>;

const windowBytes = 64 * 1024;
const chunkBytes = 128 * 1024;

/** Reads a file at any position. */
export function readAtFile(handle: FileHandle): ReadAt {
  return async (buffer, position) => {
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
      if (bytesRead === 0) throw new Error('the file ends before its data do');
      filled += bytesRead;
    }
  };
}

/** Reads bytes in memory at any position. */
export function readAtBuffer(bytes: Buffer): ReadAt {
  return async (buffer, position) => {
    if (position + buffer.length > bytes.length) throw new Error('the archive ends before its data do');
    bytes.copy(buffer, 0, position, position + buffer.length);
  };
}

/**
 * A part of a source that is an archive by itself: a whole file, a file behind its start script, a jar stored within
 * a jar. Reads ahead by a small window, because an archive's headers and classes are many and short. One read at a time.
 */
export class Slice extends RandomAccessReader {
  readonly size: number;
  /** Where it begins in its source. */
  readonly start: number;
  readonly #readAt: ReadAt;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;
  /** What the window lies in; made once, when it is first needed. */
  #memory: Buffer = Buffer.alloc(0);

  constructor(readAt: ReadAt, start: number, size: number) {
    super();
    this.#readAt = readAt;
    this.start = start;
    this.size = size;
  }

  /** The part of this slice from `start` on, `size` bytes long. */
  part(start: number, size: number): Slice {
    if (start < 0 || size < 0 || start + size > this.size) throw new Error('an entry lies outside the archive');
    return new Slice(this.#readAt, this.start + start, size);
  }

  /** Fills `buffer` from `position` of the slice. */
  async fill(buffer: Buffer, position: number): Promise<void> {
    if (position < 0 || position + buffer.length > this.size) throw new Error('an entry lies outside the archive');
    if (buffer.length > windowBytes) return this.#readAt(buffer, this.start + position);
    const end = this.#windowStart + this.#window.length;
    if (position < this.#windowStart || position + buffer.length > end) {
      if (this.#memory.length === 0) this.#memory = Buffer.allocUnsafe(Math.min(windowBytes, this.size));
      const window = this.#memory.subarray(0, Math.min(windowBytes, this.size - position));
      this.#window = window.subarray(0, 0);
      await this.#readAt(window, this.start + position);
      this.#window = window;
      this.#windowStart = position;
    }
    this.#window.copy(buffer, 0, position - this.#windowStart, position - this.#windowStart + buffer.length);
  }

  /**
   * The bytes from `start` to before `end`, piece by piece. All pieces lie in the same buffer, so that none waits for
   * the garbage collector: each is valid until the next is asked for.
   */
  async *chunks(start: number, end: number): AsyncGenerator<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(chunkBytes, end - start)));
    for (let position = start; position < end; position += chunkBytes) {
      const chunk = buffer.subarray(0, Math.min(chunkBytes, end - position));
      await this.fill(chunk, position);
      yield chunk;
    }
  }

  /** The same bytes as a stream, whose pieces stay valid. */
  stream(start: number, end: number): Readable {
    return Readable.from(copies(this.chunks(start, end)), { highWaterMark: 1 });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (err: Error | null) => void,
  ): void {
    this.fill(buffer.subarray(offset, offset + length), position).then(() => callback(null), callback);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.stream(start, end);
  }
}

async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
