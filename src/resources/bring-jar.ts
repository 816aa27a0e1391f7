import type { JarBasis } from '../delta/basis.ts';
import { renderIndex } from '../delta/index-file.ts';
import { cut } from '../delta/pieces.ts';
import { rebuild } from '../delta/rebuild.ts';
import type { RunnerStep } from '../engine/step.ts';
import { incomingJar } from '../layout/application-paths.ts';
import { uploadMessages } from '../messages/upload.ts';
import type { Release } from '../release/release.ts';
import { formatBytes } from '../server/space.ts';
import { upload } from '../server/upload.ts';
import { quote } from '../shell/quote.ts';
import { removeIncoming } from './incoming.ts';
import { jarIsPlaced, placeJar } from './place-jar.ts';

/** What the server has of jars. */
export interface JarsThere {
  /** Where it has this very one; undefined: nowhere. */
  readonly same: string | undefined;
  /** Those that this one may be put together from. */
  readonly bases: readonly JarBasis[];
  /** Whether something of an upload waits that was cut short. */
  readonly incoming: boolean;
}

/**
 * Brings the jar at `path` to the folder of its release: put together from what the server has, or sent whole. Run again after
 * a lost connection it goes on.
 */
export function bringJar(release: Release, path: string, { bases, incoming }: JarsThere): RunnerStep['run'] {
  const { fileName, bytes, sha256 } = release.build.jar;
  const target = incomingJar(release.app, sha256);
  const done = jarIsPlaced(release);
  const place = (index: string | undefined): string =>
    `${placeJar(release, target, 'mv', index)}\n${removeIncoming(release.app)}`;
  let tried = false;
  return async (server, log) => {
    const fresh = !incoming && !tried;
    tried = true;
    const { pieces, isArchive } = await cut(path);
    const index = isArchive ? renderIndex(pieces) : undefined;
    const source = { path, bytes, sha256 };
    if (index !== undefined && bases.length > 0) {
      log.info(uploadMessages.rebuilding({ name: fileName, total: formatBytes(bytes) }));
      const around = { log, done, afterwards: place('index') };
      if (await rebuild(server, { ...source, pieces, index }, target, bases, around)) return;
    }
    const afterwards = place(index === undefined ? undefined : `printf %s ${quote(index)}`);
    await upload(server, source, target, { log, fresh, done, afterwards });
  };
}
