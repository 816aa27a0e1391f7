import type { Socket } from 'node:net';
import { NodeSSH } from 'node-ssh';
import type { Client } from 'ssh2';
import { Failure, failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { triesAgain } from '../messages/session.ts';
import { type Authentication, authentication, type Credentials } from './authentication.ts';
import {
  fingerprint,
  type HostKeyPins,
  hostKeyFile,
  isUnpinned,
  keyType,
  matches,
  preferredAlgorithms,
  remainingAlgorithms,
} from './host-key.ts';
import { type LiveConnection, watch } from './live-connection.ts';
import { openSocketPatiently } from './patient-socket.ts';
import type { SessionClock } from './session-clock.ts';
import { type Address, closedByRun } from './tcp.ts';

/** Everything that is needed to log in. */
export interface ConnectionTarget extends Address, Credentials {
  readonly hostKey: HostKeyPins;
  /** Seconds for all of it: every attempt, every pause between them. */
  readonly connectTimeoutSeconds: number;
  /** Seconds for which the port may still be closed, since a firewall on the way has just been told to open it. */
  readonly opensWithinSeconds: number;
}

/** Milliseconds between two attempts, at most: places of MaxStartups become free one by one. */
const longestPause = 4000;

/** Thrown by one attempt when the cause may be gone at the next one. */
class Transient extends Error {
  readonly failure: Failure;
  /** What sshd said when it turned the connection away: it has its reasons, which pass. */
  readonly said: string | undefined;
  constructor(reason: Failure, said?: string) {
    super(reason.message);
    this.failure = reason;
    this.said = said;
  }
}

/** One attempt's end: logged in, or the server's key was not a pinned one. */
type Attempt = { readonly connection: LiveConnection } | { readonly denied: Buffer };

/**
 * Logs in. A server whose key of one type is not pinned is asked again, on a fresh connection, for its other types.
 * Rejects with the `Failure` that tells why not. Only what may pass is tried again, until the time is over: a handshake
 * cut off before the server showed its key, a resolver that does not answer; never a refused login. Once `unwanted` is
 * aborted, no connection is made any more, and none that was half made stays.
 */
export async function establish(
  target: ConnectionTarget,
  clock: SessionClock,
  unwanted: AbortSignal,
  log?: Log,
): Promise<LiveConnection> {
  const deadline = clock.now() + target.connectTimeoutSeconds * 1000;
  const seen: Buffer[] = [];
  let offer = preferredAlgorithms(target.hostKey);
  while (offer.length > 0) {
    let result: Attempt;
    try {
      const once = () => attempt(target, offer, deadline - clock.now(), unwanted);
      result = await persistently(once, { target, deadline, clock, unwanted, log });
    } catch (error) {
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

/** What bounds the attempts. */
interface Attempts {
  readonly target: ConnectionTarget;
  readonly deadline: number;
  readonly clock: SessionClock;
  readonly unwanted: AbortSignal;
  readonly log: Log | undefined;
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
      if (number === 2) log?.info(triesAgain({ seconds: Math.round((deadline - clock.now()) / 1000) }));
      await clock.sleep(pause);
      if (unwanted.aborted) throw closedByRun(target);
    }
  }
}

/** The failure after the last of `attempts`. */
function givenUp({ failure: reason, said }: Transient, target: ConnectionTarget, attempts: number): Failure {
  if (said === undefined) return reason;
  const { host, port, connectTimeoutSeconds: seconds } = target;
  return failure('SSH_TURNED_AWAY', { host, port, said, attempts, seconds });
}

async function attempt(
  target: ConnectionTarget,
  offer: readonly string[],
  milliseconds: number,
  unwanted: AbortSignal,
): Promise<Attempt> {
  const started = performance.now();
  const times = { all: Math.max(1, milliseconds), opening: target.opensWithinSeconds * 1000 };
  const socket = await openSocketPatiently(target, times, unwanted).catch((error: unknown) => {
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
    sock: socket,
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
    if (denied !== undefined) return { denied };
    throw classify(error as ConnectError, target, login, { accepted, greeting, notice });
  } finally {
    unwanted.removeEventListener('abort', drop);
  }
  socket.off('data', hear);
  return { connection: watch(client, socket, target) };
}

/** Reset at once, or a resolver that did not answer; a name that does not exist will not exist in a minute. */
function mayPass({ code, cause }: Failure): boolean {
  return (
    code === 'HANDSHAKE_FAILED' || (code === 'HOST_NOT_FOUND' && (cause as { code?: unknown }).code === 'EAI_AGAIN')
  );
}

/** An error of ssh2: `level` says in which part of it. */
interface ConnectError extends Error {
  readonly level?: string;
}

/**
 * The client of `ssh`, with a listener for errors on it and on its socket from the first moment: node-ssh takes its own
 * away when logged in, and an `error` without a listener ends the process.
 */
function guarded(ssh: NodeSSH, socket: Socket): Client {
  const client = ssh.connection;
  if (client === null) throw new Error('node-ssh made no client');
  client.on('error', () => {});
  socket.on('error', () => {});
  return client;
}

/** Why ssh2 gave up, from its words and from how far it came. */
function classify(
  { message, level }: ConnectError,
  target: ConnectionTarget,
  login: Authentication,
  reached: { readonly accepted: boolean; readonly greeting: string; readonly notice: string },
): Failure | Transient {
  const { host, port } = target;
  const loggingIn = login.tried.length > 0;
  if (level === 'client-authentication' || (loggingIn && /authentication failures/i.test(message))) {
    return login.failure(target);
  }
  if (level === 'client-timeout') {
    return failure('HANDSHAKE_TIMEOUT', { host, port, seconds: target.connectTimeoutSeconds });
  }
  if (/no matching/.test(message)) return failure('NO_COMMON_ALGORITHM', { host, port, detail: message });
  const { greeting, notice } = reached;
  // OpenSSH says in plain text that it is full (MaxStartups) or has had enough of this address (PerSourcePenalties).
  const turnedAway = /MaxStartups|Not allowed at this time/.test(greeting);
  if (greeting !== '' && !greeting.includes('SSH-') && !turnedAway) {
    return failure('NOT_AN_SSH_SERVER', { host, port });
  }
  const said = turnedAway ? greeting.trim() : undefined;
  const evidence = notice === '' ? undefined : notice;
  const cutOff = failure('HANDSHAKE_FAILED', { host, port, detail: said ?? message }, { evidence });
  return reached.accepted ? cutOff : new Transient(cutOff, said);
}

function hostKeyFailure(target: ConnectionTarget, seen: readonly Buffer[]): Failure {
  const { host, port, hostKey } = target;
  const [first] = seen;
  const type = first === undefined ? '' : keyType(first);
  if (isUnpinned(hostKey)) {
    const line = first === undefined ? '' : fingerprint(first);
    return failure('HOST_KEY_MISSING', { host, port, type, line, file: hostKeyFile(type) });
  }
  return failure('HOST_KEY_MISMATCH', {
    host,
    port,
    offered: seen.map((blob) => `${fingerprint(blob)} (${keyType(blob)})`).join(', '),
    pinned: hostKey.pins.map((pin) => pin.fingerprint + (pin.type === undefined ? '' : ` (${pin.type})`)).join(', '),
    file: hostKeyFile(type),
  });
}
