import type { Log } from '../messages/log.ts';
import { acceptsAnyHostKey } from '../messages/session.ts';
import type { Secret } from '../settings/secret.ts';
import { type Clock, systemClock } from './clock.ts';
import { establish, type Target } from './connection.ts';
import { type Exchange, type ExchangeOptions, exchange } from './exchange.ts';
import type { HostKeyPins } from './host-key.ts';
import type { LiveConnection } from './live-connection.ts';
import { openScript } from './open-script.ts';
import { parsePrivateKey } from './private-key.ts';
import { rootCommand, sudoCommand } from './script-text.ts';
import type { ScriptOptions, ScriptResult, Server } from './server.ts';

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
  /** Seconds without a byte in either direction after which a script is given up; a script may set its own. */
  readonly stallSeconds: number;
}

/** A server reached over one SSH connection. */
export interface Session extends Server {
  /** Request/response exchanges so far: for each script its channel, its command and itself. Logging in not counted. */
  readonly roundTrips: number;
  /** Why the connection is gone; undefined while it lives. */
  readonly lost: LiveConnection['lost'];
  /** Connects again, with the same pins and credentials, leaving the old connection. Throws as `connect` does. */
  reconnect(): Promise<void>;
  /** Ends the connection; what still runs on it is lost. */
  dispose(): void;
}

/**
 * Logs in. Throws `Failure` before any contact for a key that cannot be read, and one that tells which of name,
 * route, port, handshake, host key and login failed.
 */
export async function connect(options: SessionOptions, log?: Log, clock: Clock = systemClock): Promise<Session> {
  const { host, username } = options;
  const target: Target = {
    host,
    port: options.port,
    username,
    key: options.privateKey === undefined ? undefined : parsePrivateKey(options.privateKey, options.passphrase),
    password: options.password,
    hostKey: options.hostKey,
    connectTimeoutSeconds: options.connectTimeoutSeconds,
  };
  if (options.hostKey.acceptAny) log?.warning(acceptsAnyHostKey({ host }));
  let connection = await establish(target, clock);
  let roundTrips = 0;

  const start = (script: string, more: Pick<ExchangeOptions, 'onLine' | 'stallSeconds'>): Promise<Exchange> =>
    exchange(connection, {
      host,
      username,
      command: username === 'root' ? rootCommand : sudoCommand,
      script,
      onRoundTrip: () => {
        roundTrips += 1;
      },
      ...more,
    });

  return {
    host,
    get roundTrips() {
      return roundTrips;
    },
    get lost() {
      return connection.lost;
    },
    run: async (script, scriptOptions: ScriptOptions = {}): Promise<ScriptResult> => {
      const { stdin, onLine = () => {}, stallSeconds = options.stallSeconds } = scriptOptions;
      try {
        const running = await start(script, { onLine, stallSeconds });
        if (stdin === undefined) running.end();
        else void feed(running, stdin);
        return await running.ended;
      } finally {
        stdin?.destroy();
      }
    },
    open: async (script) =>
      await openScript(
        (onLine) => start(script, { onLine, stallSeconds: undefined }),
        () => {
          roundTrips += 1;
        },
      ),
    reconnect: async () => {
      connection.close();
      connection = await establish(target, clock);
    },
    dispose: () => connection.close(),
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
