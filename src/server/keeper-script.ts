import { quote } from '../shell/quote.ts';
import { applicationLock, holderFile, type LockHolder, lockFolder, openLock, stopFile } from './lock-script.ts';
import { prelude } from './prelude.ts';
import { queueFunctions, secondsToEnd, writeHolder } from './queue-script.ts';
import { notesFolder } from './step-notes.ts';

/** How an application's lock is taken. */
export interface Keeping {
  /** Seconds after which a run that is not heard of is gone. */
  readonly silenceSeconds: number;
  /** For how long others may hold it. */
  readonly waitSeconds: number;
  /** Whether it is had again, by a run whose keeper ended unasked. */
  readonly again?: boolean;
  /** Seconds that what a run left at work has to end, however little of the time to wait is left. */
  readonly endSeconds?: number;
}

/**
 * The keeper of an application's lock: takes it on descriptor 9, first come, first served; waits for what a run that is gone
 * left at work, writes down who holds it, prints `held`. Until then it prints, whenever that changes and once a minute,
 * `waiting`, how many wait before it, who holds the lock; and `left` with what it waits for. Where it is not to be had in
 * time it tells who has it (exit 75, EX_TEMPFAIL).
 *
 * Then it serves lines: `beat`, `release`, `stop` (this run's scripts are to begin nothing more), and `run` or `resume`, tab,
 * script of a switch, tab, output file: it starts that script with that word, the lock inherited, and answers `switch PID`.
 * `again`: it takes it for a run whose keeper ended unasked, before all that wait, waiting for that one to let go; where
 * another run had it in between, it ends with 75.
 * Silence for `silenceSeconds`, or the end of its input, ends it; the kernel frees the lock with its last holder.
 */
export function keeperScript(
  app: string,
  holder: LockHolder,
  { silenceSeconds, waitSeconds, again = false, endSeconds = secondsToEnd }: Keeping,
  folder = lockFolder,
): string {
  const { since: _, ...about } = holder;
  const inTurn = `clock
begun=$now heard=$now rounds=0 told= told_at=0
waits() {
  rounds=$((rounds + 1))
  # Another one, whose turn it is, may be about to put its name there.
  [ "$rounds" -gt 1 ] || return 0
  # A look that went ahead is not to go on by itself.
  [ "$rounds" -gt 2 ] || : >"$stop"
  [ "$told" != "$before $holds" ] || [ "$((now - told_at))" -ge 60 ] || return 0
  told="$before $holds" told_at=$now
  printf 'waiting %s\n' "$told"
}
left() {
  : >"$stop"
  printf 'left %s\n' "$1"
}
hear() {
  local word code
  IFS= read -r -t 0.2 word
  code=$?
  clock
  if [ "$code" = 0 ]; then heard=$now
  # Its input ended, or it was silent for too long: nobody waits any more.
  elif [ "$code" -le 128 ] || [ "$((now - heard))" -gt ${silenceSeconds} ]; then
    leave_queue
    rm -f "$stop"
    exit 0
  fi
}
in_queue ${waitSeconds} || held_by_another
rest=$((begun + ${waitSeconds} - now))
[ "$rest" -ge ${endSeconds} ] || rest=${endSeconds}
end_left "$rest"
rm -f "$stop"`;
  return `${prelude}
stop=${quote(stopFile(holder.token, folder))}
${openLock(applicationLock(app, folder), folder)}
${queueFunctions(app, holder.token, folder)}
held_by_another() {
  rm -f "$stop"
  fact seconds "$(($(date +%s) - $(stat -c %Y "$holder" 2>/dev/null || date +%s)))"
  fact waited ${waitSeconds}
  fact holder "$(cat "$holder" 2>/dev/null)"
  exit 75
}
# Whoever takes it puts its own name there.
mine() { case $(cat "$holder" 2>/dev/null) in *'"token":"${holder.token}"'*) ;; *) false ;; esac; }
${
  again
    ? `{ mine && in_front && flock -w ${silenceSeconds + 5} 9 && mine; } || { leave_queue; held_by_another; }
leave_queue`
    : inTurn
}
${writeHolder(quote(JSON.stringify(about).slice(0, -1)))}
printf 'held\n'
# What runs left that were cut off.
find ${quote(folder)} -maxdepth 1 -type f -name 'stop-*' -mmin +1440 -delete 2>/dev/null
while IFS=$'\t' read -r -t ${silenceSeconds} word script output; do
  case $word in
    release) break ;;
    stop) : >"$stop" ;;
    run|resume)
      # No child of this shell: while that waits for a line it reaps none, and the pid would be there until the next beat.
      pid=$(setsid bash "$script" "$word" </dev/null >"$output" 2>&1 7>&- & printf %s "$!")
      printf '%s\n' "$pid" >"$script.pid"
      printf 'switch %s\n' "$pid" ;;
  esac
done
rm -f "$stop"
# What is taken back by a run that could not wait for it goes on, and is waited for.
for note in ${quote(notesFolder(app, folder))}/${holder.token}-*; do
  [ ! -e "$note" ] || flock -n "$note" rm -f "$note"
done
exit 0
`;
}

/**
 * Bash in front of a script that is sent together with the keeper: it goes on once the lock is held by whom `token` names, and
 * ends the script (75) where the keeper has to wait for it, it is not held within `waitSeconds`, or nobody hears it any more
 * (rule *Reads go ahead*). Needs the prelude in front.
 */
export function onceHeld(app: string, token: string, waitSeconds: number, folder = lockFolder): string {
  return `trap '' PIPE
waited=0
until { IFS= read -r holder <${quote(holderFile(app, folder))}; } 2>/dev/null && [[ $holder == *'"token":"${token}"'* ]]; do
  [ "$waited" -lt ${waitSeconds * 20} ] && [ ! -e ${quote(stopFile(token, folder))} ] || exit 75
  waited=$((waited + 1))
  # A sign of life, each second.
  [ $((waited % 20)) -ne 0 ] || printf '%swaits\\n' "$deploy_mark" >&2 || exit 75
  sleep 0.05
done
trap - PIPE`;
}

/**
 * Prints the pid of a switch whose start was asked for over a connection that then broke, or nothing when it never began:
 * known as soon as the pid is noted, or nobody holds the lock any more, or another run (`passed`: a condition of bash).
 */
export function findSwitchScript(
  app: string,
  script: string,
  passed: string,
  waitSeconds: number,
  folder = lockFolder,
): string {
  return `deadline=$((SECONDS + ${waitSeconds}))
while [ "$SECONDS" -lt "$deadline" ]; do
  free=no; if ${passed} || flock -n ${quote(applicationLock(app, folder))} true; then free=yes; fi
  if [ -s ${quote(`${script}.pid`)} ]; then cat ${quote(`${script}.pid`)}; exit 0; fi
  [ $free = no ] || exit 0
  sleep 0.2
done
exit 75
`;
}
