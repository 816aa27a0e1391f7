import { lockFolder, makeLockFolder, sharedLock } from '../server/lock-script.ts';
import { prelude } from '../server/prelude.ts';
import { quote } from '../shell/quote.ts';
import type { SwitchStep } from './step.ts';
import { stepOutputScript } from './step-output.ts';
import type { SwitchFolder } from './switch-folder.ts';
import { inOrder, isAftermath, isBrought } from './switch-order.ts';

/** What the script is for, and what it leaves in the deploy log. */
export interface SwitchPurpose {
  readonly title: string;
  readonly folder: SwitchFolder;
  /** Bash that runs once at the very end; `$outcome` is `committed` or `undone`. */
  readonly farewell: string;
  /** Seconds to wait for the lock that applications share. */
  readonly sharedLockSeconds: number;
}

/**
 * Renders the switch: one bash script that the server runs alone, whatever becomes of the connection (rule *The server
 * switches*). `run` does the steps; when one fails, what was begun is undone in reverse. `resume` ends a run that a
 * reboot cut short: undone when the last proof was not yet there, finished otherwise. Every line of the journal is
 * `<seconds> <event> <step> <detail>`; the events are begin, done, failed, undo, undone, stuck, committed, warned,
 * skipped (nothing is pruned where a record failed), noticed (a warning of a step), outcome. A step
 * begins only once its `begin` is on disk (rule *On disk first*). In an undo `$stuck` is 1 when that of a later step
 * failed.
 */
export function renderSwitch(steps: readonly SwitchStep[], purpose: SwitchPurpose, locks = lockFolder): string {
  const ordered = inOrder(steps);
  const number = new Map(ordered.map((step, i) => [step, i + 1]));
  const numbers = (wanted: (step: SwitchStep) => boolean): string =>
    ordered
      .filter(wanted)
      .map((step) => number.get(step))
      .join(' ');
  const functions = ordered.map((step) =>
    [
      comment(`${step.id}: ${step.title.en}`),
      `do_${number.get(step)}() {\n${step.script}\n}`,
      ...(step.undo === undefined ? [] : [`undo_${number.get(step)}() {\n${step.undo}\n}`]),
    ].join('\n'),
  );
  const names = ordered.map((step) => `  [${number.get(step)}]=${quote(step.id)}`);
  return `#!/bin/bash
${comment(purpose.title)}
# Run by the server alone; the runner only watches the journal. Usage: bash script run|resume
set -u
trap '' HUP INT TERM
exec </dev/null
# Bash before 5.1 writes each here-document to a file: in memory, so that a full disk stops no step.
TMPDIR=${quote(locks)}
# A word of this run's own: what a build or an application prints is not taken for a failure that a step names.
deploy_mark=@@$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n'):
${prelude}
journal=${quote(purpose.folder.journal)}
output=${quote(purpose.folder.output)}
kept=${quote(purpose.folder.kept)}
${stepOutputScript(locks)}
declare -A names=(
${names.join('\n')}
)
# Either may be empty, which set -u of bash 4.2 (CentOS 7) takes for unset: they are expanded only where set.
brought=(${numbers(isBrought)})
forward=(${numbers((s) => !isAftermath(s))})
after=(${numbers(isAftermath)})
records=(${numbers(({ stage }) => stage === 'record')})
prunes=(${numbers(({ stage }) => stage === 'prune')})
# What these printed tells the runner why they failed, whether to warn of something, or what they measured.
explaining=(${numbers(({ explain }) => explain !== undefined)})
telling=(${numbers(({ notice, measures }) => notice !== undefined || measures === true)})
stuck=0
begun=' '

# What a crash or a full disk left of a line must not become a part of the next one.
whole=unknown
# True once the line is on disk; else $unwritten says why not.
note() {
  local torn= now=\${EPOCHREALTIME:-$(date +%s.%6N)}
  [ $whole = yes ] || [ ! -s "$journal" ] || [ -z "$(tail -c 1 "$journal")" ] || torn=$'\\n'
  whole=unknown
  unwritten=$( { printf '%s%s %s %s %s\\n' "$torn" "\${now%???}" "$1" "\${2:--}" "\${3:-}" >>"$journal" && sync "$journal"; } 2>&1 ) && whole=yes
}
noted() { grep -Eq "^[0-9.]+ $1 $2( |$)" "$journal" 2>/dev/null; }
disk_full() { local word; as_word "$1"; printf '@@failure SWITCH_DISK_FULL said=%s' "$word"; }
# The failure that a step named, else a guess; none where it explains itself: its output may be an application's.
reason() {
  local named said=
  named=$(marked failure | tail -n 1)
  [ -n "$named" ] || [ "\${1:-}" = explained ] || said=$(cat "$step_out" "$step_err" 2>/dev/null | grep -i 'no space left on device' | tail -n 1)
  [ -z "$said" ] || named=$(disk_full "$said")
  printf '%s' "$named"
}
# What a step that ended well warned of, one line of the journal each; and what the runner needs to find out more.
tell_notices() {
  local line
  case " \${telling[*]-} " in *" $1 "*) keep "\${names[$1]}" 0 ;; esac
  ! silent || return 0
  marked notice | while IFS= read -r line; do note noticed "\${names[$1]}" "$line"; done
  whole=unknown
}

${functions.join('\n\n')}

farewell() {
outcome=$1
${purpose.farewell}
}

undo_all() {
  local i n
  for ((i = \${#forward[@]} - 1; i >= 0; i--)); do
    n=\${forward[i]}
    case $begun in *" $n "*) ;; *) noted begin "\${names[$n]}" || continue ;; esac
    declare -F "undo_$n" >/dev/null || continue
    note undo "\${names[$n]}"
    attempt "undo_$n"
    if [ $? -eq 0 ]; then note undone "\${names[$n]}"; else note stuck "\${names[$n]}" "$(reason)"; stuck=1; fi
  done
  farewell undone >>"$output" 2>&1
  if [ "$stuck" -eq 0 ]; then note outcome undone; else note outcome stuck; fi
  return 1
}

recorded() {
  local n
  for n in \${records[@]+"\${records[@]}"}; do noted done "\${names[$n]}" || return 1; done
}

finish() {
  local n
  for n in \${after[@]+"\${after[@]}"}; do
    noted done "\${names[$n]}" && continue
    # What is not recorded, the next run finds by what was there before.
    case " \${prunes[*]-} " in *" $n "*) recorded || { note skipped "\${names[$n]}"; continue; } ;; esac
    note begin "\${names[$n]}" || { note warned "\${names[$n]}" "$(disk_full "$unwritten")"; continue; }
    attempt "do_$n"
    if [ $? -eq 0 ]; then note done "\${names[$n]}"; else note warned "\${names[$n]}" "$(reason)"; fi
    tell_notices "$n"
  done
  farewell committed >>"$output" 2>&1 || note warned deploy.log
  note outcome committed
}

# Not to be called in a condition: bash ignores set -e there, also in what it calls.
forth() {
  local n=$1 code how=guessed
  if ! note begin "\${names[$n]}"; then note failed "\${names[$n]}" "$(disk_full "$unwritten")"; return 1; fi
  begun="$begun$n "
  attempt "do_$n"
  code=$?
  if [ $code -ne 0 ]; then
    # Before its undo, and those of others, print theirs.
    keep "\${names[$n]}" $code && case " \${explaining[*]-} " in *" $n "*) how=explained ;; esac
    note failed "\${names[$n]}" "$(reason $how)"; return 1
  fi
  note done "\${names[$n]}"
  tell_notices "$n"
}

# Not for what is brought: that may take its time.
share() {
  exec 8>>${quote(sharedLock(locks))}
  flock -w ${purpose.sharedLockSeconds} 8 || { note failed shared-lock "@@failure SHARED_LOCK_BUSY seconds=.${purpose.sharedLockSeconds}"; return 1; }
}

run() {
  local n shared=
  for n in \${forward[@]+"\${forward[@]}"}; do
    if [ -z "$shared" ]; then
      case " \${brought[*]-} " in *" $n "*) ;; *) share || { undo_all; return 1; }; shared=yes ;; esac
    fi
    forth "$n"
    [ $? -eq 0 ] || { undo_all; return 1; }
  done
  if ! note committed -; then note failed - "$(disk_full "$unwritten")"; undo_all; return 1; fi
  exec 8>&-
  finish
}

${makeLockFolder(locks)}
case $1 in
  run) run ;;
  resume) share || exit 1; if noted committed - && ! noted failed -; then exec 8>&-; finish; else undo_all; fi ;;
esac
`;
}

/** A comment of one line, whatever is in the words. */
function comment(words: string): string {
  return `# ${words.replaceAll('\n', ' ')}`;
}
