import { type Failure, failure } from '../messages/failure.ts';
import { openChannel, type Stream } from './channel.ts';
import { type Exchange, type ExchangeOptions, follow, type Running } from './exchange.ts';
import { scriptOutput } from './lines.ts';
import type { LiveConnection } from './live-connection.ts';
import { newMark } from './marks.ts';
import { refusal } from './refusal.ts';
import { requestText, type ShellRequest } from './root-shell-script.ts';
import { settleable } from './settleable.ts';

/** How a shell is begun. */
export interface ShellOptions {
  readonly host: string;
  readonly username: string;
  /** The constant command that reads the text. */
  readonly command: string;
  /** The shell's own script, in the form in which that command reads it. */
  readonly text: string;
  /** What the mark of its beginning begins with. */
  readonly mark: string;
  /**
   * Seconds within which it has to begin: a start-up file or a forced command may wait for ever. Undefined where shells
   * have begun before: what takes its time then is the server or the line.
   */
  readonly beginSeconds: number | undefined;
  /** Called for each script that has begun. */
  readonly onRoundTrip: () => void;
  /** Called when it can run a script again. */
  readonly onFree: (shell: RootShell) => void;
  /** Called once it is over. */
  readonly onOver: (shell: RootShell) => void;
}

/** A script for a shell, and who follows it. */
export type ShellScript = Omit<ShellRequest, 'mark'> & Pick<ExchangeOptions, 'onLine' | 'stallSeconds'>;

/** A shell of root's on the server that runs one script after another. */
export interface RootShell {
  /** The command that began it. */
  readonly command: string;
  /** Resolves when it has begun; rejects with why it did not, or was lost. */
  readonly begun: Promise<void>;
  /** Whether it can run a script now; it may be asked before it has begun. */
  readonly free: boolean;
  run(script: ShellScript): Exchange;
  /** Ends its input, and thereby it. */
  end(): void;
}

/**
 * Seconds after which a first shell that has not begun has its input ended. What a start-up file started that reads all of
 * it ends then, and can be named; a shell that is only late still runs the script that it was asked for.
 */
const inputSeconds = 3;

/** Begins a shell on a channel of its own. Rejects with `Failure` when the server opens none or runs no command. */
export async function openRootShell(connection: LiveConnection, options: ShellOptions): Promise<RootShell> {
  const { host, username, beginSeconds } = options;
  const channel = await openChannel(connection, options);
  const begun = settleable<void>();
  let over = false;
  /** It takes no further script: its input has ended, or belongs to the last one. */
  let closing = false;
  let running: Running | undefined;
  let last = false;
  /** Why it is over, where it did not end by itself. */
  let reason: unknown;
  let forget = (): void => {};

  const opening = {
    stdout: scriptOutput(
      options.mark,
      () => {},
      () => {
        stopWaiting();
        begun.resolve();
      },
    ),
    stderr: scriptOutput(options.mark, () => {}),
  };
  const noise = (): string => withoutOwn(`${opening.stdout.noise}\n${opening.stderr.noise}`, options.text);
  const notBegun = (code: number | null, seconds?: number): Failure =>
    refusal({ host, username, code, ...(seconds === undefined ? {} : { seconds }), output: noise() });

  const finish = (): boolean => {
    if (over) return false;
    over = true;
    stopWaiting();
    forget();
    return true;
  };
  const fail = (why: unknown): void => {
    reason = why;
    begun.reject(why);
    running?.fail(why);
    options.onOver(shell);
  };
  const giveUp = (why: unknown): void => {
    if (!finish()) return;
    channel.abandon();
    fail(why);
  };
  const end = (): void => {
    closing = true;
    channel.end();
  };
  const timers =
    beginSeconds === undefined
      ? []
      : [
          setTimeout(() => giveUp(notBegun(null, beginSeconds)), beginSeconds * 1000),
          setTimeout(() => last || end(), inputSeconds * 1000),
        ];
  function stopWaiting(): void {
    for (const timer of timers) clearTimeout(timer);
  }

  channel.onOutput((chunk, stream: Stream) => {
    if (!opening[stream].begun) opening[stream].push(chunk);
    running?.take(chunk, stream);
  });
  channel.onClose((code) => {
    if (!finish()) return;
    if (!opening.stdout.begun) {
      fail(notBegun(code));
      return;
    }
    running?.closed(code, last);
    options.onOver(shell);
  });

  const run = (script: ShellScript): Exchange => {
    const mark = newMark();
    ({ last } = script);
    closing ||= last;
    running = follow(channel, {
      ...script,
      mark,
      onBegin: options.onRoundTrip,
      onOver: () => {
        running = undefined;
        if (shell.free) options.onFree(shell);
      },
      onStall: (seconds) => {
        const isFirst = beginSeconds !== undefined && !opening.stdout.begun;
        giveUp(isFirst ? notBegun(null, seconds) : failure('CONNECTION_STALLED', { host, seconds }));
      },
      onAbandon: giveUp,
      refused: (code, output) => refusal({ host, username, code, output: withoutOwn(output, options.text) }),
    });
    const exchange = running;
    if (over) exchange.fail(reason ?? notBegun(null));
    else void channel.write(requestText({ ...script, mark }, opening.stdout.begun));
    return exchange;
  };
  const shell: RootShell = {
    command: options.command,
    begun: begun.promise,
    get free() {
      return !over && !closing && running === undefined;
    },
    run,
    end,
  };
  // It may be lost by now: then it is over at once.
  forget = connection.onLost((why) => {
    if (finish()) fail(why);
  });
  void channel.write(options.text);
  return shell;
}

/** What a server said, without what it was sent: a forced command may send that back (`cat`), secrets included. */
function withoutOwn(said: string, text: string): string {
  const sent = text.split('\n').filter((line) => line.length > 20);
  const others = sent.reduce((rest, line) => rest.replaceAll(line, '…'), said);
  return others.replace(/[A-Za-z0-9+/=]{60,}/g, '…');
}
