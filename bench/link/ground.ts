import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Link, openLink } from '../../practice/link.ts';
import type { PracticeServer } from '../../practice/server.ts';
import type { World } from '../../practice/world.ts';
import { type BenchJars, benchJars } from './jars.ts';
import { type ProfileName, profiles } from './results.ts';

/** What everything is measured on: one server, one link to its sshd. */
export interface Ground {
  readonly world: World;
  readonly server: PracticeServer;
  readonly link: Link;
  readonly jars: BenchJars;
  /** A configuration of OpenSSH: `far` is the server through the link, `near` the server as it is. */
  readonly sshConfig: string;
  /** For files of this run. */
  readonly place: string;
  close(): Promise<void>;
}

/** Where the server keeps the first jar, from which each way begins. */
export const firstJar = '/srv/first.jar';

/** A server with what the other ways need, and a link to it. */
export async function openGround(world: World, profile: ProfileName): Promise<Ground> {
  const jars = await benchJars(world.say);
  world.say(`A server for ${profile}`);
  const server = await world.startServer({ kind: 'ready', pulled: true });
  const { megabitsPerSecond, roundTripMs } = profiles[profile];
  const target = { host: server.address, port: 22 };
  const link = await openLink({ target, bytesPerSecond: (megabitsPerSecond * 1e6) / 8, roundTripMs });
  const place = mkdtempSync(join(tmpdir(), 'bench-link-'));
  const close = async (): Promise<void> => {
    await link.close();
    await server.remove();
    rmSync(place, { recursive: true });
  };
  try {
    await server.sh(`apt-get update -q && apt-get install -q -y --no-install-recommends rsync docker-registry
systemctl disable --now docker-registry; mkdir -p /srv`);
    await server.sh(`cat >${firstJar}`, { input: readFileSync(jars.first) });
    return { world, server, link, jars, sshConfig: writeSshConfig(place, server, link), place, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function writeSshConfig(place: string, server: PracticeServer, link: Link): string {
  const knownHosts = join(place, 'known_hosts');
  writeFileSync(knownHosts, server.hostKeys.map(({ line }) => `${line.replace(/^\S+/, 'practice')}\n`).join(''));
  const path = join(place, 'ssh_config');
  const host = (name: string, address: string, port: number): readonly string[] => [
    `Host ${name}`,
    `  HostName ${address}`,
    `  Port ${port}`,
  ];
  const all = [
    'Host *',
    '  User root',
    `  IdentityFile ${server.privateKeyPath}`,
    '  IdentitiesOnly yes',
    '  HostKeyAlias practice',
    `  UserKnownHostsFile ${knownHosts}`,
    '  StrictHostKeyChecking yes',
    '  BatchMode yes',
  ];
  const lines = [...host('far', link.address, link.port), ...host('near', server.address, 22), ...all];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
