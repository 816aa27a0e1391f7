import type { Duplex } from 'node:stream';
import { NodeSSH } from 'node-ssh';
import type { Client } from 'ssh2';
import { Failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { triesAgain } from '../messages/session.ts';
import { authentication, type Credentials } from './authentication.ts';
import {
  type ConnectError,
  classify,
  givenUp,
  hostKeyFailure,
  mayPass,
  SentAhead,
  Transient,
} from './connection-failure.ts';
import { forward, type Jump } from './forward.ts';
import {
  type HostKeyPins,
  isUnpinned,
  keyType,
  matches,
  preferredAlgorithms,
  remainingAlgorithms,
} from './host-key.ts';
import { type LiveConnection, watch } from './live-connection.ts';
import { openSocketPatiently } from './patient-socket.ts';
import type { SessionClock } from './session-clock.ts';
import { loginSwiftly } from './swift-login.ts';
import { type Address, closedByRun, machineOf } from './tcp.ts';

/** One machine to log in to, and what to show it. */
export interface MachineTarget extends Address, Credentials {
  readonly hostKey: HostKeyPins;
}

/** Everything that is needed to log in. */
export interface ConnectionTarget extends MachineTarget {
  /** The machine that connects to it; undefined: this one. */
  readonly jump?: MachineTarget | undefined;
  /** Seconds for all of it: every attempt, every pause between them, at both machines. */
  readonly connectTimeoutSeconds: number;
  /** Seconds for which the port may still be closed, since a firewall on the way has just been told to open it. */
  readonly opensWithinSeconds: number;
}

/** Milliseconds between two attempts, at most: places of MaxStartups become free one by one. */
const longestPause = 4000;

/** One attempt's end: logged in, or the server's key was not a pinned one. */
type Attempt = { readonly connection: LiveConnection } | { readonly denied: Buffer };

/** A machine to log in to, how it is reached, and what bounds the attempts. */
interface Attempts {
  readonly target: MachineTarget & Pick<ConnectionTarget, 'connectTimeoutSeconds'>;
  /** Connects to it, within so many milliseconds. */
  readonly open: (milliseconds: number) => Promise<Duplex>;
  /** Through which it is reached; undefined: none. */
  readonly through: LiveConnection | undefined;
  readonly deadline: number;
  readonly clock: SessionClock;
  readonly unwanted: AbortSignal;
  readonly log: Log | undefined;
}

/**
 * Logs in, at the jump host first where there is one. Rejects with the `Failure` that tells why not, and at which of the
 * two. Once `unwanted` is aborted, no connection is made any more, and none that was half made stays.
 */
export async function establish(
  target: ConnectionTarget,
  clock: SessionClock,
  unwanted: AbortSignal,
  log?: Log,
): Promise<LiveConnection> {
  const { jump, connectTimeoutSeconds } = target;
  const bounds = { deadline: clock.now() + connectTimeoutSeconds * 1000, clock, unwanted, log };
  const opening = target.opensWithinSeconds * 1000;
  const straight = (to: Address) => (all: number) => openSocketPatiently(to, { all, opening }, unwanted);
  if (jump === undefined) return logIn({ target, open: straight(target), through: undefined, ...bounds });
  const first = { ...jump, connectTimeoutSeconds };
  const through = await logIn({ target: first, open: straight(jump), through: undefined, ...bounds });
  try {
    const by: Jump = { address: machineOf(jump), connection: through };
    const open = (milliseconds: number) => forward(by, target, milliseconds, unwanted);
    return await logIn({ target, open, through, ...bounds });
  } catch (error) {
    through.close();
    throw error;
  }
}

/**
 * Logs in at one machine. If its key of one type is not pinned, it is asked again, on a fresh connection, for its other
 * types. Only what may pass is tried again, until the time is over: a handshake cut off before the machine showed its key, a
 * resolver that does not answer; never a refused login. A server that takes no login ahead of its turn gets one in turn.
 */
async function logIn(attempts: Attempts): Promise<LiveConnection> {
  const { target, clock, deadline } = attempts;
  const seen: Buffer[] = [];
  let offer = preferredAlgorithms(target.hostKey);
  let swiftly = true;
  while (offer.length > 0) {
    let result: Attempt;
    try {
      const left = () => Math.max(1, deadline - clock.now());
      result = await persistently(() => attempt(attempts, { offer, swiftly, milliseconds: left() }), attempts);
    } catch (error) {
      if (error instanceof SentAhead) {
        swiftly = false;
        continue;
      }
      // The server has no key of the types that are left.
      if (seen.length > 0 && error instanceof Failure && error.code === 'NO_COMMON_ALGORITHM') break;
      throw error;
    }
    if ('connection' in result) return result.connection;
    seen.push(result.denied);
    if (isUnpinned(target.hostKey)) break;
    offer = remainingAlgorithms(target.hostKey, seen.map(keyType));
  }
  throw hostKeyFailure(target, seen);
}

/** Runs `work` again while it fails in a way that may pass, until the deadline. */
async function persistently<T>(
  work: () => Promise<T>,
  { target, deadline, clock, unwanted, log }: Attempts,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      // Jitter on a doubling pause, so that runs started together do not come back together.
      const pause = (0.5 + clock.random() / 2) * Math.min(longestPause, 1000 * 2 ** (number - 1));
      if (clock.now() + pause >= deadline) throw givenUp(error, target, number);
      if (number === 2) log?.info(triesAgain(machineOf(target), Math.round((deadline - clock.now()) / 1000)));
      await clock.sleep(pause);
      if (unwanted.aborted) throw closedByRun(target);
    }
  }
}

async function attempt(
  { target, open, through, unwanted }: Attempts,
  { offer, swiftly, milliseconds }: { offer: readonly string[]; swiftly: boolean; milliseconds: number },
): Promise<Attempt> {
  const started = performance.now();
  const socket = await open(milliseconds).catch((error: unknown) => {
    throw error instanceof Failure && mayPass(error) ? new Transient(error) : error;
  });
  const login = authentication(target);
  let denied: Buffer | undefined;
  let accepted = false;
  const ssh = new NodeSSH();
  const connected = ssh.connect({
    host: target.host,
    port: target.port,
    username: target.username,
    sock: socket as never,
    readyTimeout: Math.max(1, Math.round(milliseconds - (performance.now() - started))),
    keepaliveInterval: 15_000,
    // Answers are counted by `watch`, to which every byte of a slow upload's acknowledgements counts as one.
    keepaliveCountMax: Number.MAX_SAFE_INTEGER,
    algorithms: { serverHostKey: [...offer] as never },
    hostVerifier: (blob: Buffer) => {
      accepted = matches(target.hostKey, blob);
      if (!accepted) denied = blob;
      return accepted;
    },
    authHandler: login.handler,
  });
  const client = guarded(ssh, socket);
  if (swiftly) loginSwiftly(client, target.key);
  let greeting = '';
  const hear = (chunk: Buffer): void => {
    if (greeting.length < 256) greeting += chunk.toString('latin1', 0, 256);
  };
  socket.on('data', hear);
  // Also what PAM says of an account before sshd closes the connection: that it has expired, /etc/nologin.
  let notice = '';
  client.on('banner', (said: string) => {
    notice = said.trim();
  });
  const drop = (): void => void socket.destroy();
  unwanted.addEventListener('abort', drop);
  try {
    await connected;
  } catch (error) {
    socket.destroy();
    if (unwanted.aborted) throw closedByRun(target);
    if (through?.lost !== undefined) throw through.lost;
    if (denied !== undefined) return { denied };
    throw classify(error as ConnectError, target, login, { accepted, ahead: swiftly, greeting, notice });
  } finally {
    unwanted.removeEventListener('abort', drop);
  }
  socket.off('data', hear);
  return { connection: watch(client, socket, target, through) };
}

/**
 * The client of `ssh`, with a listener for errors on it and on its socket from the first moment: node-ssh takes its own
 * away when logged in, and an `error` without a listener ends the process.
 */
function guarded(ssh: NodeSSH, socket: Duplex): Client {
  const client = ssh.connection;
  if (client === null) throw new Error('node-ssh made no client');
  client.on('error', () => {});
  socket.on('error', () => {});
  return client;
}
