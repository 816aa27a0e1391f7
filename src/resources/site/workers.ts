import { quote } from '../../server/quote.ts';

/** Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. */
export function noteWorkers(folder: string): string {
  return `{ grep -lsz '^nginx: worker process' /proc/[0-9]*/cmdline || true; } | sed 's,^/proc/\\(.*\\)/cmdline$,\\1,' >${quote(`${folder}/workers`)}`;
}

/** Bash that waits for the workers noted, a limit at most: nginx itself sets none to their last requests. */
export function drainScript(folder: string, seconds: number): string {
  return `deadline=$((SECONDS + ${seconds}))
while IFS= read -r pid; do
  while grep -qz 'nginx: worker process' "/proc/$pid/cmdline" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.2; done
done <${quote(`${folder}/workers`)}`;
}
