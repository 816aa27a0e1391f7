import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issued } from '../../practice/certificates.ts';
import { type RunOptions, type RunResult, runAction } from '../../practice/run-action.ts';
import type { PracticeServer, ServerOptions } from '../../practice/server.ts';
import { openWorld, type World } from '../../practice/world.ts';
import { keepRecords } from './recorded-releases.ts';

/** The host name under which practice servers are deployed to. */
export const domain = 'api.example.com';

/** A practice server and what a scenario needs to deploy to it. */
export interface Scene {
  readonly world: World;
  readonly server: PracticeServer;
  readonly pair: Issued;
  /** An empty folder that serves as the workspace. */
  readonly workspace: string;
  /** The inputs of a deploy of `jar` as root, with short waits; `more` comes on top, undefined takes one away. */
  inputs(jar: string, more?: Readonly<Record<string, string | undefined>>): Record<string, string>;
  /** Runs the action against the server, its domain leading there, the practice authority trusted. */
  run(inputs: Readonly<Record<string, string>>, more?: Partial<RunOptions>): Promise<RunResult>;
  /** Removes the server and leaves the world. */
  close(): Promise<void>;
}

/**
 * Brings up a server for one scenario file, whose engine has base images unless said otherwise. Where that fails
 * nothing is left open.
 */
export async function openScene(options: ServerOptions): Promise<Scene> {
  const world = await openWorld(() => {});
  try {
    const scene = sceneOn(
      world,
      await world.startServer({ pulled: true, ...options }),
      await world.authority.issue([domain]),
    );
    return {
      ...scene,
      close: async () => {
        await scene.close();
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** A scene on a server of a world that is open; `close` removes the server alone. */
export function sceneOn(world: World, server: PracticeServer, pair: Issued): Scene {
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  return {
    world,
    server,
    pair,
    workspace,
    inputs: (jar, more = {}) => {
      const inputs: Record<string, string | undefined> = {
        jar,
        host: server.address,
        'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
        'private-key': readFileSync(server.privateKeyPath, 'utf8'),
        domain,
        certificate: 'provided',
        'certificate-chain': pair.chain,
        'certificate-key': pair.key,
        'drain-timeout': '5',
        'health-timeout': '180',
        // Of no concern to the most, and it takes seconds: its own scenarios ask for it.
        'icp-check': 'off',
        ...more,
      };
      return Object.fromEntries(
        Object.entries(inputs).filter((entry): entry is [string, string] => entry[1] !== undefined),
      );
    },
    run: async (inputs, more = {}) => {
      const result = await runAction({
        inputs,
        hosts: { [domain]: server.address },
        extraCa: world.authority.rootPath,
        cwd: workspace,
        ...more,
      });
      await keepRecords(server);
      return result;
    },
    close: async () => {
      rmSync(workspace, { recursive: true, force: true });
      await server.remove();
    },
  };
}

/** Fails with the run's log when it did not end as it should. */
export function expectSuccess(result: RunResult): void {
  if (result.code !== 0) throw new Error(`exit code ${result.code}, ${result.outputs['error-code']}\n${result.log}`);
}

/**
 * What a person or a program would find changed on a server: files with their hashes (but for the wrapper by which a
 * test holds a switch, and the engine's resolv.conf), containers, images, networks.
 */
export async function stateOf(server: PracticeServer): Promise<string> {
  return server.sh(`
find /etc /docker /usr/local /opt /root /home -xdev -type f -not -path '/etc/ssl/certs/*' -not -path /usr/local/bin/sync -not -path /etc/resolv.conf -not -name '*.log' -print0 2>/dev/null | sort -z | xargs -0 sha256sum
find /etc/nginx /docker -xdev \\( -type l -printf '%p -> %l\\n' -o -type d -printf '%p %m\\n' \\) 2>/dev/null | sort
docker ps -a --no-trunc --format '{{.ID}} {{.Names}} {{.Image}}' 2>/dev/null | sort
docker images --no-trunc --format '{{.Repository}}:{{.Tag}} {{.ID}}' 2>/dev/null | sort
docker network ls --format '{{.Name}}' 2>/dev/null | sort
dpkg -l | awk '$1 == "ii" {print $2, $3}'`);
}
