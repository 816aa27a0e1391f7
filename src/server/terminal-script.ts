import { frame, rootCommand } from './frame.ts';

/**
 * `text` (as scriptText() makes it) for a server whose sudo runs only from a terminal (`Defaults requiretty`): read by the
 * user's own bash, it has script(1) make a terminal for sudo. Through that terminal nothing goes but words of sudo itself:
 * what the root shell reads and prints goes through named pipes in a folder of the user's own, byte by byte as it is.
 * Where there is no script(1), it fails in the words of sudo.
 */
export function throughTerminal(text: string): string {
  const wrapper = `exec 9<&-
{
refuse() { echo 'sudo: sorry, you must have a tty to run sudo' >&2; exit 1; }
for program in script mkfifo mktemp; do command -v "$program" >/dev/null || refuse; done
folder=$(mktemp -d /tmp/deploy-miniprogram.XXXXXX) || refuse
trap 'rm -rf "$folder"' EXIT
cd "$folder" && mkfifo -m 600 in out err keys || refuse
# An end of file on the terminal's side would end old versions of script(1): this pipe is never written to, nor closed.
exec 3<&0 4<>keys
printf '%s\\n' "cd '$folder'" 'bash --norc --noprofile -p -s <in >out 2>err' 'echo "$?" >code' >run
cat <&3 >in 3<&- 4<&- & feeder=$!
cat <out 3<&- 4<&- & printers=$!
cat <err >&2 3<&- 4<&- & printers="$printers $!"
SHELL=/bin/sh script -qec "sudo -n bash --norc --noprofile -p $folder/run" /dev/null <&4 >said 2>&1 3<&-
# Waited for in silence: bash would tell of its end among what the script prints.
kill "$feeder" 2>/dev/null; wait "$feeder" 2>/dev/null
if [ ! -s code ]; then
  kill $printers
  cat said >&2
  exit 1
fi
wait $printers
exit "$(cat code)"
}
`;
  return frame(wrapper, rootCommand, false) + text;
}
