import { type Failure, failure } from '../messages/failure.ts';
import { certificateKeeperScript } from './certificate-lock-script.ts';
import { type Keeper, keepAlive } from './keeper.ts';
import { type LockHolder, lockFailed, parseHolder } from './lock-script.ts';
import type { Server } from './server.ts';

/** Whose certificate's lock, and how patiently it is taken. */
export interface CertificateLockOptions {
  readonly domain: string;
  /** Shown to whoever comes second. */
  readonly holder: LockHolder;
  /** For how long another run may hold it. */
  readonly waitSeconds: number;
  /** Told once who holds it, where it must be waited for; fields are absent where that is not known. */
  onWait(holder: Partial<LockHolder>): void;
}

const beatSeconds = 5;

/**
 * Takes the lock of a domain's certificate, waiting for whoever holds it. Who waited looks again: the certificate may be
 * there by then (rule *One application for a certificate*). Throws CERTIFICATE_LOCKED, LOCK_FAILED, RUN_FULL, CONNECTION_LOST.
 */
export async function takeCertificateLock(
  server: Server,
  { domain, holder, waitSeconds, onWait }: CertificateLockOptions,
): Promise<Pick<Keeper, 'release' | 'lost'>> {
  const script = await server.open(
    certificateKeeperScript(domain, holder, { waitSeconds, silenceSeconds: 3 * beatSeconds }),
  );
  let other: Partial<LockHolder> = {};
  let line = await script.readLine();
  if (line?.startsWith('waiting ')) {
    other = parseHolder(line.slice('waiting '.length));
    onWait(other);
    line = await script.readLine();
  }
  if (line === 'held') {
    return keepAlive(script, beatSeconds, () => failure('LOCK_LOST', { host: server.host, app: domain }));
  }
  throw await refused(await script.close(), server.host, domain, waitSeconds, other);
}

async function refused(
  result: Awaited<ReturnType<Server['run']>>,
  host: string,
  domain: string,
  seconds: number,
  { who = '?', runUrl = '?', since = '?' }: Partial<LockHolder>,
): Promise<Failure> {
  if (result.code === 75) return failure('CERTIFICATE_LOCKED', { domain, who, run: runUrl, since, seconds });
  return lockFailed(result, host);
}
