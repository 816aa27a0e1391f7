import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';

/** The digest of something, as images name it. */
export function digestOf(content: string | Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** What an image is made of in a test: an architecture, and the text of each layer from below. */
export interface Made {
  readonly architecture: string;
  readonly layers: readonly string[];
}

/** The configuration of an image. */
export function configOf({ architecture, layers }: Made): string {
  return JSON.stringify({ architecture, os: 'linux', rootfs: { type: 'layers', diff_ids: layers.map(digestOf) } });
}

/**
 * Writes what `docker save` writes: manifest last, a layer that recurs as a link to where it was first, and what nobody
 * asked for.
 */
export async function writeSaved(file: string, ...images: readonly Made[]): Promise<void> {
  const out = pack();
  const written = pipeline(out, createWriteStream(file));
  const manifest = images.map((image, at) => {
    const names = image.layers.map((layer, place) => {
      const first = image.layers.indexOf(layer);
      const name = `${at}-${place}/layer.tar`;
      out.entry({ name: `${at}-${place}/VERSION` }, '1.0');
      if (first === place) out.entry({ name }, layer);
      else out.entry({ name, type: 'symlink', linkname: `../${at}-${first}/layer.tar` });
      return name;
    });
    out.entry({ name: `${at}.json` }, configOf(image));
    return { Config: `${at}.json`, RepoTags: ['somebody:1'], Layers: names };
  });
  out.entry({ name: 'manifest.json' }, JSON.stringify(manifest));
  out.finalize();
  await written;
}
