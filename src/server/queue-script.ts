import { lockMessages } from '../messages/lock.ts';
import type { Language } from '../messages/text.ts';
import { quote } from '../shell/quote.ts';
import { applicationLock, holderFile, lockFolder, lockPath, openLock } from './lock-script.ts';
import { endLeft, notesFolder } from './step-notes.ts';

/** Where those that wait for an application's lock have their tickets: files, each locked as long as its waiter lives. */
export function queueFolder(app: string, folder = lockFolder): string {
  return lockPath(app, 'queue', folder);
}

/** Seconds that what a run left at work has to end, however little of the time to wait is left. */
export const secondsToEnd = 30;

/**
 * Bash of the queue of an application's lock. Needs the prelude, the lock open on descriptor 9, and three functions of the
 * caller's: `waits` is told `before` (how many wait in front) and `holds` (what is written of the holder) about five times a
 * second, `left` what a run that is gone left at work; `hear` takes its time, at most a quarter of a second.
 * - `in_queue SECONDS` takes the lock, first come, first served; 75 where it is not to be had in time.
 * - `in_front` takes a place in front of all.
 * - `leave_queue` gives the place up; so does the end of the process.
 * - `end_left SECONDS`: see step-notes.ts.
 */
export function queueFunctions(app: string, token: string, folder = lockFolder): string {
  return `queue=${quote(queueFolder(app, folder))} holder=${quote(holderFile(app, folder))} ticket=
mkdir -p -m 700 "$queue" ${quote(notesFolder(app, folder))} || unwritten
# Seconds of a clock that nobody sets.
clock() { read -r now _ </proc/uptime; now=\${now%%.*}; }
# Numbers are given one at a time, and only later ones look at a ticket: to them, one that is not locked is a dead waiter's.
take_ticket() {
  local one last=0
  exec 6<"$queue" && flock -w 10 6 || return
  for one in "$queue"/*; do [ ! -e "$one" ] || last=\${one##*/}; done
  last=\${last%%-*}
  printf -v ticket '%s/%010d' "$queue" "$((10#$last + 1))"
  exec 5>"$ticket" && flock -n 5 || return
  exec 6<&-
}
in_front() {
  ticket=$queue/0000000000-$$
  exec 5>"$queue/.$$" && flock -n 5 && mv -f "$queue/.$$" "$ticket"
}
leave_queue() { rm -f "$ticket"; exec 5>&-; }
count_before() {
  local one LC_ALL=C
  before=0
  for one in "$queue"/*; do
    [[ $one < $ticket ]] || break
    { exec 6<"$one"; } 2>/dev/null || continue
    if flock -n 6; then rm -f "$one"; else before=$((before + 1)); fi
    exec 6<&-
  done
}
in_queue() {
  local deadline holds
  clock
  deadline=$((now + $1))
  take_ticket || unwritten
  until count_before; [ "$before" = 0 ] && flock -w 0.2 9; do
    clock
    [ "$now" -lt "$deadline" ] || { leave_queue; return 75; }
    { IFS= read -r holds <"$holder"; } 2>/dev/null || holds=
    waits
    hear
  done
  leave_queue
}
${endLeft(app, token, folder)}`;
}

/** Bash: writes down who holds the lock, and holds that file's own lock on descriptor 7. `about`: JSON without its end. */
export function writeHolder(about: string): string {
  return `{ exec 7>"$holder.new" && flock -n 7 && printf '%s,"since":"%s"}\\n' ${about} "$(date -u +%FT%TZ)" >&7 && mv -f "$holder.new" "$holder"; } || unwritten`;
}

/** Who waits in a script that no runner has sent. */
export interface Waiter {
  readonly app: string;
  /** What stands in place of a run's page for others to read: the script. */
  readonly place: string;
  readonly seconds: number;
  readonly language: Language;
}

/**
 * Bash for a script of the server's own: goes on once it holds the application's lock, on descriptor 9, and what a run that
 * is gone left at work has ended; tells on standard error whom it waits for, and ends (75) where the lock is not to be had in
 * time. Needs the prelude. What it starts to stay must close the descriptors: `9>&- 7>&-`.
 */
export function waitInQueue({ app, place, seconds, language }: Waiter, folder = lockFolder): string {
  const told = (words: string): string => `printf '%s\\n' "${words.replace(/[`"\\]/g, '\\$&')}" >&2`;
  const of = (name: string): string => `\${${name}:-?}`;
  const holder = { who: of('who'), run: of('run'), since: of('since') };
  const waiting = lockMessages.waiting({ app, ...holder, before: of('before'), seconds });
  const locked = lockMessages.notInTime({ app, ...holder, seconds });
  return `token=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n')
${openLock(applicationLock(app, folder), folder)}
${queueFunctions(app, '$token', folder)}
field() { printf '%s\\n' "$holds" | sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }
named() { who=$(field who) run=$(field runUrl) since=$(field since); }
told=
waits() {
  [ "$told" != "$before $holds" ] || return 0
  told="$before $holds"
  named
  ${told(waiting[language])}
}
left() {
  local work=$1
  ${told(lockMessages.left(of('work'))[language])}
}
hear() { sleep 0.2; }
in_queue ${seconds} || {
  ${told(locked[language])}
  exit 75
}
end_left ${secondsToEnd}
by=\${SUDO_USER:-$(id -un)}
${writeHolder(`'{"who":"'"\${by//[!A-Za-z0-9._@-]/_}"${quote(`","runUrl":${JSON.stringify(place)},"commit":"","token":"`)}"$token"'"'`)}`;
}
