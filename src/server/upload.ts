import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { uploadMessages } from '../messages/upload.ts';
import { formatDuration, progress } from './progress.ts';
import { lackOfRoom } from './room.ts';
import { factsIn, failureIn } from './script-protocol.ts';
import type { Server } from './server.ts';
import { formatBytes } from './space.ts';
import { receiveScript } from './upload-script.ts';

/** A file of the runner. */
export interface UploadSource {
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
}

/** Who is told of an upload, and what else is known of it. */
export interface UploadOptions {
  readonly log: Log;
  /** Bytes that have been sent, those of an earlier run included. */
  readonly onProgress?: (sent: number) => void;
  /** Nothing of the file has come before, for all that is known: its first bytes follow the script without a word back. */
  readonly fresh?: boolean;
  /** A condition of bash: where it holds, all was done before, by a script whose answer did not come. */
  readonly done?: string;
  /** Bash that runs in the same script, under `set -e`, once `target` is there. */
  readonly afterwards?: string;
}

/** Seconds for which the server may take no byte of what is still to be sent. */
const stallSeconds = 60;

/**
 * Brings a file to `target` (absolute) on the server: into a part file beside it, from where an earlier run left off,
 * compared by SHA-256, flushed to disk, mode 0600, then renamed into place. Makes the folder. All in one script.
 * Throws `Failure`: DISK_FULL (before sending, or met on the way), CONNECTION_STALLED, UPLOAD_CORRUPT (the part is removed),
 * UPLOAD_FAILED.
 */
export async function upload(
  server: Server,
  source: UploadSource,
  target: string,
  options: UploadOptions,
): Promise<void> {
  for (let damaged = false; ; damaged = true) {
    if (damaged) options.log.info(uploadMessages.startedOver);
    const fresh = damaged || options.fresh === true;
    const { result, offset } = await send(server, source, target, { ...options, fresh });
    const found = factsIn(result.stdout);
    const full = lackOfRoom(found, server.host, target);
    if (full !== undefined) throw full;
    const reason = failureIn(result);
    // A crash of the server may leave a part whose last bytes never reached the disk; its hash tells, at the end.
    if (reason?.code === 'UPLOAD_CORRUPT' && offset > 0) continue;
    if (result.code !== 0) {
      const evidence = { evidence: result.stderr.trim() || undefined };
      throw reason ?? failure('UPLOAD_FAILED', { host: server.host, path: target }, evidence);
    }
    if (found.offset === undefined) options.log.info(uploadMessages.alreadyThere({ target }));
    return;
  }
}

/** Runs the script, and sends what it asks for. */
async function send(
  server: Server,
  source: UploadSource,
  target: string,
  options: UploadOptions & { readonly fresh: boolean },
) {
  let offset = 0;
  /** Tells from where to send; undefined: nothing is to be sent. */
  let tell: (from: number | undefined) => void = () => {};
  const told = new Promise<number | undefined>((resolve) => {
    tell = resolve;
  });
  if (options.fresh) tell(0);
  const stalled = failure('CONNECTION_STALLED', { host: server.host, seconds: stallSeconds });
  // A jar holds what is packed already, and becomes a tenth smaller all the same, at a speed that no line asks for.
  const stdin = createGzip({ level: 1 });
  const file = Readable.from(
    sending(source, told, options, () => stdin.destroy(stalled)),
    { objectMode: false },
  );
  // Whoever reads it is told of an error; where nobody does any more, nobody need be.
  pipeline(file, stdin, () => {});
  const onLine = (line: string, stream: string): void => {
    const at = stream === 'stdout' ? factsIn(line).offset : undefined;
    if (at === undefined) return;
    offset = Number(at);
    const [there, total] = [formatBytes(offset), formatBytes(source.bytes)];
    if (offset > 0) options.log.info(uploadMessages.resumed({ there, total }));
    tell(offset);
  };
  try {
    const { host } = server;
    const { fresh, done = 'false', afterwards = '' } = options;
    const script = receiveScript({ host, target, fresh, done, afterwards, bytes: source.bytes, sha256: source.sha256 });
    return { result: await server.run(script, { stdin, onLine }), offset };
  } finally {
    tell(undefined);
  }
}

/** The bytes from where the server has none, telling how far they are; calls `stalled` where nobody takes the next ones. */
async function* sending(
  source: UploadSource,
  told: Promise<number | undefined>,
  { log, onProgress }: UploadOptions,
  stalled: () => void,
): AsyncGenerator<Buffer> {
  const offset = await told;
  if (offset === undefined || offset >= source.bytes) return;
  const begun = performance.now();
  const line = progress(source.bytes, offset, begun);
  const timer = setTimeout(stalled, stallSeconds * 1000);
  let sent = offset;
  try {
    for await (const chunk of createReadStream(source.path, { start: offset, highWaterMark: 256 * 1024 })) {
      yield chunk;
      timer.refresh();
      sent += chunk.length;
      onProgress?.(sent);
      const text = line.at(sent, performance.now());
      if (text !== undefined) log.info(text);
    }
  } finally {
    clearTimeout(timer);
  }
  const seconds = (performance.now() - begun) / 1000;
  log.info(
    uploadMessages.sent({
      total: formatBytes(sent - offset),
      duration: formatDuration(seconds),
      speed: formatBytes((sent - offset) / Math.max(seconds, 0.001)),
    }),
  );
}
