import { below } from '../shell/below.ts';
import { bornOf } from '../shell/born.ts';
import { quote } from '../shell/quote.ts';
import { lockFolder, lockPath } from './lock-script.ts';

/**
 * Where scripts of an application's runs note what they are at: a file for each, locked until the script ends, with the
 * number of its step and the process that may be told to end (0: none), with when that began. So whoever takes the lock
 * next finds what a run that is gone left at work.
 */
export function notesFolder(app: string, folder = lockFolder): string {
  return lockPath(app, 'steps', folder);
}

/** The note of one script of the run with this token. */
export function noteFile(app: string, token: string, word: string, folder = lockFolder): string {
  return `${notesFolder(app, folder)}/${token}-${word}`;
}

/** What may become of a script whose run is gone: it is told to end, or it is waited for. */
export type Ending = 'told' | 'awaited';

/**
 * A script that holds its note's lock, on descriptor 7, for as long as it runs; what it starts to stay does not. Where
 * nothing can be noted it runs all the same.
 */
export function noted(script: string, note: string, ending: Ending): string {
  const process = ending === 'told' ? `$$ "$(${bornOf}; born_of "$$")"` : '0 -';
  return `{ exec 7>${quote(note)}; } 2>/dev/null && flock -n 7 && printf '%s %s %s\\n' -1 ${process} >&7
{
${script}
} 7>&-`;
}

/** Seconds after which what was told to end is killed: longer than a script of the user's has for its end. */
const killSeconds = 20;

/**
 * Bash: `tell_to_end NOTE` has a step end that may be ended (TERM to its shell and all below it), each once: `told`.
 * `all_ended` drops from `ending`, the processes that were told to, those that are gone; false where some are left: with
 * the shell of a step the note is let go of, while a program that it started may take its time.
 */
export const tellToEnd = `${below}
${bornOf}
tell_to_end() {
  local number pid born one all= more=yes
  { read -r number pid born <"$1"; } 2>/dev/null || return 0
  [ "\${pid:-0}" -gt 1 ] && [ -n "$born" ] && [ "$pid $born" != "$told" ] || return 0
  told="$pid $born" told_at=$SECONDS
  # Its number may be another process's by now.
  [ "$(born_of "$pid")" = "$born" ] || return 0
  # Each is stopped when it is seen: what it starts until it is told would not be found any more.
  while [ -n "$more" ]; do
    more=
    for one in $(below "$pid"); do
      case "$all " in *" $one "*) continue ;; esac
      kill -STOP "$one" 2>/dev/null || continue
      more=yes all="$all $one" ending="$ending $one:$(born_of "$one")"
    done
  done
  kill -TERM $all 2>/dev/null
  kill -CONT $all 2>/dev/null
}
all_ended() {
  local one left=
  for one in $ending; do
    [ "$(born_of "\${one%:*}")" = "\${one#*:}" ] && grep -qs '^State:[[:space:]]*[^ZX[:space:]]' "/proc/\${one%:*}/status" || continue
    left="$left $one"
    [ "$((SECONDS - told_at))" -lt ${killSeconds} ] || kill -KILL "\${one%:*}" 2>/dev/null
  done
  ending=$left
  [ -z "$ending" ]
}`;

/**
 * Bash: `end_left SECONDS` ends what runs that are gone left at work, and waits for its end; else the script ends with
 * LEFT_RUNNING. For whoever holds the application's lock. Calls `left` with what is waited for, once each, and `hear`
 * between two looks. Needs the queue's `clock` and the prelude.
 */
export function endLeft(app: string, token: string, folder = lockFolder): string {
  return `${tellToEnd}
# What a script is at, by its note: the last process below it that is there, or one that it left.
work_of() {
  local pid name left
  work='?'
  pid=$(exec 6<&-; find /proc/[0-9]*/fd -lname "$1" -not -path "/proc/$$/*" 2>/dev/null | head -n 1)
  pid=\${pid#/proc/}
  left=$(printf '%s ' $ending | sed 's/:[0-9]*//g')
  for pid in $(below "\${pid%%/*}") $left; do
    ! { read -r name <"/proc/$pid/comm"; } 2>/dev/null || work="$name ($pid)"
  done
}
end_left() {
  local note told work ending deadline
  clock
  deadline=$((now + $1))
  for note in ${quote(notesFolder(app, folder))}/*; do
    case \${note##*/} in '*' | ${token}-*) continue ;; esac
    { exec 6<"$note"; } 2>/dev/null || continue
    told=0 work= ending=
    until flock -w 0.2 6 && all_ended; do
      [ -n "$work" ] || { work_of "$note"; left "$work"; }
      tell_to_end "$note"
      clock
      [ "$now" -lt "$deadline" ] || {
        work_of "$note"
        failure LEFT_RUNNING app=${quote(app)} "process=$work" "pid=\${work//[!0-9]/}" seconds="$1"
      }
      hear
    done
    rm -f "$note"
    exec 6<&-
  done
}`;
}
