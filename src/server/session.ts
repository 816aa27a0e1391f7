import { Failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { acceptsAnyHostKey, goesThrough } from '../messages/session.ts';
import type { Secret } from '../redaction/secret.ts';
import { type ConnectionTarget, establish, type MachineTarget } from './connection.ts';
import { type Exchange, unlessGivenUp } from './exchange.ts';
import { sudoCommand } from './frame.ts';
import type { HostKeyPins } from './host-key.ts';
import type { LiveConnection } from './live-connection.ts';
import { newMark } from './marks.ts';
import { openScript } from './open-script.ts';
import { type KeyInput, parsePrivateKey } from './private-key.ts';
import { openRootShell, type RootShell, type ShellScript } from './root-shell.ts';
import { beginning, type Way } from './root-shell-script.ts';
import type { ScriptOptions, ScriptResult, Server } from './server.ts';
import { type SessionClock, systemSessionClock } from './session-clock.ts';
import { keepShells, type Shells } from './shells.ts';
import { lookIntoStartUpFiles, withStartUpFile } from './start-up-files.ts';

/** A machine to log in to, and what to show it. */
interface MachineOptions {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly passphrase?: Secret | undefined;
  readonly hostKey: HostKeyPins;
}

/** A machine that only forwards a connection. `keyInput`: the input that its key is from. */
export interface JumpOptions extends MachineOptions {
  readonly privateKey: Secret;
  readonly keyInput: KeyInput;
}

/** How to reach the server and what to show it. Anyone but `root` runs scripts through `sudo -n`. */
export interface SessionOptions extends MachineOptions {
  readonly privateKey?: Secret | undefined;
  readonly password?: Secret | undefined;
  /** The machine that connects to the server, and resolves its name; undefined: this one. */
  readonly jump?: JumpOptions | undefined;
  /** Seconds for the whole of connecting, attempts and pauses included. */
  readonly connectTimeoutSeconds: number;
  /** Seconds for which the port may still be closed, since a firewall has just been told to open it; undefined: none. */
  readonly opensWithinSeconds?: number | undefined;
  /** Seconds without a byte in either direction after which a script is given up; a script may set its own. */
  readonly stallSeconds: number;
}

/** A server reached over one SSH connection. */
export interface Session extends Server {
  /**
   * Exchanges so far that were waited for: one for each script, two for shells that had to be opened for scripts, several
   * at a time counted once (the channel, the command). Logging in is not counted.
   */
  readonly roundTrips: number;
  /** Why the connection is gone; undefined while it lives. */
  readonly lost: LiveConnection['lost'];
  /**
   * Has so many root shells open, those that run a script among them, so that scripts need not wait for one: what lacks is
   * opened at once, in the background, also after `reconnect`. For each: that it has begun, or why it has not.
   */
  warm(count: number): readonly Promise<void>[];
  /**
   * Connects again, with the same pins and credentials, leaving the old connection; several that ask at a time have the
   * same new one. Throws as `connect` does, and CONNECTION_LOST once the session is disposed: nothing is connected then.
   */
  reconnect(): Promise<void>;
  /** Ends the connection, also one that is being made, for good; what still runs on it is lost. */
  dispose(): void;
}

/**
 * Logs in. Throws `Failure` before any contact for a key that cannot be read, and one that tells which of name,
 * route, port, handshake, host key and login failed. Nothing is connected any more once `cancelled` is aborted.
 */
export async function connect(
  options: SessionOptions,
  log?: Log,
  clock: SessionClock = systemSessionClock,
  cancelled: AbortSignal = new AbortController().signal,
): Promise<Session> {
  const { host, port, username } = options;
  const jump = options.jump === undefined ? undefined : jumpTarget(options.jump);
  const target: ConnectionTarget = {
    host,
    port,
    username,
    jump,
    key: options.privateKey === undefined ? undefined : parsePrivateKey(options.privateKey, options.passphrase),
    keyInput: 'private-key',
    password: options.password,
    hostKey: options.hostKey,
    connectTimeoutSeconds: options.connectTimeoutSeconds,
    opensWithinSeconds: options.opensWithinSeconds ?? 0,
  };
  if (jump !== undefined) log?.info(goesThrough(jump));
  for (const machine of jump === undefined ? [target] : [jump, target])
    if (machine.hostKey.acceptAny) log?.warning(acceptsAnyHostKey(machine));
  let connection = await establish(target, clock, cancelled, log);
  const disposal = new AbortController();
  let roundTrips = 0;

  /** How shells become root's: needlessly, by sudo, or by sudo in a terminal; unknown until the first one has begun. */
  let way: Way = username === 'root' ? 'root' : 'sudo';
  let wayIsKnown = false;
  /** Shells that are kept ahead. */
  let ahead = 0;
  const onRoundTrip = (): void => {
    roundTrips += 1;
  };
  // A forced command of cloud-init says its words and sleeps for 10 s.
  const beginSeconds = Math.max(30, options.connectTimeoutSeconds);
  const again = ({ command }: RootShell, reason: unknown): boolean =>
    command === sudoCommand && reason instanceof Failure && reason.code === 'SUDO_NEEDS_TTY';

  const shellsOf = (live: LiveConnection): Shells =>
    keepShells({
      open: async (tell) => {
        const mark = newMark();
        const seconds = wayIsKnown ? undefined : beginSeconds;
        const begin = { host, username, mark, beginSeconds: seconds, onRoundTrip, ...beginning(way, mark) };
        return await openRootShell(live, { ...begin, ...tell });
      },
      again: (shell, reason) => {
        if (!again(shell, reason)) return false;
        way = 'terminal';
        return true;
      },
      onOpened: () => {
        // The channel and the command are two requests, each answered.
        roundTrips += 2;
      },
    });
  let shells = shellsOf(connection);

  /** Why nothing began, where a start-up file may be the cause. */
  const lookForCause = (reason: Failure): Promise<Failure> =>
    withStartUpFile(reason, { host, username }, () =>
      openRootShell(connection, {
        host,
        username,
        command: lookIntoStartUpFiles,
        text: `\n\n${lookIntoStartUpFiles}\n`,
        mark: newMark(),
        beginSeconds: 15,
        onRoundTrip,
        onFree: () => {},
        onOver: () => {},
      }),
    );

  /** Starts a script; the first one of a session has begun when this resolves. */
  const start = async (script: ShellScript): Promise<Exchange> => {
    // Several may be the first ones at a time.
    const shell = await shells.take();
    const running = shell.run(script);
    if (wayIsKnown) return running;
    try {
      await running.begun;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Nothing of the script has run.
      if (['SHELL_UNUSABLE', 'STARTUP_FILE'].includes(error.code)) throw await lookForCause(error);
      if (!again(shell, error)) throw error;
      way = 'terminal';
      return await start(script);
    }
    wayIsKnown = true;
    return running;
  };

  const connectAnew = async (): Promise<void> => {
    connection.close();
    connection = await establish(target, clock, disposal.signal, log);
    if (disposal.signal.aborted) {
      connection.close();
      throw connection.lost;
    }
    shells = shellsOf(connection);
    shells.warm(ahead);
  };
  let reconnecting: Promise<void> | undefined;

  return {
    host,
    behindJumpHost: jump !== undefined,
    get roundTrips() {
      return roundTrips;
    },
    get lost() {
      return connection.lost;
    },
    run: async (script, scriptOptions: ScriptOptions = {}): Promise<ScriptResult> => {
      const { stdin, input, signal, onLine = () => {}, stallSeconds: own = options.stallSeconds } = scriptOptions;
      const stallSeconds = typeof own === 'function' ? () => own() ?? options.stallSeconds : own;
      if (stdin !== undefined && input !== undefined) throw new RangeError('a script has one standard input');
      try {
        const running = await start({ script, input, last: stdin !== undefined, onLine, stallSeconds });
        if (stdin !== undefined) void feed(running, stdin);
        return await (signal === undefined ? running.ended : unlessGivenUp(running, signal));
      } finally {
        stdin?.destroy();
      }
    },
    open: async (script) =>
      await openScript((onLine) => start({ script, last: true, onLine, stallSeconds: undefined }), onRoundTrip),
    warm: (count) => {
      ahead = Math.max(ahead, count);
      return shells.warm(count);
    },
    reconnect: () => {
      reconnecting ??= connectAnew().finally(() => {
        reconnecting = undefined;
      });
      return reconnecting;
    },
    dispose: () => {
      disposal.abort();
      connection.close();
    },
  };
}

function jumpTarget({ host, port, username, privateKey, passphrase, keyInput, hostKey }: JumpOptions): MachineTarget {
  const key = parsePrivateKey(privateKey, passphrase, keyInput);
  return { host, port, hop: 'jump-host', username, key, keyInput, password: undefined, hostKey };
}

/** Sends what `stdin` yields, from when the script has begun; a source that fails gives the script up. */
async function feed(running: Exchange, stdin: NonNullable<ScriptOptions['stdin']>): Promise<void> {
  try {
    await running.begun;
  } catch {
    return;
  }
  try {
    for await (const chunk of stdin) await running.write(chunk);
    running.end();
  } catch (error) {
    // Once the script is over this changes nothing: `run` destroys the source when it no longer needs it.
    running.abandon(error);
  }
}
