import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../../src/server/lock-script.ts';
import type { Server } from '../../../src/server/server.ts';
import { type LocalServer, localServer } from '../engine/local-server.ts';

/**
 * This machine as a server whose folders /docker/app, /etc/nginx/ssl and /etc/deploy-miniprogram, and whose locks, lie in a
 * folder of the test's own.
 */
export interface MovedServer extends Server {
  readonly folder: string;
  /** Where a path of the server lies on this machine. */
  at(path: string): string;
  /** Runs bash there; its standard output. */
  sh(script: string): Promise<string>;
  remove(): void;
}

const moved = ['/docker/app', '/etc/nginx/ssl', '/etc/deploy-miniprogram'];

/** Makes the folder. */
export function openMovedServer(local: LocalServer = localServer()): MovedServer {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  // Paths that an earlier script told have moved already.
  const here = (script: string): string =>
    moved
      .reduce((text, root) => text.replaceAll(root, `${folder}${root}`), script)
      .replaceAll(`${folder}${folder}`, folder)
      .replaceAll(lockFolder, `${folder}/locks`);
  return {
    ...local,
    folder,
    at: (path) => join(folder, path),
    run: (script, options) => local.run(here(script), options),
    sh: async (script) => (await local.run(here(script))).stdout,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
