/**
 * The practice world: what practice servers stand on, shared by `npm start`, the e2e tests and the benchmarks.
 *
 *   const world = await openWorld();                       // engine, network, registry: seconds once all is cached
 *   const server = await world.startServer({ kind: 'ready' });
 *   const jar = await world.jars.backend('v1');            // built by Maven once
 *   const leaf = await world.authority.issue(['api.example.com']);
 *   const result = await runAction({ inputs: { host: server.address, ... }, hosts: { 'api.example.com': server.address } });
 *   await server.remove();
 *   await world.close();                                   // stops what nobody else uses; images and jars stay cached
 *
 * Everything lies under one folder ($PRACTICE_HOME, else /var/cache/deploy-miniprogram-practice) and carries one label;
 * `npm run clean` removes both. Several processes may share the world; the last to close it stops the engine.
 *
 * What stands behind the names: the distribution of servers is this machine's own (Debian or Ubuntu); the base images
 * eclipse-temurin and openjdk are its OpenJDK 17 cut down by jlink (base-images.ts); the registry is Debian's.
 */

import { baseImage } from './base-images.ts';
import { type Authority, openAuthority } from './certificates.ts';
import { startEngine } from './engine.ts';
import type { Say } from './home.ts';
import { type Jars, openJars } from './jars.ts';
import { keep as keepServer, removeLeftovers } from './leftovers.ts';
import { closeNetwork, openNetwork } from './network.ts';
import { arrive, exclusively, leave } from './processes.ts';
import { startRegistry } from './registry.ts';
import { type Ground, type PracticeServer, type ServerOptions, startServer } from './server.ts';

/** The practice world, up. */
export interface World extends Ground {
  readonly jars: Jars;
  readonly authority: Authority;
  /** Starts a server; `close` removes it where nobody did. */
  startServer(options: ServerOptions): Promise<PracticeServer>;
  /** Removes the world's servers, unless `keep`, and stops what it started, unless another process uses it. */
  close(options?: { keep?: boolean }): Promise<void>;
}

/** Brings up engine, network and registry. `say` hears what takes time (default: standard error). */
export async function openWorld(say: Say = (line) => console.error(line)): Promise<World> {
  arrive();
  const engine = await startEngine(say);
  await removeLeftovers(engine);
  const network = await openNetwork(engine);
  const image = await baseImage(engine, say);
  const registry = await startRegistry(engine, network, image, say);
  const ground: Ground = { engine, network, image, registry, say };
  const servers = new Set<PracticeServer>();
  return {
    ...ground,
    jars: openJars(say),
    authority: await openAuthority(),
    startServer: async (options) => {
      const server = await startServer(ground, options);
      servers.add(server);
      return server;
    },
    close: async ({ keep = false } = {}) => {
      if (keep) {
        for (const server of servers) keepServer(server.name);
        return;
      }
      for (const server of servers) await server.remove();
      // Under the lock that starts the engine: who comes meanwhile is either counted or starts it anew.
      await exclusively('engine', async () => {
        if (!leave()) return;
        // Servers that were kept still need all of it.
        const left = await engine.docker(['ps', '-q', '--filter', `network=${network.name}`]);
        if (left !== '') return;
        await registry.stop();
        await closeNetwork(engine);
        await engine.stop();
      });
    },
  };
}
