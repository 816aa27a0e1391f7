import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as netConnect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '../../practice/programs.ts';
import { startTcpServer } from './ssh-server.ts';

// sshd asks for its whole path.
const program = find('sshd') ?? '/usr/sbin/sshd';

/** What the name of a test that is skipped says of why; nothing where it runs. */
export function skippedFor(reason: string | undefined): string {
  return reason === undefined ? '' : ` (skipped: ${reason})`;
}

/** Why OpenSSH's server cannot be run here; undefined where it can. */
export const withoutRoot = process.getuid?.() === 0 ? undefined : 'sshd lets in only whom it can become: run as root';

/** Why nothing can be tried over IPv6 here; undefined where it can. */
export const withoutIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((one) => one?.address === '::1')
  ? undefined
  : 'this machine has no ::1';

/** OpenSSH's own server on loopback, with keys of its own. */
export interface OpenSsh {
  readonly port: number;
  /** What `ssh-keygen -lf` prints of its host key of this type. */
  fingerprint(type: 'ed25519' | 'ecdsa' | 'rsa'): string;
  /** The line of known_hosts of that key. */
  knownHost(type: 'ed25519' | 'ecdsa' | 'rsa'): string;
  /** A new key of a user who is let in, made by ssh-keygen; `format` as its option -m. */
  userKey(name: string, options: readonly string[], passphrase?: string): string;
  /** What it has logged so far. */
  log(): string;
  stop(): Promise<void>;
}

const types = ['ed25519', 'ecdsa', 'rsa'] as const;
let made: ReadonlyMap<string, string> | undefined;

/** The files of a host key of each type, made once for all servers of a test file: a key of RSA takes seconds. */
function hostKeys(): ReadonlyMap<string, string> {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), 'host-keys-'));
  try {
    for (const type of types) {
      execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', 'host', '-f', join(folder, type)]);
    }
    made = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    return made;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function startOpenSsh(configuration: readonly string[] = [], address = '127.0.0.1'): Promise<OpenSsh> {
  const folder = mkdtempSync(join(tmpdir(), 'openssh-'));
  // Fixed when sshd is built; a system without a running sshd may lack it.
  mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  for (const [name, text] of hostKeys()) writeFileSync(join(folder, name), text, { mode: 0o600 });
  const spare = await startTcpServer(() => {});
  await spare.stop();
  const { port } = spare;
  const authorized = join(folder, 'authorized_keys');
  writeFileSync(authorized, '');
  writeFileSync(
    join(folder, 'config'),
    [
      ...configuration,
      `ListenAddress [${address}]:${port}`,
      ...types.map((type) => `HostKey ${join(folder, type)}`),
      `AuthorizedKeysFile ${authorized}`,
      `PidFile ${join(folder, 'pid')}`,
      'PermitRootLogin yes',
      'StrictModes no',
      'UsePAM no',
      'LogLevel VERBOSE',
      '',
    ].join('\n'),
  );
  const child: ChildProcess = spawn(program, ['-D', '-e', '-f', join(folder, 'config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const listening = new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Server listening')) resolve();
    });
    child.on('exit', () => reject(new Error(`sshd ended: ${log}`))).on('error', reject);
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.pid !== undefined) {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening;
    await new Promise<void>((resolve, reject) => {
      const socket = netConnect(port, address, () => resolve(void socket.destroy()));
      socket.on('error', reject);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    fingerprint: (type) =>
      execFileSync('ssh-keygen', ['-lf', join(folder, `${type}.pub`)], { encoding: 'utf8' }).trim(),
    knownHost: (type) => `[${address}]:${port} ${readFileSync(join(folder, `${type}.pub`), 'utf8').trim()}`,
    userKey: (name, options, passphrase = '') => {
      const file = join(folder, `user-${name}`);
      execFileSync('ssh-keygen', ['-q', ...options, '-N', passphrase, '-f', file]);
      writeFileSync(authorized, readFileSync(`${file}.pub`), { flag: 'a' });
      return readFileSync(file, 'utf8');
    },
    log: () => log,
    stop,
  };
}
