import type { Holding } from '../server/holding.ts';
import { prelude } from '../server/prelude.ts';
import { bornOf } from '../shell/born.ts';
import { packed } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import type { ServerStep } from './step.ts';

/** A step of a batch, and what it reads on its standard input. */
export interface BatchStep {
  readonly step: ServerStep;
  readonly input?: Buffer | undefined;
  /** Whether its input comes after the script, and not in it. Such a step is alone. */
  readonly follows?: boolean;
}

/** What a batch is to its run. */
export interface BatchPurpose {
  /** The lock under which it runs; before each step it is seen to be held still (rule *Held or not begun*). */
  readonly holding?: Holding | undefined;
  /** Where it notes how far it is, and holds a lock to its end: see batch-end.ts. */
  readonly note?: string | undefined;
  /** Whether a step that fails stops none of the others (rule *Publish independently*). */
  readonly independent: boolean;
}

/**
 * Steps as one script, with a journal of marks on both streams: `step N begin TIME`, then what the step printed, then, on a
 * line of its own, `step N end CODE TIME`, N from 0 on. Each step is a shell of its own with the prelude, `set -e` and its
 * own standard input, of which a part alone is a failure; the first that fails is the last, unless they are independent. TIME is the server's.
 */
export function renderBatch(steps: readonly BatchStep[], { holding, note, independent }: BatchPurpose): string {
  return [
    prelude,
    holding?.functions ?? 'must_hold() { :; }',
    note === undefined ? 'note() { :; }' : noteIn(note),
    `told() {
  printf "$1%sstep %s \${EPOCHREALTIME:-$(date +%s.%N)}\\n" "$deploy_mark" "$2"
  printf "$1%sstep %s -\\n" "$deploy_mark" "$2" >&2
}`,
    // What hands a step its input may be killed, too; that the step reads no further is none of it (SIGPIPE, 141).
    `ended() { local one; for one; do code=$one; [ "$one" -lt 126 ] || [ "$one" = 141 ] || return 0; done; }`,
    '{',
    ...steps.flatMap((one, number) => [
      'must_hold',
      `told '' '${number} begin'`,
      `${source(one)}(`,
      `note ${number} ${one.step.endable ? '"$BASHPID"' : 0}`,
      'set -e; SECONDS=0',
      one.step.script,
      `)${one.input === undefined ? ' </dev/null' : ''}`,
      `ended \${PIPESTATUS[*]}; note ${number} 0; told '\\n' "${number} end $code"${independent ? '' : '; [ "$code" = 0 ] || exit 0'}`,
    ]),
    // A daemon that a step starts is not to hold the batch's lock.
    '} 7>&-',
    'exit 0',
  ].join('\n');
}

/** The lock is held by this shell alone: it ends after its steps. Where nothing can be written, the steps run all the same. */
function noteIn(file: string): string {
  return `exec 7>${quote(file)} && flock -n 7
${bornOf}
note() { printf '%s %s %s\\n' "$1" "$2" "$(born_of "$2")" 2>/dev/null >${quote(file)} || :; }
note -1 0`;
}

/**
 * Bash that hands a step its input: by a builtin through a pipe, so that it is in no argv and in no file. The exit is the
 * step's own, which need not read it all.
 */
function source({ input, follows }: BatchStep): string {
  if (input === undefined || follows) return '';
  const { bytes, packing } = packed(input);
  return `printf %s ${quote(bytes.toString('base64'))} | base64 -d | ${packing === 'gzip' ? 'gzip -dc | ' : ''}`;
}
