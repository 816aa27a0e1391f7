import { randomBytes } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { baseImage, baseImageNames } from './base-images.ts';
import { type CommandOptions, type CommandResult, mustSucceed } from './command.ts';
import type { Engine } from './engine.ts';
import { folder, label, type Say } from './home.ts';
import { openInside } from './inside.ts';
import { removeContainers } from './leftovers.ts';
import { type Metadata, metadataHost, startMetadata } from './metadata.ts';
import { admitPorts, freeAddress, type Network } from './network.ts';
import { unfilterServer } from './packet-filter.ts';
import { exclusively } from './processes.ts';
import { pulledServerImage } from './pulled-image.ts';
import type { Registry } from './registry.ts';
import { containerFlags, ownControlGroup, ownFiles, removeControlGroups, resolverFile } from './server-container.ts';
import { type LaterRelease, laterServerImage, type ServerKind, serverImage } from './server-image.ts';
import { clientKey, type HostKey } from './ssh-keys.ts';
import { tar } from './tar.ts';
import { until } from './waiting.ts';

/** What a practice server should be. */
export interface ServerOptions {
  readonly kind: ServerKind;
  /** A blank server of a later Debian than this machine's (default: of its own). */
  readonly release?: LaterRelease;
  /** Whether the engine of a ready one has pulled the base images of Java 8 before (default false). */
  readonly pulled?: boolean;
  /** Its container's name and host name; a random one where left out. */
  readonly name?: string;
  /** What `docker run --memory` takes, `1g`. */
  readonly memory?: string;
  /** Whether its daemon.json names the practice registry as mirror (default true). */
  readonly mirror?: boolean;
  /** Further public keys in OpenSSH's form that may log in as any of its users. */
  readonly authorizedKeys?: readonly string[];
  /** A stand-in for the cloud's metadata service; true: one that tells the server's address (default none). */
  readonly metadata?: Metadata | true;
  /** Folder of this machine for the files of its Docker Engine (default: a volume that goes with it). */
  readonly engineData?: string;
  /** Further arguments of `docker create`, such as `-v` of a full disk. */
  readonly dockerArguments?: readonly string[];
}

/** A Debian server of its own address that runs systemd, sshd and, when `ready`, Docker Engine and nginx. */
export interface PracticeServer {
  readonly name: string;
  readonly address: string;
  readonly hostKeys: readonly HostKey[];
  /** A private key (OpenSSH form, no passphrase) that opens every account. */
  readonly privateKeyPath: string;
  /** Runs a bash script as root, not over SSH; whatever it comes to. */
  exec(script: string, options?: CommandOptions): Promise<CommandResult>;
  /** Runs a bash script as root that must succeed; its standard output, trimmed. */
  sh(script: string, options?: CommandOptions): Promise<string>;
  /** Loads images of the engine outside into the one inside, base images made first (default: those of Java 8). */
  seedImages(names?: readonly string[]): Promise<void>;
  /** Restarts it in order; with `hard`, as when the power fails. Returns when it is up again. */
  reboot(options?: { hard?: boolean }): Promise<void>;
  /** Removes it and its volume. */
  remove(): Promise<void>;
}

/** What servers stand on. */
export interface Ground {
  readonly engine: Engine;
  readonly network: Network;
  readonly registry: Registry;
  readonly say: Say;
}

/** Resolves when sshd at an address sends its banner. */
function banner(address: string): Promise<true> {
  return new Promise((done, fail) => {
    const socket = connect({ host: address, port: 22, timeout: 2000 });
    const give = (error: Error): void => {
      socket.destroy();
      fail(error);
    };
    socket.on('error', give).on('timeout', () => give(new Error('no SSH banner')));
    socket.on('close', () => give(new Error('closed before an SSH banner')));
    socket.on('data', (bytes) => {
      if (!bytes.toString().startsWith('SSH-')) return;
      done(true);
      socket.destroy();
    });
  });
}

/** The name of the image of a server. */
function imageOf(engine: Engine, { kind, release, pulled = false }: ServerOptions, say: Say): Promise<string> {
  if (release !== undefined) return laterServerImage(engine, release, say);
  return pulled && kind === 'ready' ? pulledServerImage(engine, say) : serverImage(engine, kind, say);
}

/** Creates a server and returns once systemd, sshd and (when `ready`) its Docker Engine are up. */
export async function startServer(ground: Ground, options: ServerOptions): Promise<PracticeServer> {
  const { engine, network, registry, say } = ground;
  const name = options.name ?? `practice-${options.kind}-${randomBytes(3).toString('hex')}`;
  const built = await imageOf(engine, options, say);
  const metadata = options.metadata;
  // The files of its engine may be a copy of another's.
  const controlGroup = options.engineData === undefined ? undefined : ownControlGroup(name);
  const { address, hostKeys } = await exclusively('addresses', async () => {
    const address = await freeAddress(engine);
    // Of an earlier server whose test was ended.
    await admitPorts(address);
    await unfilterServer(address);
    const argv = ['create', '--name', name, '--hostname', name, '--network', network.name, '--ip', address];
    argv.push(
      '--label',
      label,
      '--label',
      `${label}.owner=${process.pid}`,
      '--stop-signal',
      'SIGRTMIN+3',
      '--stop-timeout',
      '30',
    );
    argv.push('--tmpfs', '/run', '--tmpfs', '/run/lock', '-v', `${resolverFile()}:/etc/resolv.conf`);
    if (options.engineData === undefined) await engine.docker(['volume', 'create', '--label', label, `${name}-docker`]);
    argv.push('-v', `${options.engineData ?? `${name}-docker`}:/var/lib/docker`, ...containerFlags());
    if (options.memory !== undefined) argv.push('--memory', options.memory, '--memory-swap', options.memory);
    if (metadata !== undefined) {
      const place = { name: `${name}-metadata`, address: await freeAddress(engine, new Set([address])) };
      const answers = metadata === true ? { 'public-ipv4': address, 'local-ipv4': address } : metadata;
      await startMetadata(engine, network, place, answers, say);
      argv.push('--add-host', `${metadataHost}:${place.address}`);
    }
    await engine.docker([...argv, ...(options.dockerArguments ?? []), built]);
    const [files, hostKeys] = await ownFiles(address, {
      mirror: (options.mirror ?? true) ? registry.address : undefined,
      controlGroup,
      authorizedKeys: options.authorizedKeys ?? [],
      later: options.release !== undefined,
    });
    await engine.docker(['cp', '-', `${name}:/`], { input: tar(files) });
    return { address, hostKeys };
  }).catch(async (error: unknown) => {
    await removeContainers(engine, name);
    throw error;
  });

  const inside = openInside(engine, name);
  const exec = (script: string, more?: CommandOptions): Promise<CommandResult> =>
    // Its standard input is a socket, by which bash takes itself for sshd's child, and reads .bashrc.
    inside.attempt(['bash', '--norc', '-c', script], more);
  const sh = async (script: string, more?: CommandOptions): Promise<string> =>
    mustSucceed(`${name}: ${script}`, await exec(script, more)).trim();

  /** Awaits the end of systemd's start, then what answers from outside; returns systemd's verdict. */
  const up = async (): Promise<string> => {
    const state = await until(`systemd on ${name}`, 90, async () => {
      const answer = (await exec('systemctl is-system-running --wait')).stdout.trim();
      return /^(running|degraded)$/.test(answer) ? answer : undefined;
    });
    await until(`sshd on ${name}`, 30, () => banner(address));
    return state;
  };

  const server: PracticeServer = {
    name,
    address,
    hostKeys,
    privateKeyPath: (await clientKey()).path,
    exec,
    sh,
    seedImages: async (names = ['eclipse-temurin:8-jre', 'openjdk:8-jre-slim']) => {
      // Named inside only: the engine outside may be the user's, with images of its own under these names.
      const named = new Map<string, string>();
      for (const wanted of names) {
        const known = baseImageNames.find((one) => one === wanted);
        named.set(known === undefined ? wanted : await baseImage(engine, known, say), wanted);
      }
      const archive = join(folder('servers'), `seed-${name}.tar`);
      await engine.docker(['save', '-o', archive, ...named.keys()]);
      await sh('docker load -q', { input: createReadStream(archive) });
      rmSync(archive);
      for (const [own, wanted] of named) {
        if (own !== wanted) await sh(`docker tag ${own} ${wanted} && docker rmi ${own}`);
      }
    },
    reboot: async ({ hard = false } = {}) => {
      if (hard) await engine.docker(['kill', name]);
      await engine.docker(hard ? ['start', name] : ['restart', name]);
      await up();
    },
    remove: async () => {
      const containers = (await exec('ls /var/lib/docker/containers')).stdout.split('\n');
      await admitPorts(address);
      await unfilterServer(address);
      await removeContainers(engine, name);
      removeControlGroups(containers, controlGroup);
    },
  };
  try {
    await engine.docker(['start', name]);
    const state = await up();
    if (state !== 'running') throw new Error(`${name} is ${state}: ${await sh('systemctl --failed --no-legend')}`);
    if (options.kind === 'ready') await sh('docker info >/dev/null');
    return server;
  } catch (error) {
    const log = (await engine.attempt(['logs', '--tail', '20', name])).stdout;
    await server.remove();
    throw new Error(`The practice server ${name} did not start.\n${log}`, { cause: error });
  }
}
