import { Failures, failuresOf } from '../messages/failure.ts';
import { heldLog } from '../messages/held-log.ts';
import type { Log } from '../messages/log.ts';
import type { Session } from '../server/session.ts';
import { sessionsNeeded } from '../server/sessions-needed.ts';
import type { ReachSettings } from '../settings/settings.ts';
import { connectTo } from './connect.ts';
import type { Run } from './run.ts';

/** A connection that is made while the runner still reads: it logs in and opens its shells, and asks nothing of the server. */
export interface EarlyConnection {
  /** Begins to connect. */
  begin(): void;
  /** The session, for whoever takes it from here; connects where that was not begun. Tells `log` what there was to tell. */
  take(log: Log): Promise<Session>;
}

/**
 * Does `read`, which may have the connection begun, then `work`, which takes it. Where the reading fails, that is told; beside
 * it why nothing could be connected, where that is known by then. What `work` did not take is closed.
 */
export async function whileConnecting<R, T>(
  settings: ReachSettings,
  run: Run,
  read: (begin: () => void) => Promise<R>,
  work: (read: R, early: EarlyConnection) => Promise<T>,
): Promise<T> {
  const left = new AbortController();
  const held = heldLog();
  let connecting: Promise<Session> | undefined;
  let failed: unknown;
  let taken = false;
  const early: EarlyConnection = {
    begin: () => {
      const cancelled = AbortSignal.any([run.cancelled, left.signal]);
      connecting ??= connectTo(settings.server, { log: held, cancelled }).then((session) => {
        session.warm(sessionsNeeded);
        return session;
      });
      connecting.catch((error: unknown) => {
        failed = error;
      });
    },
    take: async (log) => {
      early.begin();
      taken = true;
      held.tellTo(log);
      return await (connecting as Promise<Session>);
    },
  };
  /** Where a firewall must be opened first, or may have to be, the server is asked for nothing before. */
  const begin = opensFirst(settings) ? () => {} : early.begin;
  try {
    const found = await read(begin).catch((error: unknown) => {
      throw failed === undefined ? error : both(error, failed);
    });
    return await work(found, early);
  } finally {
    if (!taken) {
      left.abort();
      void connecting?.then((session) => session.dispose()).catch(() => {});
    }
  }
}

function opensFirst({ tencent }: ReachSettings): boolean {
  return tencent !== undefined && tencent.sshFromRunner !== 'nobody';
}

function both(first: unknown, second: unknown): Failures {
  const failures = failuresOf(first);
  return new Failures([
    ...failures,
    ...failuresOf(second).filter(({ message }) => !failures.some((one) => one.message === message)),
  ]);
}
