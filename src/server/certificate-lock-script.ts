import { quote } from '../shell/quote.ts';
import { type LockHolder, lockFolder, openLock } from './lock-script.ts';
import { prelude } from './prelude.ts';

/**
 * The keeper of the lock of a domain's certificate: takes it on descriptor 9, waiting for up to `waitSeconds`; prints
 * `waiting` and who holds it once, if it has to wait, then `held`. Serves `beat` and `release` as the keeper of an
 * application's lock does; still busy: exit 75.
 */
export function certificateKeeperScript(
  domain: string,
  holder: LockHolder,
  { waitSeconds, silenceSeconds }: { readonly waitSeconds: number; readonly silenceSeconds: number },
  folder = lockFolder,
): string {
  const lock = `${folder}/certificate-${domain}.lock`;
  return `${prelude}
holder=${quote(`${folder}/certificate-${domain}.holder`)}
${openLock(lock, folder)}
told=
until flock -n 9; do
  [ -n "$told" ] || printf 'waiting %s\\n' "$(head -n 1 "$holder" 2>/dev/null)"
  told=yes
  [ "$SECONDS" -lt ${waitSeconds} ] || exit 75
  IFS= read -r -t 1 word || [ $? -gt 128 ] || exit 0
done
printf '%s\\n' ${quote(JSON.stringify(holder))} >"$holder.new" && mv -f "$holder.new" "$holder" || unwritten
printf 'held\\n'
while IFS= read -r -t ${silenceSeconds} word; do
  [ "$word" != release ] || break
done
exit 0
`;
}
