import { reasonOf } from '../messages/cancelled.ts';
import type { Failure } from '../messages/failure.ts';
import type { Channel, Stream } from './channel.ts';
import { scriptOutput } from './lines.ts';
import type { ScriptResult } from './server.ts';
import { settleable } from './settleable.ts';

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
  /** Gives it up: closes the channel, and with it the shell, and rejects what waits with `reason`. */
  abandon(reason: unknown): void;
}

/** How one script is followed on the channel of its shell. */
export interface ExchangeOptions {
  /** What its marks begin with. */
  readonly mark: string;
  readonly onLine: (line: string, stream: Stream) => void;
  /** Seconds without a byte in either direction after which it is given up; undefined for a script that may be silent. */
  readonly stallSeconds: number | (() => number) | undefined;
  readonly onBegin: () => void;
  /** Called once it is over, however. */
  readonly onOver: () => void;
  /** What silence for so long means. */
  readonly onStall: (seconds: number) => void;
  /** Ends the channel. */
  readonly onAbandon: (reason: unknown) => void;
  /** Why nothing began where it ended with this code, after this output. */
  readonly refused: (code: number | null, output: string) => Failure;
}

/** A script as the shell that runs it feeds it. */
export interface Running extends Exchange {
  take(chunk: Buffer, stream: Stream): void;
  /** The channel is closed, with this exit code; `own`: the script's own, as it was the shell's last one. */
  closed(code: number | null, own: boolean): void;
  fail(reason: unknown): void;
}

/** Follows a script that a shell was asked for on `channel`. */
export function follow(channel: Channel, options: ExchangeOptions): Running {
  const begun = settleable<void>();
  const ended = settleable<ScriptResult>();
  let over = false;
  const { stallSeconds } = options;
  const limitNow = typeof stallSeconds === 'function' ? stallSeconds : () => stallSeconds ?? 0;
  const stallTimer = stallSeconds === undefined ? undefined : setInterval(checkStall, Math.min(limitNow() * 250, 5000));
  const stdout = scriptOutput(
    options.mark,
    (line) => options.onLine(line, 'stdout'),
    () => {
      begun.resolve();
      options.onBegin();
    },
  );
  const stderr = scriptOutput(options.mark, (line) => options.onLine(line, 'stderr'));

  function checkStall(): void {
    const limit = limitNow();
    if (channel.still() >= limit * 1000) options.onStall(limit);
  }
  const finish = (): boolean => {
    if (over) return false;
    over = true;
    clearInterval(stallTimer);
    return true;
  };
  const fail = (reason: unknown): void => {
    if (!finish()) return;
    begun.reject(reason);
    ended.reject(reason);
    options.onOver();
  };
  const settle = (code: number | null): void => {
    if (!stdout.begun) fail(options.refused(code, `${stdout.noise}\n${stderr.noise}`));
    if (!finish()) return;
    ended.resolve({ code, stdout: stdout.text, stderr: stderr.begun ? stderr.text : stderr.noise });
    options.onOver();
  };
  return {
    begun: begun.promise,
    ended: ended.promise,
    write: async (bytes) => {
      if (!over) await channel.write(bytes);
    },
    end: () => {
      if (!over) channel.end();
    },
    abandon: (reason) => {
      if (!over) options.onAbandon(reason);
    },
    take: (chunk, stream) => {
      (stream === 'stdout' ? stdout : stderr).push(chunk);
      if (stdout.code !== undefined && stderr.code !== undefined) settle(codeOf(stdout.code));
    },
    closed: (code, own) => {
      stdout.end();
      stderr.end();
      // A shell that ended in the middle of a script, well for its own part: what the script came to is not known.
      settle(own || code !== 0 ? code : null);
    },
    fail,
  };
}

/** Bash tells of an end by signal N as 128 + N; a script that ends with such a code of its own is taken for one. */
function codeOf(code: number): number | null {
  return code > 128 && code <= 128 + 64 ? null : code;
}

/** The end of a script, which is given up once `signal` is aborted. */
export async function unlessGivenUp(running: Exchange, signal: AbortSignal): Promise<ScriptResult> {
  const giveUp = (): void => running.abandon(reasonOf(signal));
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await running.ended;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
