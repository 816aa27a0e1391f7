import type { Duplex } from 'node:stream';
import type { ClientChannel } from 'ssh2';
import { type Failure, failure } from '../messages/failure.ts';
import { ForwardedSocket } from './forwarded-socket.ts';
import type { LiveConnection } from './live-connection.ts';
import { type Address, closedByRun, machineOf } from './tcp.ts';

/** A jump host that is logged in to. */
export interface Jump {
  readonly address: Address;
  readonly connection: LiveConnection;
}

/** RFC 4254 section 5.1, SSH_OPEN_CONNECT_FAILED. Any other reason is a refusal to forward. */
const connectFailed = 2;

/**
 * Has the jump host connect to `address`, whose name it resolves itself. Rejects with the `Failure` that tells why it did
 * not: JUMP_FORWARD_REFUSED, JUMP_TARGET_UNREACHABLE; CONNECTION_LOST where the jump host is, or `unwanted` is aborted.
 */
export function forward(
  { address: jump, connection }: Jump,
  address: Address,
  milliseconds: number,
  unwanted: AbortSignal,
): Promise<Duplex> {
  const { host, port } = address;
  return new Promise((resolve, reject) => {
    if (unwanted.aborted) return reject(closedByRun(address));
    if (connection.lost !== undefined) return reject(connection.lost);
    let over = false;
    const settle = (): void => {
      over = true;
      clearTimeout(timer);
      forget();
      unwanted.removeEventListener('abort', drop);
    };
    const giveUp = (reason: Failure): void => {
      settle();
      reject(reason);
    };
    const drop = (): void => giveUp(closedByRun(address));
    const unreachable = (detail: string): Failure =>
      failure('JUMP_TARGET_UNREACHABLE', { host, port, jump: jump.host, detail });
    const refusal = ({ message, reason }: Error & { reason?: unknown }): Failure => {
      const detail = message.replace(/^\(SSH\) Channel open failure: /, '');
      const target = { target: host, targetPort: port, detail };
      return reason === connectFailed
        ? unreachable(detail)
        : failure('JUMP_FORWARD_REFUSED', { ...machineOf(jump), ...target });
    };
    const late = (): void => giveUp(unreachable(`no answer within ${Math.round(milliseconds / 100) / 10} s`));
    const timer = setTimeout(late, milliseconds);
    const forget = connection.onLost(giveUp);
    unwanted.addEventListener('abort', drop);
    const opened = (error: (Error & { reason?: unknown }) | undefined, channel: ClientChannel): void => {
      // Nobody waits for it any more.
      if (over) {
        if (error === undefined) channel.destroy();
      } else if (connection.lost !== undefined) {
        giveUp(connection.lost);
      } else if (error === undefined) {
        settle();
        resolve(new ForwardedSocket(channel, connection));
      } else {
        giveUp(refusal(error));
      }
    };
    try {
      connection.client.forwardOut('127.0.0.1', 0, host, port, opened);
    } catch (error) {
      giveUp(connection.lost ?? unreachable((error as Error).message));
    }
  });
}
