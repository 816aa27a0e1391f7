import { baseImage } from './base-images.ts';
import type { Engine } from './engine.ts';
import { label, type Say } from './home.ts';
import type { Network } from './network.ts';
import { tar } from './tar.ts';

/** What the stand-in for a cloud's metadata service answers, by path under /latest/meta-data/. */
export type Metadata = Readonly<Record<string, string>>;

/** The name by which a server on Tencent's network finds its metadata. */
export const metadataHost = 'metadata.tencentyun.com';

/** Starts a stand-in for the metadata service: a container that serves the answers as files. */
export async function startMetadata(
  engine: Engine,
  network: Network,
  place: { name: string; address: string },
  answers: Metadata,
  say: Say,
): Promise<void> {
  // For its busybox.
  const image = await baseImage(engine, 'eclipse-temurin:8-jre', say);
  const where = ['--name', place.name, '--network', network.name, '--ip', place.address, '--label', label];
  await engine.docker(['create', ...where, image, 'httpd', '-f', '-p', '80', '-h', '/www']);
  const files = Object.entries(answers).map(([path, content]) => ({
    path: `www/latest/meta-data/${path}`,
    content,
    mode: 0o644,
  }));
  await engine.docker(['cp', '-', `${place.name}:/`], { input: tar(files) });
  await engine.docker(['start', place.name]);
}
