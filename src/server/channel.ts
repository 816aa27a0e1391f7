import type { ClientChannel } from 'ssh2';
import { type Failure, failure } from '../messages/failure.ts';
import type { LiveConnection } from './live-connection.ts';
import { sessionsNeeded } from './sessions-needed.ts';

/** One of the two streams that a command prints to. */
export type Stream = 'stdout' | 'stderr';

/** A command that runs on the server, and its streams. */
export interface Channel {
  /** Calls `listener` with what the command prints. */
  onOutput(listener: (chunk: Buffer, stream: Stream) => void): void;
  /** Calls `listener` when the command has ended and all that it printed is there; not where the connection is lost. */
  onClose(listener: (code: number | null) => void): void;
  /** Writes to its standard input, no faster than it and the line take; does nothing once it is over. */
  write(bytes: Buffer | string): Promise<void>;
  /** Ends its standard input. */
  end(): void;
  /** Gives it up: asks sshd to end the command, and closes the channel. */
  abandon(): void;
  /** Milliseconds in which no byte went in either direction. */
  still(): number;
}

/** The command, and whom a refusal names. */
export interface ChannelOptions {
  readonly host: string;
  readonly username: string;
  readonly command: string;
}

/** Bytes that may wait in this process: behind more, a heartbeat on the same connection would come too late. */
const waitingBytes = 128 * 1024;

/** Runs a command on a channel of its own. Rejects with `Failure` when the server opens none or runs no command. */
export async function openChannel(connection: LiveConnection, options: ChannelOptions): Promise<Channel> {
  const channel = await opened(connection, options);
  let over = false;
  let touched = performance.now();
  let window = windowOf(channel);
  /** Writers that wait for the command or the line. */
  const writers = new Set<() => void>();
  const touch = (): void => {
    touched = performance.now();
  };
  const finish = (): void => {
    over = true;
    for (const wake of writers) wake();
  };
  /** Waits for what `begin` has happen, or the end. */
  const until = async (begin: (done: () => void) => void): Promise<void> => {
    let wake = (): void => {};
    await new Promise<void>((resolve) => {
      wake = resolve;
      writers.add(wake);
      begin(resolve);
    });
    writers.delete(wake);
    touch();
  };
  channel.on('error', () => {});
  const forget = connection.onLost(finish);
  return {
    onOutput: (listener) => {
      const listen = (stream: Stream) => (chunk: Buffer) => {
        touch();
        listener(chunk, stream);
      };
      channel.on('data', listen('stdout'));
      channel.stderr.on('data', listen('stderr'));
    },
    onClose: (listener) => {
      // The event `exit` may come in the packet that opened the channel, before anybody listens; `close` comes last, and has it.
      channel.on('close', (code?: number | null) => {
        forget();
        finish();
        if (connection.lost === undefined) listener(code ?? null);
      });
    },
    write: async (bytes) => {
      if (over || bytes.length === 0) return;
      touch();
      await until((done) => channel.write(bytes, done));
      while (!over && connection.socket.writableLength > waitingBytes) {
        await until((done) => connection.socket.once('drain', done));
      }
    },
    end: () => {
      if (!over) channel.end();
    },
    abandon: () => {
      if (over) return;
      finish();
      channel.signal('TERM');
      channel.destroy();
    },
    still: () => {
      // What the server takes in shows only as a wider window, which ssh2 tells nobody.
      const now = windowOf(channel);
      if (now !== window) touch();
      window = now;
      return performance.now() - touched;
    },
  };
}

async function opened(connection: LiveConnection, { host, username, command }: ChannelOptions): Promise<ClientChannel> {
  if (connection.lost !== undefined) throw connection.lost;
  return await new Promise<ClientChannel>((resolve, reject) => {
    const forget = connection.onLost(reject);
    const refused = (error: Error): Failure => {
      if (connection.lost !== undefined) return connection.lost;
      // "Unable to exec": the channel is there, the command is not allowed (a forced command, SFTP only).
      return /exec/.test(error.message)
        ? failure('SHELL_UNUSABLE', { host, username, code: '-', said: '' }, { cause: error })
        : failure('CHANNEL_REFUSED', { host, detail: error.message, needed: sessionsNeeded }, { cause: error });
    };
    try {
      connection.client.exec(command, (error, channel) => {
        forget();
        if (error === undefined) resolve(channel);
        else reject(refused(error));
      });
    } catch (error) {
      forget();
      reject(refused(error as Error));
    }
  });
}

/** Bytes that the server is ready to take; ssh2 keeps it on the channel, its types do not show it. */
function windowOf(channel: ClientChannel): number | undefined {
  const { outgoing } = channel as unknown as { outgoing?: { window?: number } };
  return outgoing?.window;
}
