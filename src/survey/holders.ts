import type { ScriptProbe } from '../engine/probe.ts';
import { applicationLock, holderFile, type LockHolder, lockFolder, parseHolder } from '../server/lock-script.ts';
import { decode } from '../shell/packed.ts';
import { readLines } from './probe-lines.ts';

const [before, after] = applicationLock('*').split('*') as [string, string];
const file = holderFile('$image').replace(lockFolder, '${lock%/*}');

// Each lock is had for an instant, as a plan has it; its file is only looked at.
const script = `
command -v flock >/dev/null || exit 0
for lock in ${before}*${after}; do
  [ -f "$lock" ] && ! flock -n "$lock" true || continue
  image=\${lock#${before}} image=\${image%${after}}
  echo "holder $image $(base64 -w0 <"${file}")"
done
true`;

/** Asks who holds the locks of applications at the moment, by the names of their images. */
export const holdersProbe: ScriptProbe<ReadonlyMap<string, Partial<LockHolder>>> = {
  script,
  read: (output) =>
    new Map(
      readLines(output)
        .fields('holder')
        .map(([image = '', holder]) => [image, parseHolder(decode(holder))]),
    ),
};
