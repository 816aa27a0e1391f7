import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { uploadMessages } from '../messages/upload.ts';
import { quote } from '../shell/quote.ts';
import { prelude } from './prelude.ts';
import { formatDuration, progress } from './progress.ts';
import { factsIn, failureIn } from './script-protocol.ts';
import type { ScriptResult, Server } from './server.ts';
import { dfCommand, formatBytes, parseDf, spaceFailures } from './space.ts';

/** A file of the runner. */
export interface UploadSource {
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
}

/** Who is told of an upload. */
export interface UploadOptions {
  readonly log: Log;
  /** Bytes that have been sent, those of an earlier run included. */
  readonly onProgress?: (sent: number) => void;
}

/**
 * Brings a file to `target` (absolute) on the server: into a part file beside it, from where an earlier run left off,
 * compared by SHA-256, flushed to disk, mode 0600, then renamed into place. Makes the folder.
 * Throws `Failure`: DISK_FULL (before sending, or met on the way), UPLOAD_CORRUPT (the part is removed), UPLOAD_FAILED.
 */
export async function upload(
  server: Server,
  source: UploadSource,
  target: string,
  options: UploadOptions,
): Promise<void> {
  for (let damaged = false; ; damaged = true) {
    const found = factsIn(succeeded(await server.run(lookScript(server.host, source, target)), server, target).stdout);
    if (found.part === undefined) {
      options.log.info(uploadMessages.alreadyThere({ target }));
      return;
    }
    const offset = Number(found.offset);
    // `df` was asked of the file's own folder, so that a link on the way to it does not mislead.
    const systems = parseDf(found.df ?? '');
    const need = { bytes: source.bytes - offset, inodes: offset > 0 ? 0 : 1 };
    const needs = systems.map(({ target: path }) => ({ path, ...need }));
    const [full] = spaceFailures(server.host, needs, systems);
    if (full !== undefined) throw full;
    if (damaged) options.log.info(uploadMessages.startedOver({}));
    else if (offset > 0) {
      options.log.info(uploadMessages.resumed({ there: formatBytes(offset), total: formatBytes(source.bytes) }));
    }
    const script = receiveScript(server.host, source, target, found.part, offset);
    const result = await server.run(script, {
      stdin: Readable.from(sending(source, offset, options), { objectMode: false }),
    });
    const reason = result.code === 0 ? undefined : failureIn(result);
    // A crash of the server may leave a part whose last bytes never reached the disk; its hash tells, at the end.
    if (reason?.code === 'UPLOAD_CORRUPT' && offset > 0 && !damaged) continue;
    succeeded(result, server, target);
    return;
  }
}

/** The bytes from `offset` on, telling how far they are. */
async function* sending(
  source: UploadSource,
  offset: number,
  { log, onProgress }: UploadOptions,
): AsyncGenerator<Buffer> {
  if (offset >= source.bytes) return;
  const begun = performance.now();
  const line = progress(source.bytes, offset, begun);
  let sent = offset;
  for await (const chunk of createReadStream(source.path, { start: offset, highWaterMark: 256 * 1024 })) {
    yield chunk;
    sent += chunk.length;
    onProgress?.(sent);
    const text = line.at(sent, performance.now());
    if (text !== undefined) log.info(text);
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

function succeeded(result: ScriptResult, server: Server, target: string): ScriptResult {
  if (result.code === 0) return result;
  const evidence = { evidence: result.stderr.trim() || undefined };
  throw failureIn(result) ?? failure('UPLOAD_FAILED', { host: server.host, path: target }, evidence);
}

/**
 * Says where to go on. No fact `part`: the file is there. A part that another process still writes to (one whose runner
 * vanished, for all the server knows) is left alone for a new one.
 */
function lookScript(host: string, source: UploadSource, target: string): string {
  const folder = posix.dirname(target);
  return `${prelude}
target=${quote(target)} folder=${quote(folder)} bytes=${source.bytes} sha256=${quote(source.sha256)}
mkdir -p "$folder" || failure UPLOAD_FAILED host=${quote(host)} path="$target"
if [ -f "$target" ] && [ "$(stat -c %s "$target")" = "$bytes" ] && [ "$(sha256sum <"$target" | cut -c1-64)" = "$sha256" ]; then
  exit 0
fi
part=$target.part-\${sha256:0:8}
for candidate in "$part" "$part".*; do
  [ -f "$candidate" ] || continue
  if flock -n "$candidate" true; then part=$candidate; break; fi
done
[ ! -f "$part" ] || flock -n "$part" true || part=$part.$$
offset=0
[ ! -f "$part" ] || offset=$(stat -c %s "$part")
if [ "$offset" -gt "$bytes" ]; then rm -f "$part"; offset=0; fi
fact part "$part"
fact offset "$offset"
fact df "$(${dfCommand} "$folder")"
`;
}

/** Appends standard input to the part, then proves and publishes it. */
function receiveScript(host: string, source: UploadSource, target: string, part: string, offset: number): string {
  return `${prelude}
target=${quote(target)} part=${quote(part)} host=${quote(host)} bytes=${source.bytes} sha256=${quote(source.sha256)}
failed() { printf '%s\\n' "$1" >&2; failure UPLOAD_FAILED host="$host" path="$target"; }
umask 077
exec 7>>"$part" || failed "cannot write $part"
flock -n 7 || failed "$part is being written by another run"
[ "$(stat -c %s "$part")" = ${offset} ] || failed "$part changed since it was looked at"
if ! error=$(cat 2>&1 >&7); then
  case $error in
    *'No space left'* | *quota*)
      system=$(df --output=target "$part" | tail -n 1) available=$(df -h --output=avail "$part" | tail -n 1)
      rm -f "$part"
      failure DISK_FULL host="$host" fileSystem="$system" needed=${quote(formatBytes(source.bytes - offset))} available="\${available// /}" ;;
  esac
  failed "$error"
fi
size=$(stat -c %s "$part")
[ "$size" -ge "$bytes" ] || failed "only $size of $bytes bytes came"
sync "$part" || failed "cannot flush $part"
actual=$(sha256sum <"$part" | cut -c1-64)
if [ "$actual" != "$sha256" ]; then
  rm -f "$part"
  failure UPLOAD_CORRUPT host="$host" path="$target" expected="$sha256" actual="$actual"
fi
chmod 0600 "$part" && mv -f "$part" "$target" || failed "cannot put $target in place"
sync "\${target%/*}"
for other in "$target".part-*; do
  [ ! -f "$other" ] || flock -n "$other" rm -f "$other"
done
exit 0
`;
}
