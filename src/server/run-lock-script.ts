import { quote } from '../shell/quote.ts';
import { lockFolder, openLock } from './lock-script.ts';
import { prelude } from './prelude.ts';

/** The form of the word that a run's lock is named by. */
const tokenForm = /^[0-9a-f]{8}$/;

/** The lock that one run holds while it is connected; no application's name can make it that of another. */
export function runLockFile(token: string, folder = lockFolder): string {
  if (!tokenForm.test(token)) throw new RangeError(`not the token of a run: ${token}`);
  return `${folder}/run-${token}.lock`;
}

/** Bash: whether `$1` is a regular file of root's, which it was to its maker: the folder is root's alone. */
const isPlainFile = `plain_file() { [ -f "$1" ] && [ ! -L "$1" ] && [ "$(stat -c %u -- "$1")" = 0 ]; }`;

/**
 * The keeper of a run's lock: takes it on descriptor 9, prints `held`, then serves lines: `beat`; `over`, on which it
 * removes the file, since nothing of the run is left that it would tell of. Silence for `silenceSeconds`, or the end of
 * its input, ends it: the file stays, its lock is free. What runs left of the kind a day ago or earlier is removed.
 */
export function runKeeperScript(token: string, silenceSeconds: number, folder = lockFolder): string {
  const lock = runLockFile(token, folder);
  return `${prelude}
${openLock(`${lock}.new`, folder)}
flock -n 9 || exit 75
# It has its name only while it is held: whoever finds it free may take the run for dead.
mv -fT ${quote(`${lock}.new`)} ${quote(lock)} || unwritten
printf 'held\\n'
${isPlainFile}
digit='[0-9a-f]'
form=$digit$digit$digit$digit$digit$digit$digit$digit
for old in ${quote(folder)}/run-$form.lock ${quote(folder)}/run-$form.lock.new; do
  plain_file "$old" && [ -n "$(find "$old" -maxdepth 0 -mmin +1440)" ] || continue
  # Held while it is removed: it may be taken again under its name by the run whose it is.
  flock -n "$old" rm -f -- "$old"
done
while IFS= read -r -t ${silenceSeconds} word; do
  [ "$word" != over ] || { rm -f -- ${quote(lock)}; break; }
done
exit 0
`;
}

/**
 * Tells by a line `TOKEN STATE` what there is of each run's lock: `held`, `free` (it is over), `none`, `strange` (not what
 * a run makes there: it tells nothing).
 */
export function lookAtRunLocksScript(tokens: readonly string[], folder = lockFolder): string {
  const files = tokens.map((token) => `look ${token} ${quote(runLockFile(token, folder))}`);
  return `${isPlainFile}
look() {
  local state=strange
  if [ ! -e "$2" ] && [ ! -L "$2" ]; then state=none
  elif plain_file "$2"; then
    # One that goes while it is looked at is not made again.
    if (flock -n 8) 8<"$2"; then state=free; else state=held; fi
  fi
  printf '%s %s\\n' "$1" "$state"
}
command -v flock >/dev/null || exit 69
${files.join('\n')}
`;
}

/** Removes the files of runs that are over. */
export function removeRunLocksScript(tokens: readonly string[], folder = lockFolder): string {
  const files = tokens.map((token) => `remove ${quote(runLockFile(token, folder))}`);
  return `${isPlainFile}
remove() { ! plain_file "$1" || flock -n "$1" rm -f -- "$1"; }
${files.join('\n')}
exit 0
`;
}
