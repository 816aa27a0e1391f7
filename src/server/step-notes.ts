import { below } from '../shell/below.ts';
import { quote } from '../shell/quote.ts';
import { lockFolder } from './lock-script.ts';

/**
 * Where scripts of an application's runs note what they are at: a file for each, locked until the script ends, with the
 * number of its step and the process that may be told to end (0: none). So whoever takes the lock next finds what a run
 * that is gone left at work.
 */
export function notesFolder(image: string, folder = lockFolder): string {
  return `${folder}/app-${image}.steps`;
}

/** The note of one script of the run with this token. */
export function noteFile(image: string, token: string, word: string, folder = lockFolder): string {
  return `${notesFolder(image, folder)}/${token}-${word}`;
}

/** What may become of a script whose run is gone: it is told to end, or it is waited for. */
export type Ending = 'told' | 'awaited';

/**
 * A script that holds its note's lock, on descriptor 7, for as long as it runs; what it starts to stay does not. Where
 * nothing can be noted it runs all the same.
 */
export function noted(script: string, note: string, ending: Ending): string {
  return `{ exec 7>${quote(note)}; } 2>/dev/null && flock -n 7 && printf '%s %s\\n' -1 ${ending === 'told' ? '$$' : '0'} >&7
{
${script}
} 7>&-`;
}

/** Bash: `tell_to_end NOTE` has a step end that may be ended (TERM to its shell and all below it), each once: `told`. */
export const tellToEnd = `${below}
tell_to_end() {
  local number pid
  { read -r number pid <"$1"; } 2>/dev/null || return 0
  [ "\${pid:-0}" -gt 1 ] && [ "$pid" != "$told" ] || return 0
  told=$pid
  kill -TERM $(below "$pid") 2>/dev/null
}`;

/**
 * Bash: `end_left SECONDS` ends what runs that are gone left at work, and waits for its end; else the script ends with
 * LEFT_RUNNING. For whoever holds the application's lock. Calls `left` with what is waited for, once each, and `hear`
 * between two looks. Needs the queue's `clock` and the prelude.
 */
export function endLeft(image: string, token: string, folder = lockFolder): string {
  return `${tellToEnd}
# What a script is at, by its note: the last process below it that is there.
work_of() {
  local pid name
  work='?'
  pid=$(exec 6<&-; find /proc/[0-9]*/fd -lname "$1" -not -path "/proc/$$/*" 2>/dev/null | head -n 1)
  pid=\${pid#/proc/}
  for pid in $(below "\${pid%%/*}"); do
    ! { read -r name <"/proc/$pid/comm"; } 2>/dev/null || work="$name ($pid)"
  done
}
end_left() {
  local note told work deadline
  clock
  deadline=$((now + $1))
  for note in ${quote(notesFolder(image, folder))}/*; do
    case \${note##*/} in '*' | ${token}-*) continue ;; esac
    { exec 6<"$note"; } 2>/dev/null || continue
    told=0 work=
    until flock -w 0.2 6; do
      [ -n "$work" ] || { work_of "$note"; left "$work"; }
      tell_to_end "$note"
      clock
      [ "$now" -lt "$deadline" ] || {
        work_of "$note"
        failure LEFT_RUNNING app=${quote(image)} "process=$work" "pid=\${work//[!0-9]/}" seconds="$1"
      }
      hear
    done
    rm -f "$note"
    exec 6<&-
  done
}`;
}
