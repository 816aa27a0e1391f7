import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, type CommandOptions, type CommandResult, run } from './command.ts';
import { folder, home, type Say } from './home.ts';
import { end, exclusively, processOf } from './processes.ts';
import { find } from './programs.ts';
import { require } from './requirements.ts';
import { until } from './waiting.ts';

/** A Docker Engine on this machine. */
export interface Engine {
  /** The engine's address, as DOCKER_HOST takes it. */
  readonly address: string;
  /** True where practice started it, false where it was there. */
  readonly own: boolean;
  /** `docker ARGS`, which must succeed; returns its standard output, trimmed. */
  docker(args: readonly string[], options?: CommandOptions): Promise<string>;
  /** `docker ARGS`, whatever it comes to. */
  attempt(args: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** Stops the engine where practice started it. */
  stop(): Promise<void>;
}

/**
 * What programs of Docker are started with here. They are in Go, start very often and live for a blink, of which looking for
 * garbage is a fifth: so they take more memory first.
 */
export const lessGarbage = { GOGC: '400' };

const defaultAddress = 'unix:///var/run/docker.sock';
const ownAddress = `unix://${join(home, 'engine.sock')}`;
const pidFile = join(home, 'engine.pid');

function engineAt(address: string, own: boolean): Engine {
  const docker = (args: readonly string[]): string[] => [find('docker') ?? 'docker', '--host', address, ...args];
  const withLess = (options: CommandOptions = {}) => ({ ...options, env: { ...lessGarbage, ...options.env } });
  return {
    address,
    own,
    docker: async (args, options) => (await run(docker(args), withLess(options))).trim(),
    attempt: (args, options) => attempt(docker(args), withLess(options)),
    stop: async () => {
      const pid = own ? processOf(pidFile, 'dockerd') : undefined;
      if (pid !== undefined) await end(pid, 60);
    },
  };
}

async function answers(engine: Engine): Promise<boolean> {
  return (await engine.attempt(['version', '--format', '{{.Server.Version}}']).catch(() => undefined))?.code === 0;
}

/** The engine that runs already: the user's (DOCKER_HOST, default socket), else the one practice started. */
export async function runningEngine(): Promise<Engine | undefined> {
  if (find('docker') === undefined) return undefined;
  const theirs = engineAt(process.env.DOCKER_HOST ?? defaultAddress, false);
  if (await answers(theirs)) return theirs;
  const ours = engineAt(ownAddress, true);
  return processOf(pidFile, 'dockerd') !== undefined && (await answers(ours)) ? ours : undefined;
}

/** The engine that runs, else one started with all its files under practice's own folder. */
export function startEngine(say: Say): Promise<Engine> {
  return exclusively('engine', async () => {
    await require(['docker'], say);
    const running = await runningEngine();
    if (running !== undefined) return running;
    await require(['dockerd'], say);
    if (process.getuid?.() !== 0) {
      throw new Error('No Docker Engine answers, and only root can start one: run as root, or start Docker first.');
    }
    say('Starting a Docker Engine of our own');
    rmSync(pidFile, { force: true });
    const log = openSync(join(folder('logs'), 'engine.log'), 'a');
    const argv = ['--data-root', folder('engine', 'data'), '--exec-root', folder('engine', 'exec')];
    argv.push('--host', ownAddress, '--pidfile', pidFile);
    // No bridge and no rules of its own: another engine on this machine would lose its rules when this one starts.
    argv.push('--bridge', 'none', '--iptables=false', '--ip6tables=false');
    const child = spawn(find('dockerd') ?? 'dockerd', argv, {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...lessGarbage },
    });
    child.unref();
    const engine = engineAt(ownAddress, true);
    await until(`the Docker Engine (log: ${join(home, 'logs', 'engine.log')})`, 60, async () => {
      if (child.exitCode !== null) return 'ended' as const;
      return (await answers(engine)) ? ('answers' as const) : undefined;
    }).then((state) => {
      if (state === 'ended') throw new Error(`dockerd ended; its log is ${join(home, 'logs', 'engine.log')}`);
    });
    return engine;
  });
}
