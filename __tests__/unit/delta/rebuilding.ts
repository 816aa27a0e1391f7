import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JarBasis } from '../../../src/delta/basis.ts';
import { renderIndex } from '../../../src/delta/index-file.ts';
import { cut } from '../../../src/delta/pieces.ts';
import { rebuild } from '../../../src/delta/rebuild.ts';
import type { Server } from '../../../src/server/server.ts';
import { quote } from '../../../src/shell/quote.ts';
import { listeningLog } from '../engine/listening-log.ts';

/** A folder in which a server of the test's keeps jars. */
export interface JarFolder {
  /** The folder of uploads, and the jar in it. */
  readonly incoming: string;
  readonly target: string;
  /** Where the index goes. */
  readonly index: string;
  /** A jar as a release has it, with its index. */
  basis(bytes: Buffer, name?: string): Promise<JarBasis>;
  /** Has `server` put `bytes` together; whether that went well, what was sent, what was said. */
  put(
    server: Server,
    bytes: Buffer,
    bases: readonly JarBasis[],
  ): Promise<{
    readonly done: boolean;
    readonly sent: number;
    readonly index: string;
    readonly said: string;
    readonly scripts: number;
  }>;
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function jarFolder(root: string): JarFolder {
  const incoming = join(root, 'incoming');
  const target = join(incoming, 'x.jar');
  const indexPath = join(root, 'index');
  return {
    incoming,
    target,
    index: indexPath,
    basis: async (bytes, name = 'r1') => {
      const folder = join(root, name);
      const path = join(folder, 'build', 'app.jar');
      mkdirSync(join(folder, 'build'), { recursive: true });
      writeFileSync(path, bytes);
      const { pieces } = await cut(path);
      writeFileSync(join(folder, 'jar.index'), `${renderIndex(pieces)}@ 1 2\n`);
      writeFileSync(join(folder, 'jar.sha256'), `${sha256Of(bytes)} app.jar\n`);
      return { path, folder, sha256: sha256Of(bytes), bytes: bytes.length, pieces };
    },
    put: async (server, bytes, bases) => {
      const path = join(root, 'new.jar');
      writeFileSync(path, bytes);
      const { pieces } = await cut(path);
      const log = listeningLog();
      const count = { sent: 0, scripts: 0 };
      const counting: Server = {
        host: server.host,
        open: (script) => server.open(script),
        run: (script, options) => {
          count.sent += options?.input?.length ?? 0;
          count.scripts += 1;
          return server.run(script, options);
        },
      };
      const index = renderIndex(pieces) ?? '';
      const source = { path, bytes: bytes.length, sha256: sha256Of(bytes), pieces, index };
      const around = { log, done: 'false', afterwards: `index >${quote(indexPath)}` };
      const done = await rebuild(counting, source, target, bases, around);
      return { done, index, said: log.lines.join('\n'), ...count };
    },
  };
}
