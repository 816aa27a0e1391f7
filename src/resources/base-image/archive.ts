import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { posix } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { extract, type Pack, pack } from 'tar-stream';
import type { UploadSource } from '../../server/upload.ts';

/** An image in an archive that `docker save` wrote, in Docker's own layout or in that of OCI. */
export interface SavedImage {
  readonly file: string;
  /** What `docker image inspect` calls its id on an engine without containerd's store: the digest of its configuration. */
  readonly id: string;
  readonly config: Buffer;
  /** Its layers from below, by the digest of what is in them. */
  readonly layers: readonly string[];
  /** The entry of the archive in which each of them is. */
  readonly entries: ReadonlyMap<string, string>;
  /** Bytes of each entry. */
  readonly sizes: ReadonlyMap<string, number>;
}

interface ConfigJson {
  readonly os?: string;
  readonly architecture?: string;
  readonly rootfs?: { readonly diff_ids?: readonly string[] };
}

/** An entry up to this size may be a manifest or a configuration. */
const smallBytes = 1_000_000;

/** Reads what an archive holds for an architecture; undefined: no image for it, or no archive of one. */
export async function readSaved(file: string, architecture: string): Promise<SavedImage | undefined> {
  const [small, sizes, links] = [new Map<string, Buffer>(), new Map<string, number>(), new Map<string, string>()];
  await eachEntry(file, async (entry) => {
    const { name, size = 0, type, linkname } = entry.header;
    if (type === 'symlink') links.set(name, posix.join(posix.dirname(name), linkname ?? ''));
    if (type === 'link') links.set(name, linkname ?? '');
    if (type !== 'file') return;
    sizes.set(name, size);
    if (size > smallBytes) return;
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    small.set(name, Buffer.concat(chunks));
  });
  const manifest = small.get('manifest.json');
  if (manifest === undefined) return undefined;
  for (const { Config, Layers } of JSON.parse(manifest.toString()) as { Config: string; Layers: string[] | null }[]) {
    const config = small.get(links.get(Config) ?? Config);
    if (config === undefined) continue;
    const { os, architecture: of, rootfs } = JSON.parse(config.toString()) as ConfigJson;
    const layers = rootfs?.diff_ids ?? [];
    const entries = (Layers ?? []).map((name) => links.get(name) ?? name);
    if (os !== 'linux' || of !== architecture || entries.length !== layers.length) continue;
    if (!layers.every((layer) => /^sha256:[0-9a-f]{64}$/.test(layer))) continue;
    return {
      file,
      id: `sha256:${createHash('sha256').update(config).digest('hex')}`,
      config,
      layers,
      entries: new Map(layers.map((layer, at) => [layer, entries[at] ?? ''])),
      sizes,
    };
  }
  return undefined;
}

/** Bytes of the layers above the first `known` of them, each once. */
export function bytesAbove(image: SavedImage, known: number): number {
  return [...entriesAbove(image, known).keys()].reduce((sum, entry) => sum + (image.sizes.get(entry) ?? 0), 0);
}

/** The entries to send, and the layer in each. */
function entriesAbove({ layers, entries }: SavedImage, known: number): ReadonlyMap<string, string> {
  return new Map(layers.slice(known).map((layer) => [entries.get(layer) ?? '', layer]));
}

/**
 * Writes what `docker load` needs where the first `known` layers are there, without a name: it looks for a layer before it
 * opens its file. The same image always comes out as the same bytes, so that a later run resumes what one sent of it.
 */
export async function packImage(image: SavedImage, known: number, target: string): Promise<UploadSource> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const out = pack();
  const written = pipeline(out, createGzip(), counted, createWriteStream(target, { mode: 0o600 }));
  // Told where it is awaited; what fails first there fails the entries here as well.
  written.catch((error: Error) => out.destroy(error));
  const name = (digest: string): string => digest.slice('sha256:'.length);
  const manifest = {
    Config: `${name(image.id)}.json`,
    RepoTags: null,
    Layers: image.layers.map((layer) => `${name(layer)}.tar`),
  };
  await add(out, 'manifest.json', Buffer.from(JSON.stringify([manifest])));
  await add(out, manifest.Config, image.config);
  const wanted = entriesAbove(image, known);
  await eachEntry(image.file, async (entry) => {
    const layer = wanted.get(entry.header.name);
    if (layer === undefined || entry.header.type !== 'file') return;
    await pipeline(entry, out.entry(headerOf(`${name(layer)}.tar`, entry.header.size ?? 0)));
  });
  out.finalize();
  await written;
  return { path: target, bytes, sha256: hash.digest('hex') };
}

function headerOf(name: string, size: number) {
  return { name, size, mode: 0o644, mtime: new Date(0) };
}

function add(out: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    out.entry(headerOf(name, content.length), content, (error) => (error ? reject(error) : resolve()));
  });
}

type Source = ReturnType<typeof extract> extends AsyncIterable<infer T> ? T : never;

/** Reads an archive entry by entry; what `read` leaves of one is passed over. */
async function eachEntry(file: string, read: (entry: Source) => Promise<void>): Promise<void> {
  const archive = extract();
  const source = pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), archive);
  source.catch(() => {});
  for await (const entry of archive) {
    await read(entry);
    entry.resume();
  }
  await source;
}
