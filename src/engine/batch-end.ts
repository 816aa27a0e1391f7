import type { Holding } from '../server/holding.ts';
import { tellToEnd } from '../server/step-notes.ts';
import { quote } from '../shell/quote.ts';

/** A batch whose end was not seen: it may still run. */
export interface OpenBatch {
  readonly holding: Holding;
  /** Where it notes how far it is: the number of the last step that began, and its process, with when that began, while it may be ended. */
  readonly note: string;
}

/** Seconds for which the end of a step is waited for. */
const endSeconds = 120;

/**
 * Bash that ends batches, so that what they did can be taken back. They begin nothing more. What each is at is waited for;
 * where it only prepares, it is told to end (TERM to the step's shell and all below it). Where that does not end, the script
 * does: nothing is taken back under what is at work. Defines `has_begun NOTE NUMBER`. An undo copes with a step that was cut
 * short.
 */
export function endBatches(batches: readonly OpenBatch[], seconds = endSeconds): string {
  return `${[...new Set(batches.map(({ holding }) => holding.stop))].join('\n')}
${tellToEnd}
end_batch() {
  local told=0 ending= rounds=0 deadline=$((SECONDS + ${seconds}))
  # Opened once: with the lock of the run its notes go, and under their names nothing is held.
  { exec 6<"$1"; } 2>/dev/null || return 0
  until flock -n 6 && all_ended; do
    [ "$SECONDS" -lt "$deadline" ] || exit 0
    tell_to_end "$1"
    # A sign of life, each few seconds.
    rounds=$((rounds + 1))
    [ $((rounds % 50)) -ne 0 ] || printf '%salive\\n' "$deploy_mark" >&2
    sleep 0.1 6<&-
  done
  exec 6<&-
}
has_begun() {
  local number _
  { read -r number _ <"$1"; } 2>/dev/null || return 0
  [ "\${number:-$2}" -ge "$2" ]
}
${batches.map(({ note }) => `end_batch ${quote(note)}`).join('\n')}`;
}
