import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type BaseImage, baseImageNames } from './base-images.ts';
import type { Engine } from './engine.ts';
import { folder, home, type Say } from './home.ts';
import type { Network } from './network.ts';
import { end, exclusively, processOf } from './processes.ts';
import { find, require } from './requirements.ts';
import { until } from './waiting.ts';

/** A Docker registry in plain http that the servers use as their mirror of Docker Hub. */
export interface Registry {
  /** `address:port`, as `insecure-registries` takes it. */
  readonly address: string;
  stop(): Promise<void>;
}

const pidFile = join(home, 'registry.pid');
const portFile = join(home, 'registry.port');

/** A port of an address that nobody listens on. */
export function freePort(host: string): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail).listen(0, host, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(address: string): Promise<true | undefined> {
  return (await fetch(`http://${address}/v2/`)).ok ? true : undefined;
}

async function serve(host: string, port: number): Promise<ChildProcess> {
  const storage = folder('registry');
  const config = join(home, 'registry.json');
  const settings = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storage }, delete: { enabled: true } },
    http: { addr: `${host}:${port}` },
  };
  // JSON is YAML, which the registry reads.
  writeFileSync(config, JSON.stringify(settings));
  const log = openSync(join(folder('logs'), 'registry.log'), 'a');
  const program = find('docker-registry') ?? 'docker-registry';
  const child = spawn(program, ['serve', config], { detached: true, stdio: ['ignore', log, log] });
  child.unref();
  await until(`the registry at ${host}:${port} (log: ${join(home, 'logs', 'registry.log')})`, 30, () =>
    answers(`${host}:${port}`),
  );
  return child;
}

/** Pushes the base image under each of its names. Over loopback, which every engine takes without TLS. */
async function fill(engine: Engine, image: BaseImage): Promise<void> {
  const marker = join(folder('registry'), 'filled-with');
  const content = [image.name, ...baseImageNames].join('\n');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === content) return;
  const port = await freePort('127.0.0.1');
  const child = await serve('127.0.0.1', port);
  try {
    for (const name of baseImageNames) {
      const pushed = `127.0.0.1:${port}/library/${name}`;
      await engine.docker(['tag', image.name, pushed]);
      await engine.docker(['push', pushed]);
      await engine.docker(['rmi', pushed]);
    }
  } finally {
    if (child.pid !== undefined) await end(child.pid);
  }
  writeFileSync(marker, content);
}

/** The registry that runs, else one started on the network's gateway and filled with the base image. */
export function startRegistry(engine: Engine, network: Network, image: BaseImage, say: Say): Promise<Registry> {
  return exclusively('registry', async () => {
    const stop = async (): Promise<void> => {
      const pid = processOf(pidFile, 'docker-registry');
      if (pid !== undefined) await end(pid);
    };
    const known = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
    const running = `${network.gateway}:${known}`;
    if (processOf(pidFile, 'docker-registry') !== undefined && (await answers(running).catch(() => undefined))) {
      return { address: running, stop };
    }
    await require(['docker-registry'], say);
    await fill(engine, image);
    // The port of earlier runs: servers that were kept have it in their daemon.json.
    const port = known || (await freePort(network.gateway));
    const child = await serve(network.gateway, port);
    writeFileSync(pidFile, String(child.pid));
    writeFileSync(portFile, String(port));
    return { address: `${network.gateway}:${port}`, stop };
  });
}
