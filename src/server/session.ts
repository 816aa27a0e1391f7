import { Readable } from 'node:stream';
import { Failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { acceptsAnyHostKey } from '../messages/session.ts';
import type { Secret } from '../redaction/secret.ts';
import { type ConnectionTarget, establish } from './connection.ts';
import { type Exchange, type ExchangeOptions, exchange } from './exchange.ts';
import { rootCommand, sudoCommand } from './frame.ts';
import type { HostKeyPins } from './host-key.ts';
import type { LiveConnection } from './live-connection.ts';
import { newMark } from './marks.ts';
import { openScript } from './open-script.ts';
import { parsePrivateKey } from './private-key.ts';
import { scriptText } from './script-text.ts';
import type { ScriptOptions, ScriptResult, Server } from './server.ts';
import { type SessionClock, systemSessionClock } from './session-clock.ts';
import { lookIntoStartUpFiles, withStartUpFile } from './start-up-files.ts';
import { throughTerminal } from './terminal-script.ts';

/** How to reach the server and what to show it. */
export interface SessionOptions {
  readonly host: string;
  readonly port: number;
  /** Anyone but `root` runs scripts through `sudo -n`. */
  readonly username: string;
  readonly privateKey?: Secret | undefined;
  readonly passphrase?: Secret | undefined;
  readonly password?: Secret | undefined;
  readonly hostKey: HostKeyPins;
  /** Seconds for the whole of connecting, attempts and pauses included. */
  readonly connectTimeoutSeconds: number;
  /** Seconds for which the port may still be closed, since a firewall has just been told to open it; undefined: none. */
  readonly opensWithinSeconds?: number | undefined;
  /** Seconds without a byte in either direction after which a script is given up; a script may set its own. */
  readonly stallSeconds: number;
}

type More = Pick<ExchangeOptions, 'onLine' | 'stallSeconds'>;

/** A server reached over one SSH connection. */
export interface Session extends Server {
  /** Request/response exchanges so far: for each script its channel, its command and itself. Logging in not counted. */
  readonly roundTrips: number;
  /** Why the connection is gone; undefined while it lives. */
  readonly lost: LiveConnection['lost'];
  /**
   * Connects again, with the same pins and credentials, leaving the old connection. Throws as `connect` does, and
   * CONNECTION_LOST once the session is disposed: nothing is connected then.
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
  const { host, username } = options;
  const target: ConnectionTarget = {
    host,
    port: options.port,
    username,
    key: options.privateKey === undefined ? undefined : parsePrivateKey(options.privateKey, options.passphrase),
    password: options.password,
    hostKey: options.hostKey,
    connectTimeoutSeconds: options.connectTimeoutSeconds,
    opensWithinSeconds: options.opensWithinSeconds ?? 0,
  };
  if (options.hostKey.acceptAny) log?.warning(acceptsAnyHostKey({ host }));
  let connection = await establish(target, clock, cancelled, log);
  const disposal = new AbortController();
  let roundTrips = 0;

  /** How scripts become root's: needlessly, by sudo, or by sudo in a terminal; unknown until the first one has begun. */
  let way: 'root' | 'sudo' | 'terminal' = username === 'root' ? 'root' : 'sudo';
  let wayIsKnown = false;
  const onRoundTrip = (): void => {
    roundTrips += 1;
  };
  // A forced command of cloud-init says its words and sleeps for 10 s.
  const beginSeconds = Math.max(30, options.connectTimeoutSeconds);

  const begin = (script: string, more: More): Promise<Exchange> => {
    const mark = newMark();
    const text = scriptText(script, mark, way === 'root' ? 'root' : 'sudo');
    return exchange(connection, {
      host,
      username,
      command: way === 'sudo' ? sudoCommand : rootCommand,
      text: way === 'terminal' ? throughTerminal(text) : text,
      mark,
      onRoundTrip,
      beginSeconds: wayIsKnown ? undefined : beginSeconds,
      ...more,
    });
  };
  /** Why nothing began, where a start-up file may be the cause. */
  const lookForCause = (reason: Failure): Promise<Failure> =>
    withStartUpFile(reason, { host, username }, () =>
      exchange(connection, {
        host,
        username,
        command: lookIntoStartUpFiles,
        text: `\n\n${lookIntoStartUpFiles}\n`,
        mark: newMark(),
        onRoundTrip,
        beginSeconds: 15,
        stallSeconds: undefined,
        onLine: () => {},
      }),
    );

  /** Starts a script; the first one of a session has begun when this resolves. `ends`: nothing follows it. */
  const start = async (script: string, more: More, ends: boolean): Promise<Exchange> => {
    // Several may be the first ones at a time.
    const tried = way;
    const running = await begin(script, more);
    if (ends) running.end();
    if (wayIsKnown) return running;
    try {
      await running.begun;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Nothing of the script has run.
      if (['SHELL_UNUSABLE', 'STARTUP_FILE'].includes(error.code)) throw await lookForCause(error);
      if (tried === 'terminal' || error.code !== 'SUDO_NEEDS_TTY') throw error;
      way = 'terminal';
      return await start(script, more, ends);
    }
    wayIsKnown = true;
    return running;
  };

  return {
    host,
    get roundTrips() {
      return roundTrips;
    },
    get lost() {
      return connection.lost;
    },
    run: async (script, scriptOptions: ScriptOptions = {}): Promise<ScriptResult> => {
      const { input, onLine = () => {}, stallSeconds = options.stallSeconds } = scriptOptions;
      const stdin = scriptOptions.stdin ?? (input && Readable.from([input]));
      try {
        const running = await start(script, { onLine, stallSeconds }, stdin === undefined);
        if (stdin !== undefined) void feed(running, stdin);
        return await running.ended;
      } finally {
        stdin?.destroy();
      }
    },
    open: async (script) =>
      await openScript((onLine) => start(script, { onLine, stallSeconds: undefined }, false), onRoundTrip),
    reconnect: async () => {
      connection.close();
      connection = await establish(target, clock, disposal.signal, log);
      if (!disposal.signal.aborted) return;
      connection.close();
      throw connection.lost;
    },
    dispose: () => {
      disposal.abort();
      connection.close();
    },
  };
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
