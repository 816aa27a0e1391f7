import { type Failure, failure } from '../messages/failure.ts';
import { quote } from '../shell/quote.ts';
import { failureIn } from './script-protocol.ts';
import type { ScriptResult } from './server.ts';

/** Where locks are: gone after a reboot, as their holders are. */
export const lockFolder = '/run/deploy-miniprogram';

/** The lock of one application; no application's name can make it the one that all share. */
export function applicationLock(app: string, folder = lockFolder): string {
  return lockPath(app, 'lock', folder);
}

/** What is beside an application's lock: its files are named as its image is, which several writings of a name share. */
export function lockPath(app: string, kind: 'lock' | 'holder' | 'queue' | 'steps', folder = lockFolder): string {
  return `${folder}/app-${app.toLowerCase()}.${kind}`;
}

/** The lock of what applications share. */
export function sharedLock(folder = lockFolder): string {
  return `${folder}/shared.lock`;
}

/** Bash that makes the folder of the locks: root's alone, in a folder (/run) where only root can make one. */
export function makeLockFolder(folder = lockFolder): string {
  return `mkdir -p -m 700 ${quote(folder)}`;
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/')) || '/';
}

/**
 * Bash that makes the file of a lock and opens it on descriptor 9, or ends the script: no flock (69), not written (73).
 * Defines `unwritten`, which ends it so with RUN_FULL where no room is left. Needs the prelude in front.
 */
export function openLock(lock: string, folder = lockFolder): string {
  const parent = quote(parentOf(folder));
  return `# Empty files can be made where not a byte of room is left.
unwritten() {
  local place free
  free=$(df -h --output=avail ${parent} | tail -n 1) place=$(df --output=target ${parent} | tail -n 1)
  ! df -B1 --output=avail,iavail,itotal ${parent} | tail -n 1 | awk '{ exit !($1 == 0 || ($2 == 0 && $3 > 0)) }' ||
    failure RUN_FULL "host=$(hostname)" "fileSystem=$place" needed='1.0 MB' "available=\${free// /}"
  exit 73
}
${makeLockFolder(folder)} || unwritten
command -v flock >/dev/null || { printf 'no flock\\n' >&2; exit 69; }
exec 9>>${quote(lock)} || unwritten`;
}

/** Who holds a lock, for a person to read. */
export interface LockHolder {
  /** The user whose push or click started the run. */
  readonly who: string;
  readonly runUrl: string;
  readonly commit: string;
  /** When it began to hold it, ISO 8601, by the server's clock; of one that waits, when it began to. */
  readonly since: string;
  /** 16 hexadecimal digits made for this one: by them a run knows its own lock. */
  readonly token: string;
}

/** Where it is written who holds the lock of an application; the file itself is locked for as long as the keeper lives. */
export function holderFile(app: string, folder = lockFolder): string {
  return lockPath(app, 'holder', folder);
}

/** The file by which a run tells its own scripts on the server to begin nothing more; see holding.ts. */
export function stopFile(token: string, folder = lockFolder): string {
  return `${folder}/stop-${token}`;
}

/** What a keeper that could not take its lock named, else LOCK_FAILED. */
export function lockFailed(result: ScriptResult, host: string): Failure {
  const detail = result.stderr.trim() || String(result.code ?? 'signal');
  return failureIn(result) ?? failure('LOCK_FAILED', { host, detail });
}

/** LOCKED, from what the keeper printed of the one that holds it, for how long it does, and for how long it was waited for. */
export function lockedFailure(app: string, holderJson: string, seconds = '?', waited = '0'): Failure {
  const holder = parseHolder(holderJson);
  const { who = '?', runUrl = '?', commit = '?', since = '?' } = holder;
  return failure('LOCKED', { app, who, run: runUrl, commit, since, seconds, waited });
}

/** Who holds a lock, from what its keeper wrote down; nothing where that cannot be read. */
export function parseHolder(json: string): Partial<LockHolder> {
  try {
    const parsed: unknown = JSON.parse(json);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
  } catch {
    // Written by another version, or cut short: that it is held is what counts.
    return {};
  }
}

/**
 * `script`, run while holding the lock of what applications share (nginx, certificates, daemon.json) on descriptor 8;
 * waits at most `waitSeconds` for it, else fails with SHARED_LOCK_BUSY. Needs the prelude in front. What the script
 * starts to stay (a daemon) must close the descriptor: `8>&-`.
 */
export function underSharedLock(script: string, waitSeconds: number, folder = lockFolder): string {
  return `${makeLockFolder(folder)}
exec 8>>${quote(sharedLock(folder))}
flock -w ${waitSeconds} 8 || failure SHARED_LOCK_BUSY seconds=${waitSeconds}
{
${script}
}
shared_lock_status=$?
exec 8>&-
(exit "$shared_lock_status")
`;
}
