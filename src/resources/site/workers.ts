import { quote } from '../../server/quote.ts';

/** Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. */
export function noteWorkers(folder: string): string {
  return `for process in /proc/[0-9]*; do
  case "$(tr '\\0' ' ' <"$process/cmdline" 2>/dev/null)" in 'nginx: worker process'*) echo "\${process#/proc/}" ;; esac
done >${quote(`${folder}/workers`)}`;
}

/** Bash that waits for the workers noted, a limit at most: nginx itself sets none to their last requests. */
export function drainScript(folder: string, seconds: number): string {
  return `deadline=$((SECONDS + ${seconds}))
while IFS= read -r pid; do
  while grep -qz 'nginx: worker process' "/proc/$pid/cmdline" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.2; done
done <${quote(`${folder}/workers`)}`;
}
