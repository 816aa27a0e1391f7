import { type NetConnectOpts, connect as netConnect, type Socket } from 'node:net';
import { type Failure, failure } from '../messages/failure.ts';
import type { Machine } from '../messages/hop.ts';

/** Where sshd listens, and of which machine. */
export type Address = Machine;

/** Of what is known of a machine, what a failure says of it. */
export function machineOf({ host, port, hop }: Address): Machine {
  return { host, port, hop };
}

/**
 * Milliseconds for one of several addresses of a name. Node's own 250 ms are less than a round trip between continents,
 * so that a server with two addresses would be given up before it could answer.
 */
const perAddressMilliseconds = 5000;

/** The connection is closed because the run no longer wants it. */
export function closedByRun(address: Address): Failure {
  return failure('CONNECTION_LOST', { ...machineOf(address), detail: 'closed by this run' });
}

/**
 * Opens a TCP connection. Rejects with the `Failure` that tells why it could not be: HOST_NOT_FOUND,
 * CONNECTION_REFUSED, CONNECTION_TIMEOUT, NETWORK_UNREACHABLE or HANDSHAKE_FAILED (reset at once); CONNECTION_LOST when
 * `unwanted` is aborted first.
 */
export function openSocket(address: Address, milliseconds: number, unwanted: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (unwanted.aborted) {
      reject(closedByRun(address));
      return;
    }
    const { host, port } = address;
    const options: NetConnectOpts = { host, port, autoSelectFamilyAttemptTimeout: perAddressMilliseconds };
    const socket = netConnect(options);
    const settle = (): void => {
      clearTimeout(timer);
      unwanted.removeEventListener('abort', drop);
      socket.removeAllListeners();
    };
    const giveUp = (reason: Failure): void => {
      settle();
      // A socket that is being destroyed may still report an error; nobody else listens any more.
      socket.on('error', () => {});
      socket.destroy();
      reject(reason);
    };
    const drop = (): void => giveUp(closedByRun(address));
    unwanted.addEventListener('abort', drop);
    const timer = setTimeout(() => giveUp(timeout(address, milliseconds)), milliseconds);
    socket.once('error', (error) => giveUp(failureOf(error, address, milliseconds)));
    socket.once('connect', () => {
      settle();
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

/** CONNECTION_TIMEOUT. */
export function timeout(address: Address, milliseconds: number): Failure {
  return failure('CONNECTION_TIMEOUT', { ...machineOf(address), seconds: Math.round(milliseconds / 100) / 10 });
}

function failureOf(error: Error, address: Address, milliseconds: number): Failure {
  const code = codeOf(error);
  const options = { cause: error };
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ENODATA':
      return failure('HOST_NOT_FOUND', { ...machineOf(address), detail: code }, options);
    case 'ECONNREFUSED':
      return failure('CONNECTION_REFUSED', machineOf(address), options);
    case 'ETIMEDOUT':
      return timeout(address, milliseconds);
    case 'ECONNRESET':
    case 'EPIPE':
      return failure('HANDSHAKE_FAILED', { ...machineOf(address), detail: error.message }, options);
    default:
      return failure('NETWORK_UNREACHABLE', { ...machineOf(address), detail: code ?? error.message }, options);
  }
}

/** The system's error code; of several addresses that failed, the most telling one. */
function codeOf(error: object): string | undefined {
  const codes = 'errors' in error && Array.isArray(error.errors) ? error.errors.map(codeOfOne) : [codeOfOne(error)];
  for (const telling of ['ECONNREFUSED', 'ETIMEDOUT']) if (codes.includes(telling)) return telling;
  return codes.find((code) => code !== undefined);
}

function codeOfOne(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
