import { type Failure, failure } from '../messages/failure.ts';
import { quote } from '../shell/quote.ts';
import { prelude } from './prelude.ts';
import { failureIn } from './script-protocol.ts';
import type { ScriptResult } from './server.ts';

/** Where locks are: gone after a reboot, as their holders are. */
export const lockFolder = '/run/deploy-miniprogram';

/** The lock of one application; no application's name can make it the one that all share. */
export function applicationLock(image: string, folder = lockFolder): string {
  return `${folder}/app-${image}.lock`;
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
  /** When it began, ISO 8601. */
  readonly since: string;
  /** 16 hexadecimal digits made for this one: by them a run knows its own lock. */
  readonly token: string;
}

/** Where it is written who holds the lock of an application; the file itself is locked for as long as the keeper lives. */
export function holderFile(image: string, folder = lockFolder): string {
  return `${folder}/app-${image}.holder`;
}

/** The file by which a run tells its own scripts on the server to begin nothing more; see holding.ts. */
export function stopFile(token: string, folder = lockFolder): string {
  return `${folder}/stop-${token}`;
}

/**
 * The keeper of an application's lock: takes it on descriptor 9 or tells who has it (exit 75, EX_TEMPFAIL), writes down
 * who holds it, prints `held`, then serves lines: `beat`, `release`, `stop` (this run's scripts are to begin nothing more),
 * and `run` or `resume`, tab, script of a switch, tab, output file: it starts that script with that word, the lock
 * inherited, and answers `switch PID`. `again`: it takes it for a run whose keeper ended unasked, waiting for that one to
 * let go; where another run had it in between, it ends with 75.
 * Silence for `silenceSeconds`, or the end of its input, ends it; the kernel frees the lock with its last holder.
 */
export function keeperScript(
  app: string,
  holder: LockHolder,
  silenceSeconds: number,
  again = false,
  folder = lockFolder,
): string {
  return `${prelude}
lock=${quote(applicationLock(app, folder))} holder=${quote(holderFile(app, folder))} stop=${quote(stopFile(holder.token, folder))}
${openLock(applicationLock(app, folder), folder)}
# Whoever takes it puts its own name there.
mine() { case $(cat "$holder" 2>/dev/null) in *'"token":"${holder.token}"'*) ;; *) false ;; esac; }
# A plan that looks whether it is held has it for an instant.
if ! ${again ? `{ mine && flock -w ${silenceSeconds + 5} 9 && mine; }` : 'flock -w 0.2 9'}; then
  fact seconds "$(($(date +%s) - $(stat -c %Y "$holder" 2>/dev/null || date +%s)))"
  fact holder "$(cat "$holder" 2>/dev/null)"
  exit 75
fi
{ exec 7>"$holder.new" && flock -n 7 && printf '%s\\n' ${quote(JSON.stringify(holder))} >&7 && mv -f "$holder.new" "$holder"; } || unwritten
printf 'held\\n'
# What runs left that were cut off.
find ${quote(folder)} -maxdepth 1 -type f \\( -name 'stop-*' -o -name 'step-*' \\) -mmin +1440 -delete 2>/dev/null
while IFS=$'\\t' read -r -t ${silenceSeconds} word script output; do
  case $word in
    release) break ;;
    stop) : >"$stop" ;;
    run|resume)
      # No child of this shell: while that waits for a line it reaps none, and the pid would be there until the next beat.
      pid=$(setsid bash "$script" "$word" </dev/null >"$output" 2>&1 7>&- & printf %s "$!")
      printf '%s\\n' "$pid" >"$script.pid"
      printf 'switch %s\\n' "$pid" ;;
  esac
done
rm -f "$stop" ${quote(folder)}/step-${holder.token}-*
exit 0
`;
}

/**
 * Bash in front of a script that is sent together with the keeper: it goes on once the lock is held by whom `token` names, and
 * ends the script (75) where that is not so within `waitSeconds`, or nobody hears it any more. Needs the prelude in front.
 */
export function onceHeld(app: string, token: string, waitSeconds: number, folder = lockFolder): string {
  return `trap '' PIPE
waited=0
until { IFS= read -r holder <${quote(holderFile(app, folder))}; } 2>/dev/null && [[ $holder == *'"token":"${token}"'* ]]; do
  [ "$waited" -lt ${waitSeconds * 20} ] || exit 75
  waited=$((waited + 1))
  # A sign of life, each second.
  [ $((waited % 20)) -ne 0 ] || printf '%swaits\\n' "$deploy_mark" >&2 || exit 75
  sleep 0.05
done
trap - PIPE`;
}

/**
 * Prints the pid of a switch whose start was asked for over a connection that then broke, or nothing when it never began:
 * known as soon as the pid is noted, or nobody holds the lock any more.
 */
export function findSwitchScript(app: string, script: string, waitSeconds: number, folder = lockFolder): string {
  return `deadline=$((SECONDS + ${waitSeconds}))
while [ "$SECONDS" -lt "$deadline" ]; do
  free=no; flock -n ${quote(applicationLock(app, folder))} true && free=yes
  if [ -s ${quote(`${script}.pid`)} ]; then cat ${quote(`${script}.pid`)}; exit 0; fi
  [ $free = no ] || exit 0
  sleep 0.2
done
exit 75
`;
}

/** What a keeper that could not take its lock named, else LOCK_FAILED. */
export function lockFailed(result: ScriptResult, host: string): Failure {
  const detail = result.stderr.trim() || String(result.code ?? 'signal');
  return failureIn(result) ?? failure('LOCK_FAILED', { host, detail });
}

/** LOCKED, from what the keeper printed of the one that came first. */
export function lockedFailure(app: string, holderJson: string, seconds = '?'): Failure {
  const holder = parseHolder(holderJson);
  const { who = '?', runUrl = '?', commit = '?', since = '?' } = holder;
  return failure('LOCKED', { app, who, run: runUrl, commit, since, seconds });
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
