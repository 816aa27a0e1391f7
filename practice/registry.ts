import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseImageName } from './base-images.ts';
import { folder, home, type Say } from './home.ts';
import type { Network } from './network.ts';
import { freePort } from './ports.ts';
import { end, exclusively, processOf } from './processes.ts';
import { require } from './requirements.ts';
import { until } from './waiting.ts';

/** A Docker registry in plain http that the servers use as their mirror of Docker Hub. */
export interface Registry {
  /** `address:port`, as `insecure-registries` takes it. */
  readonly address: string;
  /** Makes a base image now, which else is made when a server first pulls it. */
  offer(name: BaseImageName): Promise<void>;
}

const pidFile = join(home, 'mirror.pid');
const portFile = join(home, 'mirror.port');
const program = join(import.meta.dirname, 'docker-registry.ts');

/** What the command line of the registry of any checkout of this project has in it. */
const mark = 'practice/docker-registry.ts';

async function answers(address: string): Promise<true | undefined> {
  return (await fetch(`http://${address}/v2/`)).ok ? true : undefined;
}

function registryAt(address: string): Registry {
  return {
    address,
    offer: async (name) => {
      const [repository, tag] = name.split(':');
      const answer = await fetch(`http://${address}/v2/library/${repository}/manifests/${tag}`, {
        headers: { accept: 'application/vnd.docker.distribution.manifest.v2+json' },
      });
      if (!answer.ok) throw new Error(`The registry does not offer ${name}: ${await answer.text()}`);
      await answer.body?.cancel();
    },
  };
}

/** Stops the registry; false where none runs. */
export async function stopRegistry(): Promise<boolean> {
  const pid = processOf(pidFile, mark);
  if (pid !== undefined) await end(pid);
  return pid !== undefined;
}

/** The registry that runs, else one started on the network's gateway. */
export function startRegistry(network: Network, say: Say): Promise<Registry> {
  return exclusively('registry', async () => {
    const known = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
    const running = `${network.gateway}:${known}`;
    if (processOf(pidFile, mark) !== undefined && (await answers(running).catch(() => undefined))) {
      return registryAt(running);
    }
    await require(['docker-registry'], say);
    // The port of earlier runs: servers that were kept have it in their daemon.json.
    const port = known || (await freePort(network.gateway));
    const path = join(folder('logs'), 'registry.log');
    const log = openSync(path, 'a');
    const argv = ['--no-warnings', program, network.gateway, String(port)];
    const child = spawn(process.execPath, argv, { detached: true, stdio: ['ignore', log, log] });
    child.unref();
    await until(`the registry (log: ${path})`, 60, () => answers(`${network.gateway}:${port}`));
    writeFileSync(pidFile, String(child.pid));
    writeFileSync(portFile, String(port));
    return registryAt(`${network.gateway}:${port}`);
  });
}
