import { packed } from '../shell/packed.ts';
import { brokenTextExitCode, frame, packedScriptExitCode, rootCommand, sudoCommand } from './frame.ts';
import { scriptText } from './script-text.ts';
import { throughTerminal } from './terminal-script.ts';

/** How a shell becomes root's: it is so at once, by sudo, or by sudo in a terminal. */
export type Way = 'root' | 'sudo' | 'terminal';

/** The constant command that begins a shell, and the text that this command reads first. */
export interface Beginning {
  readonly command: string;
  readonly text: string;
}

/** How a shell is begun in this way; it says so with a line that begins with `mark`. */
export function beginning(way: Way, mark: string): Beginning {
  if (way === 'root') return { command: rootCommand, text: frame(shellScript(mark), rootCommand, true) };
  const text = frame(shellScript(mark), sudoCommand, true);
  return way === 'sudo' ? { command: sudoCommand, text } : { command: rootCommand, text: throughTerminal(text) };
}

const bash = 'bash --norc --noprofile -p /dev/fd/9';

/**
 * A shell of root's that stays. It says that it begins, then runs what {@link requestText} asks for, one after another,
 * until its input ends:
 * - The script is a child's, with its own standard input, output and error, folder, environment and descriptors. What it
 *   prints goes through pipes of its own: the shell waits until nobody has them any more, as sshd does for a command, so
 *   that nothing that a script leaves behind prints among what the next one prints.
 * - The line that says that it ended follows on both streams, with its exit code: 128 + N where signal N ended it.
 * - A script that is the last one takes the shell's place; what follows on the channel is its standard input.
 * - A script is unpacked before it begins: one that cannot be (no memory, no process, no gzip) is not run at all.
 * No more is read than a request has: by `read` (in the C locale) and dd, which take as many bytes as they are told. A
 * request that lacks a part is not run.
 */
export function shellScript(mark: string): string {
  return `exec 9<&- 3>&1 4>&2
umask 022; cd /
printf '%s\\n' '${mark}begin'; printf '%s\\n' '${mark}begin' >&2
unpack() {
  case $2 in
    gzip) printf %s "$1" | base64 -d | gzip -dc ;;
    *) printf %s "$1" | base64 -d ;;
  esac
}
# Reads a part of so many bytes into the variable, as base64.
part() {
  if [ "$encoding" = raw ]; then
    printf -v "$1" %s "$(dd bs="$2" count=1 iflag=fullblock status=none 2>/dev/null | base64 -w0)"
    set -- "$1" "$2" "\${!1}"
    [ "\${#3}" = "$((($2 + 2) / 3 * 4))" ]
  else
    IFS= read -r -N "$2" "$1"
  fi
}
# Runs the script, with this input; its exit code.
serve() {
  {
    {
      printf '%s\n' "$script" | ${bash} 9<&0 <&6 2>&1 >&5 3>&- 4>&- 5>&- 6<&- | cat >&4 3>&- 5>&- 6<&-
      exit "\${PIPESTATUS[1]}"
    } 5>&1 6<&0 </dev/null | cat >&3 4>&-
    return "\${PIPESTATUS[0]}"
  } 2>/dev/null
}
while read -r _ word kind encoding size packing input_size input_packing; do
  part script "$size" || exit ${brokenTextExitCode}
  code=0
  script=$(unpack "$script" "$packing" 2>&4 3>&- 4>&-) || code=${packedScriptExitCode}
  if [ "$kind" = last ]; then
    [ "$code" = 0 ] || exit "$code"
    exec 9< <(printf '%s\n' "$script" 3>&- 4>&-) 3>&- 4>&-
    exec ${bash}
  fi
  [ "$input_size" = 0 ] || part input "$input_size" || exit ${brokenTextExitCode}
  if [ "$code" != 0 ]; then
    (exit "$code")
  elif [ "$input_size" = 0 ]; then
    serve </dev/null
  else
    unpack "$input" "$input_packing" 2>/dev/null | serve
    ended="\${PIPESTATUS[0]} \${PIPESTATUS[1]}"
    # A script need not read it all; one that got less than there is must not pass for well.
    case $ended in '0 '*|'141 '*) (exit "\${ended#* }") ;; *) (exit ${brokenTextExitCode}) ;; esac
  fi
  code=$?
  printf '%send %s\\n' "$word" "$code" >&4
  printf '%send %s\\n' "$word" "$code"
done
exit 0
`;
}

/** What a shell is asked to run. */
export interface ShellRequest {
  /** What the marks of the script begin with, those of its beginning and end among them. */
  readonly mark: string;
  readonly script: string;
  /** What it reads on standard input. */
  readonly input?: Buffer | undefined;
  /** The shell ends with it: what follows is its standard input. */
  readonly last: boolean;
}

/**
 * A request as {@link shellScript} reads it. A shell that `hasBegun` takes its parts as bytes; else they are base64, behind a
 * line that does nothing in any other shell.
 */
export function requestText({ mark, script, input = Buffer.alloc(0), last }: ShellRequest, hasBegun: boolean): Buffer {
  const parts = [Buffer.from(scriptText(script, mark)), input].map((bytes) => {
    const { packing, bytes: own } = packed(bytes);
    return { packing, sent: hasBegun ? own : Buffer.from(own.toString('base64')) };
  });
  const sizes = parts.flatMap(({ packing, sent }) => [sent.length, packing]);
  const head = [':', mark, last ? 'last' : 'one', hasBegun ? 'raw' : 'base64', ...sizes].join(' ');
  return Buffer.concat([Buffer.from(`${head}\n`), ...parts.map(({ sent }) => sent)]);
}
