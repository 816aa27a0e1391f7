import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { readAtFile } from '../jar/slice.ts';
import { jarIndexIn } from '../layout/release-paths.ts';
import type { Log } from '../messages/log.ts';
import { uploadMessages } from '../messages/upload.ts';
import { lackOfRoom } from '../server/room.ts';
import { factsIn, failureIn } from '../server/script-protocol.ts';
import type { ScriptOptions, Server } from '../server/server.ts';
import { formatBytes } from '../server/space.ts';
import type { UploadSource } from '../server/upload.ts';
import { unpacked } from '../shell/packed.ts';
import { assemblyOf, type Part } from './assembly.ts';
import type { JarBasis } from './basis.ts';
import { collected, packed, told } from './bytes.ts';
import { renderIndex } from './index-file.ts';
import { directoryOffset, pairs, takenApart } from './nested-look.ts';
import type { Piece } from './pieces.ts';
import { type Basis, type PlannedRange, planDelta, sentBytes } from './plan.ts';
import { type Around, readScript, rebuildScript, restPath } from './rebuild-script.ts';

/** A file to be put together on the server. */
export interface RebuildSource extends UploadSource {
  readonly pieces: readonly Piece[];
  /** Its index, as a text. */
  readonly index: string;
}

/**
 * Bytes up to which a range that is sent is a word of the script, which takes the server no time; what is longer follows it
 * and is copied. Where much is sent, they are shorter: bash holds all words at once.
 */
const longestWord = (sent: number): number => (sent <= 1024 * 1024 ? 64 * 1024 : 4 * 1024);

/** Bytes of all words. */
const mostInWords = 4 * 1024 * 1024;

/** Bytes of the rest up to which all of it travels with its script, in the same exchange. */
const mostAlong = 2 * 1024 * 1024;

/**
 * Has the server put `source` together at `target`, from `bases` that it has and what is new. Gives whether it is there; where
 * not, the log says why, and nothing of it is left. Throws `Failure` where an upload would fail as well.
 */
export async function rebuild(
  server: Server,
  source: RebuildSource,
  target: string,
  bases: readonly JarBasis[],
  { log, ...around }: Around & { readonly log: Log },
): Promise<boolean> {
  const handle = await open(source.path, 'r');
  try {
    const planned = await planOf(server, source, handle, bases);
    const sent = sentBytes(planned);
    const rest = planned.filter(({ from, length }) => from === undefined && length > longestWord(sent));
    const restBytes = sentBytes(rest);
    if (sent > source.bytes / 3 || sent - restBytes > mostInWords) {
      log.info(uploadMessages.littleInCommon);
      return false;
    }
    const text = await collected(packed(textOf(planned, rest, source, handle, bases), 9));
    const script = rebuildScript({ ...source, target, bases, textBytes: text.length, restBytes, ...around });
    const counted = { bytes: 0 };
    const following = rest.length === 0 ? undefined : told(bytesOf(rest, handle), restBytes, log);
    const body = bodyOf(text, following, counted);
    const result = await server.run(script, await asInput(body, restBytes));
    const found = factsIn(result.stdout);
    const full = lackOfRoom(found, server.host, target);
    if (full !== undefined) throw full;
    const named = failureIn(result);
    if (named !== undefined) throw named;
    if (result.code === 0 && found.surprise === undefined) {
      log.info(uploadMessages.rebuilt({ sent: formatBytes(counted.bytes), total: formatBytes(source.bytes) }));
      return true;
    }
    const { notRebuilt } = uploadMessages;
    // One that was killed (no memory is left) named nothing: what comes whole needs less of it.
    const { surprise = '' } = found;
    log.info(isReason(surprise) ? notRebuilt[surprise] : notRebuilt.tools);
    return false;
  } finally {
    await handle.close();
  }
}

function isReason(word: string): word is keyof typeof uploadMessages.notRebuilt {
  return Object.hasOwn(uploadMessages.notRebuilt, word);
}

/** Which ranges are sent; asks the server for directories of nested jars where some are of another version. */
async function planOf(
  server: Server,
  { pieces }: RebuildSource,
  handle: FileHandle,
  bases: readonly JarBasis[],
): Promise<readonly PlannedRange[]> {
  const whole = bases.map((basis, source): Basis => ({ source, start: 0, pieces: basis.pieces }));
  const found = pairs(pieces, bases);
  if (found.length === 0) return planDelta(pieces, whole);
  const theirs = await directoriesOf(
    server,
    found.map(({ source, theirs: jar }) => [
      bases[source]?.path ?? '',
      directoryOffset(jar),
      jar.nested.directoryBytes,
    ]),
  );
  const mine: Buffer[] = [];
  for (const { mine: jar } of found) {
    mine.push(await read(handle, directoryOffset(jar), jar.nested.directoryBytes));
  }
  const apart = takenApart(pieces, found, mine, theirs);
  return planDelta(apart.pieces, [...whole, ...apart.bases]);
}

/** Ranges of files of the server; none where they are not what they were. */
async function directoriesOf(
  server: Server,
  ranges: readonly (readonly [string, number, number])[],
): Promise<readonly Buffer[]> {
  const { stdout } = await server.run(readScript(ranges));
  const [, packed = ''] = /^@@read (\S*)$/m.exec(stdout) ?? [];
  const sum = ranges.reduce((bytes, [, , length]) => bytes + length, 0);
  const bytes = await Promise.resolve()
    .then(() => unpacked(packed, { maxOutputLength: sum + 1 }))
    .catch(() => Buffer.alloc(0));
  if (bytes.length !== sum) return [];
  let at = 0;
  return ranges.map(([, , length]) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

async function read(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await readAtFile(handle)(bytes, offset);
  return bytes;
}

/** Bash functions that print the file and its index. Never held as a whole. */
async function* textOf(
  planned: readonly PlannedRange[],
  rest: readonly PlannedRange[],
  { index }: RebuildSource,
  handle: FileHandle,
  bases: readonly JarBasis[],
): AsyncGenerator<Buffer> {
  yield Buffer.from('jar() ');
  yield* assemblyOf(partsOf(planned, new Set(rest), handle, bases.length), [
    ...bases.map(({ path }) => path),
    restPath,
  ]);
  yield Buffer.from('\nindex() ');
  yield* assemblyOf(
    indexParts(index, bases),
    bases.map(({ folder }) => jarIndexIn(folder)),
  );
  yield Buffer.from('\n');
}

/** What the file is made of; `restSource`: the source that has all of the rest. */
async function* partsOf(
  planned: readonly PlannedRange[],
  rest: ReadonlySet<PlannedRange>,
  handle: FileHandle,
  restSource: number,
): AsyncGenerator<Part> {
  let place = 0;
  for (const range of planned) {
    const { offset, length, from } = range;
    if (from !== undefined) yield { ...from, length };
    else if (!rest.has(range)) yield await read(handle, offset, length);
    else {
      yield { source: restSource, offset: place, length };
      place += length;
    }
  }
}

/** The index, by lines that other indexes have. */
function indexParts(index: string, bases: readonly JarBasis[]): readonly Part[] {
  const bytes = Buffer.from(index);
  const known = bases.map(
    (basis, source): Basis => ({ source, start: 0, pieces: linesOf(renderIndex(basis.pieces) ?? '') }),
  );
  return planDelta(linesOf(index), known).map(({ offset, length, from }) =>
    from === undefined ? bytes.subarray(offset, offset + length) : { ...from, length },
  );
}

function linesOf(text: string): readonly Piece[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => ({ length: line.length + 1, key: line }));
}

/** What follows the script: the text, then the rest, packed. */
async function* bodyOf(
  text: Buffer,
  rest: AsyncIterable<Buffer> | undefined,
  counted: { bytes: number },
): AsyncGenerator<Buffer> {
  counted.bytes += text.length;
  yield text;
  for await (const chunk of rest === undefined ? [] : packed(rest)) {
    counted.bytes += chunk.length;
    yield chunk;
  }
}

async function* bytesOf(ranges: readonly PlannedRange[], handle: FileHandle): AsyncGenerator<Buffer> {
  const most = 256 * 1024;
  for (const { offset, length } of ranges) {
    for (let at = 0; at < length; at += most) yield await read(handle, offset + at, Math.min(most, length - at));
  }
}

/** A body as what a script reads: along with it where it is short. */
async function asInput(body: AsyncGenerator<Buffer>, restBytes: number): Promise<ScriptOptions> {
  if (restBytes > mostAlong) return { stdin: Readable.from(body, { objectMode: false }) };
  return { input: await collected(body) };
}
