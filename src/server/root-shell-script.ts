import { gzipSync } from 'node:zlib';
import { brokenTextExitCode, frame, rootCommand, sudoCommand } from './frame.ts';
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
 * No more is read than a request has: by `read`, which takes as many bytes as it is told (in the C locale). A request that
 * lacks a part is not run.
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
# Runs the script, with this input; its exit code.
serve() {
  {
    {
      unpack "$script" "$packing" 2>&4 | ${bash} 9<&0 <&6 2>&1 >&5 3>&- 4>&- 5>&- 6<&- | cat >&4 3>&- 5>&- 6<&-
      exit "\${PIPESTATUS[1]}"
    } 5>&1 6<&0 </dev/null | cat >&3 4>&-
    return "\${PIPESTATUS[0]}"
  } 2>/dev/null
}
while read -r _ word kind size packing input_size input_packing; do
  IFS= read -r -N "$size" script || exit ${brokenTextExitCode}
  if [ "$kind" = last ]; then
    exec 9< <(unpack "$script" "$packing" 3>&- 4>&-) 3>&- 4>&-
    exec ${bash}
  fi
  if [ "$input_size" = 0 ]; then
    serve </dev/null
  else
    IFS= read -r -N "$input_size" input || exit ${brokenTextExitCode}
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

/** A request as {@link shellScript} reads it: a line that does nothing in any other shell, then its parts in base64. */
export function requestText({ mark, script, input = Buffer.alloc(0), last }: ShellRequest): string {
  const [text, data] = [packed(Buffer.from(scriptText(script, mark))), packed(input)];
  const kind = last ? 'last' : 'one';
  const head = [':', mark, kind, text.base64.length, text.packing, data.base64.length, data.packing].join(' ');
  return `${head}\n${text.base64}${data.base64}`;
}

/** Bytes in base64, by gzip where they are fewer then. */
function packed(bytes: Buffer): { readonly base64: string; readonly packing: 'gzip' | 'plain' } {
  const zipped = gzipSync(bytes, { level: 9 });
  return zipped.length < bytes.length
    ? { base64: zipped.toString('base64'), packing: 'gzip' }
    : { base64: bytes.toString('base64'), packing: 'plain' };
}
