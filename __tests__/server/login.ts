import { rmdirSync, rmSync } from 'node:fs';
import { Secret } from '../../src/redaction/secret.ts';
import { fingerprint, parseHostKeys } from '../../src/server/host-key.ts';
import { lockFolder } from '../../src/server/lock.ts';
import { connect, type Session, type SessionOptions } from '../../src/server/session.ts';
import type { SessionClock } from '../../src/server/session-clock.ts';
import { blobOf, type KeyPair } from './ssh-server.ts';

/** Pauses that take no time, and are counted. */
export function hastyClock(): SessionClock & { readonly pauses: number[] } {
  const pauses: number[] = [];
  let slept = 0;
  return {
    now: () => performance.now() + slept,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      slept += milliseconds;
    },
    random: () => 0.5,
    pauses,
  };
}

export function fingerprintOf(key: KeyPair): string {
  return fingerprint(blobOf(key.public));
}

/** Options that log in to this machine as root with a private key; `pinned` is what the server's key must be. */
export function loginOptions(
  port: number,
  privateKey: string,
  pinned: string,
  more: Partial<SessionOptions> = {},
): SessionOptions {
  return {
    host: '127.0.0.1',
    port,
    username: 'root',
    privateKey: new Secret(privateKey),
    hostKey: parseHostKeys(pinned),
    connectTimeoutSeconds: 10,
    stallSeconds: 20,
    ...more,
  };
}

/** Options that log in as root with `userKey` at a server that has `hostKey`. */
export function options(
  port: number,
  hostKey: KeyPair,
  userKey: KeyPair,
  more: Partial<SessionOptions> = {},
): SessionOptions {
  return loginOptions(port, userKey.private, fingerprintOf(hostKey), more);
}

/** The code of the failure that `work` ends in; `none` where it succeeds. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    // Errors of node itself are of another realm than jest's, so `instanceof Error` does not know them.
    return String((error as { code?: unknown }).code ?? error);
  }
}

export async function withSession<T>(settings: SessionOptions, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await connect(settings, undefined, hastyClock());
  try {
    return await work(session);
  } finally {
    session.dispose();
  }
}

/** Removes a folder that tests share, once nothing of any of them is in it. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another test still has something there.
  }
}

/** Removes what the locks of an application leave. */
export function removeLock(app: string): void {
  for (const end of ['lock', 'holder', 'queue', 'steps'])
    rmSync(`${lockFolder}/app-${app.toLowerCase()}.${end}`, { force: true, recursive: true });
}
