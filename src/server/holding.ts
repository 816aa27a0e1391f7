import { quote } from '../shell/quote.ts';
import { holderFile, type LockHolder, lockFolder, stopFile } from './lock-script.ts';
import { noteFile } from './step-notes.ts';

/** The lock of an application as scripts of the run that holds it see it. */
export interface Holding {
  /**
   * Bash that defines `must_hold`: it ends the script with LOCK_LOST unless this very run holds the lock and was not told
   * to stop. Needs the prelude in front.
   */
  readonly functions: string;
  /** Bash condition: another run has had the lock since. */
  readonly passed: string;
  /** Bash that tells every script of this run to begin nothing more. */
  readonly stop: string;
  /** A file of this run's beside the lock, for a script to note how far it is: see step-notes.ts. */
  note(word: string): string;
}

/**
 * What scripts of the run with this holder can know of its lock. The file that names the holder is locked as long as its
 * keeper lives, and another's keeper puts another file in its place: so it is never taken for another run's.
 */
export function holdingOf(
  { app, host, holder }: { readonly app: string; readonly host: string; readonly holder: Pick<LockHolder, 'token'> },
  folder = lockFolder,
): Holding {
  const { token } = holder;
  const stop = quote(stopFile(token, folder));
  return {
    functions: `is_held() (
  [ ! -e ${stop} ] || exit 1
  exec 8<${quote(holderFile(app, folder))} || exit 1
  case $(cat <&8) in *'"token":"${token}"'*) ;; *) exit 1 ;; esac
  # Shared: two that look at a time are not in each other's way.
  flock -s -n 8
  [ $? = 1 ]
)
must_hold() { is_held 2>/dev/null || failure LOCK_LOST host=${quote(host)} app=${quote(app)}; }
`,
    passed: `! grep -qsF ${quote(`"token":"${token}"`)} ${quote(holderFile(app, folder))}`,
    stop: `: >${stop}`,
    note: (word) => noteFile(app, token, word, folder),
  };
}
