import type { ClientChannel } from 'ssh2';
import { type Failure, failure } from '../messages/failure.ts';
import { scriptOutput } from './lines.ts';
import type { LiveConnection } from './live-connection.ts';
import { refusal } from './refusal.ts';
import type { ScriptResult } from './server.ts';
import { sessionsNeeded } from './spare-sessions.ts';

/** How one script is run on one channel. */
export interface ExchangeOptions {
  readonly host: string;
  readonly username: string;
  /** The constant command that reads the text. */
  readonly command: string;
  /** The script, in the form in which that command reads it. */
  readonly text: string;
  /** What its marks begin with. */
  readonly mark: string;
  readonly onLine: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Seconds without a byte in either direction after which it is given up; undefined for a script that may be silent. */
  readonly stallSeconds: number | (() => number) | undefined;
  /**
   * Seconds within which it has to begin: a start-up file or a forced command may wait for ever. Undefined where scripts
   * have begun before: what takes its time then is the server or the line.
   */
  readonly beginSeconds: number | undefined;
  /** Called for each request that was answered: the channel, the command, the script. */
  readonly onRoundTrip: () => void;
}

/** A script that runs on the server. */
export interface Exchange {
  /** Resolves when the script has begun; rejects with why it did not, or was lost. */
  readonly begun: Promise<void>;
  /** Its end; rejects when the connection is lost, nothing moves any more, or it never began. */
  readonly ended: Promise<ScriptResult>;
  /** Writes to its standard input, no faster than it and the line take; does nothing once it has ended. */
  write(bytes: Buffer | string): Promise<void>;
  /** Ends its standard input. */
  end(): void;
  /** Gives it up: closes the channel and rejects what waits with `reason`. */
  abandon(reason: unknown): void;
}

/** Bytes that may wait in this process: behind more, a heartbeat on the same connection would come too late. */
const waitingBytes = 128 * 1024;

/** Starts a script on a channel of its own. Rejects with `Failure` when the server opens none or runs no command. */
export async function exchange(connection: LiveConnection, options: ExchangeOptions): Promise<Exchange> {
  const channel = await openChannel(connection, options);
  const { host, username } = options;
  let touched = performance.now();
  let window = windowOf(channel);
  const touch = (): void => {
    touched = performance.now();
  };

  const begun = settleable<void>();
  const ended = settleable<ScriptResult>();
  // Both are awaited by whoever cares; the other one must not become an unhandled rejection.
  begun.promise.catch(() => {});
  ended.promise.catch(() => {});
  let over = false;
  /** Wakes a writer that waits for the line to drain. */
  let wake: () => void = () => {};

  const finish = (): boolean => {
    if (over) return false;
    over = true;
    clearInterval(stallTimer);
    clearTimeout(beginTimer);
    forget();
    wake();
    return true;
  };
  const abandon = (reason: unknown): void => {
    if (!finish()) return;
    channel.signal('TERM');
    channel.destroy();
    begun.reject(reason);
    ended.reject(reason);
  };

  const stdout = scriptOutput(
    options.mark,
    (line) => options.onLine(line, 'stdout'),
    () => {
      options.onRoundTrip();
      clearTimeout(beginTimer);
      begun.resolve();
    },
  );
  const stderr = scriptOutput(options.mark, (line) => options.onLine(line, 'stderr'));
  channel.on('data', (chunk: Buffer) => {
    touch();
    stdout.push(chunk);
  });
  channel.stderr.on('data', (chunk: Buffer) => {
    touch();
    stderr.push(chunk);
  });
  channel.on('error', () => {});
  // The event `exit` may come in the packet that opened the channel, before anybody listens; `close` comes last, and has it.
  channel.on('close', (exitCode?: number | null) => {
    if (connection.lost !== undefined || !finish()) return;
    stdout.end();
    stderr.end();
    const code = exitCode ?? null;
    if (stdout.begun) {
      ended.resolve({ code, stdout: stdout.text, stderr: stderr.begun ? stderr.text : stderr.noise });
      return;
    }
    const reason = refusal({ host, username, code, output: noise() });
    begun.reject(reason);
    ended.reject(reason);
  });
  const noise = (): string => withoutOwn(`${stdout.noise}\n${stderr.noise}`, options.text);
  const forget = connection.onLost((reason) => {
    if (!finish()) return;
    begun.reject(reason);
    ended.reject(reason);
  });
  const { stallSeconds } = options;
  const limitNow = typeof stallSeconds === 'function' ? stallSeconds : () => stallSeconds ?? 0;
  const stallTimer = stallSeconds === undefined ? undefined : setInterval(checkStall, Math.min(limitNow() * 250, 5000));

  const { beginSeconds } = options;
  const notBegun = (seconds: number): void =>
    abandon(refusal({ host, username, code: null, seconds, output: noise() }));
  const beginTimer = beginSeconds === undefined ? undefined : setTimeout(notBegun, beginSeconds * 1000, beginSeconds);

  function checkStall(): void {
    const limit = limitNow();
    // What the server takes in shows only as a wider window, which ssh2 tells nobody.
    const now = windowOf(channel);
    if (now !== window) touch();
    window = now;
    if (performance.now() - touched < limit * 1000) return;
    if (beginSeconds !== undefined && !stdout.begun) notBegun(limit);
    else abandon(failure('CONNECTION_STALLED', { host, seconds: limit }));
  }

  async function write(bytes: Buffer | string): Promise<void> {
    if (over || bytes.length === 0) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      channel.write(bytes, () => resolve());
    });
    touch();
    while (!over && connection.socket.writableLength > waitingBytes) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        connection.socket.once('drain', resolve);
      });
      touch();
    }
  }

  const end = (): void => {
    if (!over) channel.end();
  };
  void write(options.text);
  return { begun: begun.promise, ended: ended.promise, write, end, abandon };
}

async function openChannel(connection: LiveConnection, options: ExchangeOptions): Promise<ClientChannel> {
  const { host, username, command } = options;
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
        if (error !== undefined) {
          reject(refused(error));
          return;
        }
        // The channel and the command are two requests, each answered.
        options.onRoundTrip();
        options.onRoundTrip();
        resolve(channel);
      });
    } catch (error) {
      forget();
      reject(refused(error as Error));
    }
  });
}

/** What a server said, without what it was sent: a forced command may send that back (`cat`), secrets included. */
function withoutOwn(said: string, text: string): string {
  const sent = text.split('\n').filter((line) => line.length > 20);
  const others = sent.reduce((rest, line) => rest.replaceAll(line, '…'), said);
  return others.replace(/[A-Za-z0-9+/=]{60,}/g, '…');
}

/** A promise that is settled from outside (`Promise.withResolvers`, which ES2023 lacks). */
function settleable<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: unknown) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Bytes that the server is ready to take; ssh2 keeps it on the channel, its types do not show it. */
function windowOf(channel: ClientChannel): number | undefined {
  const { outgoing } = channel as unknown as { outgoing?: { window?: number } };
  return outgoing?.window;
}
