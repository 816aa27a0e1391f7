import { makeLockFolder } from '../../server/lock-script.ts';
import { bornOf } from '../../shell/born.ts';
import { commandLine, quote } from '../../shell/quote.ts';

/** A script of the user's as it runs on the server. */
export interface HookRun {
  /** The input that it comes from; its own error messages begin with it. */
  readonly name: 'before-switch' | 'after-deploy';
  /** What it finds in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** A lock that it holds as long as it runs; undefined: none. */
  readonly lock?: string;
}

/** Seconds for which what is told to end may go on. */
const graceSeconds = 3;

/** What it printed is shown as far as this: so many reads of so many bytes; then its last bytes alone. */
const shown = { reads: 20_000, bytes: 512, last: 16_384 };

/** Bash by which a process, the first of a session of its own, says its number and when it began. */
const says = (name: string): string => `printf "${name} %s %s\\n" "$$" "$(${bornOf}; born_of "$$")" >&3`;

/**
 * The script as it is read from descriptor 5, which it does not keep; by a builtin and a pipe, so that it is in no argv and
 * in no file.
 */
const launch = `${says('hook')}; exec 3>&-; eval "exec 5<&-; $(cat <&5)"`;

/**
 * Hands on what comes, as it comes. Where that becomes too much, the line in hand is told to its end and later ones are
 * left out but for the last: no secret is cut in two, where neither half would be recognised.
 */
const pump = `${says('pump')}
dd bs=${shown.bytes} count=${shown.reads} status=none
if IFS= read -r -n 65536 line || [ -n "$line" ]; then printf "%s\\n" "$line"; fi
rest=$(tr -d "\\000" | tail -c ${shown.last}; printf .)
[ \${#rest} -le ${shown.last} ] || { printf "[...]\\n"; case $rest in *$'\\n'*) rest=\${rest#*$'\\n'} ;; *) rest=. ;; esac; }
printf %s "\${rest%.}"
printf "drained\\n" >&3`;

/**
 * Bash that runs the script on its standard input and waits for its end, at most so long. Facts: `hook_ended` (`exit`,
 * `timeout`, `busy` where the lock was not free in that time) and `hook_code`. It exits with 1 where the script did not
 * end well: what that started is ended then, too. Its session gets TERM, and after some seconds KILL. So it does where TERM
 * tells this one to end, and once nobody hears it: each few seconds it gives a sign of life. What a script that ended well
 * left in the background goes on; if that has its output, nobody reads it any more.
 */
export function hookScript({ name, variables, timeoutSeconds, lock }: HookRun): string {
  const environment = Object.entries(variables).map(([key, value]) => `${key}=${quote(value)}`);
  const bash = ['setsid', 'bash', '--norc', '--noprofile', '-p', '-eo', 'pipefail', '-c'];
  return `${bornOf}
in_session() {
  local stat fields
  for stat in /proc/[0-9]*/stat; do
    { read -r fields <"$stat"; } 2>/dev/null || continue
    # Its state, parent, group and session.
    set -- "$1" \${fields##*) }
    [ "$5" != "$1" ] || [ "$2" = Z ] || { stat=\${stat%/stat}; printf '%s ' "\${stat#/proc/}"; }
  done
}
# Once: when all of it has ended, its number may become another's.
end_session() {
  local left sent= begun=$SECONDS born
  case $over in *" $1 "*) return 0 ;; esac
  over="$over$1 "
  born=$(born_of "$1")
  # Where the first of it has gone, the number stays taken as long as one of the others is there.
  [ -z "$born" ] || [ "$born" = "$2" ] || return 0
  while left=$(in_session "$1"); [ -n "$left" ] && [ "$((SECONDS - begun))" -lt ${2 * graceSeconds} ]; do
    if [ "$((SECONDS - begun))" -ge ${graceSeconds} ]; then kill -KILL $left; elif [ -z "$sent" ]; then sent=yes; kill -TERM $left; fi 2>/dev/null || :
    sleep 0.1
  done
}
end_hook() { [ -z "$hook" ] || end_session $hook; }
end_pump() { [ -z "$pump" ] || end_session $pump; }
give_up() { end_hook; end_pump; exit 1; }
sign_of_life() {
  [ "$SECONDS" -ge "$beat" ] || return 0
  beat=$((SECONDS + 5))
  printf '%salive\\n' "$deploy_mark" >&2 || give_up
}
hook= pump= over=' ' code= ended= why=exit told= beat=0 limit=$((SECONDS + ${timeoutSeconds}))
trap told=yes TERM
trap : PIPE
exec 5<&0 </dev/null 4>&1
${lock === undefined ? '' : takeTurn(lock)}cd ~ 2>/dev/null || cd /
exec 6< <(
  set +e
  exec 3>&1 1>&4 4>&- 7>&- 8>&- 9>&-
  { ${environment.join(' ')} ${commandLine([...bash, launch, name])} 2>&1; printf 'code %s\\n' "$?" >&3; } 2>/dev/null |
    ${commandLine(['setsid', 'bash', '--norc', '--noprofile', '-p', '-c', pump])} 5<&- 2>/dev/null
)
exec 4>&- 5<&-
while :; do
  # Not before it is known what to end.
  [ -z "$told" ] || [ -z "$hook" ] || give_up
  if read -r -t 1 -u 6 word value; then
    case $word in
      hook) hook=$value ;;
      pump) pump=$value ;;
      code)
        code=$value ended=$SECONDS
        [ "$code $why" = '0 exit' ] || end_hook ;;
      drained) break ;;
    esac
    continue
  elif [ "$?" -le 128 ]; then
    break
  fi
  if [ -n "$ended" ]; then
    # What it left in the background may have its output: then there is no end of it. A slow line has one.
    if [ "$((SECONDS - ended))" -ge 30 ] || { [ "$((SECONDS - ended))" -ge 5 ] && [ -n "$(in_session "\${hook%% *}")" ]; }; then
      end_pump
      break
    fi
  elif [ "$SECONDS" -ge "$limit" ] && [ "$why" = exit ]; then
    why=timeout
    end_hook
  fi
  sign_of_life
done
exec 6<&-
[ "$code $why" = '0 exit' ] || end_hook
fact hook_ended "$why"
fact hook_code "\${code:-137}"
[ "$code $why" = '0 exit' ]`;
}

/** Bash that waits for a lock, and counts that as time of the script's. */
function takeTurn(lock: string): string {
  return `${makeLockFolder()}
exec 9>>${quote(lock)}
until flock -w 1 9; do
  sign_of_life
  [ "$SECONDS" -lt "$limit" ] || { fact hook_ended busy; exit 1; }
done
`;
}
