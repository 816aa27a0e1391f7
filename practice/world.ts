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
 * What stands behind the names: the distribution of servers is this machine's own (Debian or Ubuntu; on Debian a blank one
 * can be of a later release); the base images
 * eclipse-temurin and openjdk are OpenJDK of the version in their name, of Debian's or Ubuntu's packages and cut down
 * (base-images.ts), each made when it is first pulled; the registry is Debian's.
 */

import { type BaseImageName, baseImage } from './base-images.ts';
import { type Authority, openAuthority } from './certificates.ts';
import { runningEngine, startEngine } from './engine.ts';
import { label, type Say } from './home.ts';
import { type Jars, openJars } from './jars.ts';
import { keep as keepServer, removeLeftovers } from './leftovers.ts';
import { closeNetwork, openNetwork } from './network.ts';
import { arrive, exclusively, leave } from './processes.ts';
import { startRegistry, stopRegistry } from './registry.ts';
import { require } from './requirements.ts';
import { type Ground, type PracticeServer, type ServerOptions, startServer } from './server.ts';

/** The practice world, up. */
export interface World extends Ground {
  readonly jars: Jars;
  readonly authority: Authority;
  /** What the engine has a base image under; it is made where it is missing. */
  baseImage(name: BaseImageName): Promise<string>;
  /** Starts a server; `close` removes it where nobody did. */
  startServer(options: ServerOptions): Promise<PracticeServer>;
  /** Removes the world's servers, unless `keep`, and stops what it started, unless another process uses it. */
  close(options?: { keep?: boolean }): Promise<void>;
}

/** Brings up engine, network and registry. `say` hears what takes time (default: standard error). */
export async function openWorld(say: Say = (line) => console.error(line)): Promise<World> {
  // At once, to read the package lists once.
  await require(['docker', 'docker-registry', 'ip', 'iptables', 'nsenter', 'openssl', 'ssh-keygen', 'unshare'], say);
  arrive();
  try {
    const engine = await startEngine(say);
    await removeLeftovers(engine);
    const network = await openNetwork(engine);
    const registry = await startRegistry(network, say);
    return worldOn({ engine, network, registry, say }, await openAuthority());
  } catch (error) {
    await leaveGround();
    throw error;
  }
}

function worldOn(ground: Ground, authority: Authority): World {
  const servers = new Set<PracticeServer>();
  return {
    ...ground,
    jars: openJars(ground.say),
    baseImage: (name) => baseImage(ground.engine, name, ground.say),
    authority,
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
      const removed = await Promise.allSettled([...servers].map((server) => server.remove()));
      await leaveGround();
      for (const one of removed) if (one.status === 'rejected') throw one.reason;
    },
  };
}

/** Stops what servers stand on, unless another process uses it or a server that was kept needs it. */
function leaveGround(): Promise<void> {
  // Under the lock that starts the engine: who comes meanwhile is either counted or starts it anew.
  return exclusively('engine', async () => {
    if (!leave()) return;
    const engine = await runningEngine();
    const left = await engine?.docker(['ps', '-q', '--filter', `label=${label}`]);
    if (left !== undefined && left !== '') return;
    await stopRegistry();
    await closeNetwork(engine);
    await engine?.stop();
  });
}
