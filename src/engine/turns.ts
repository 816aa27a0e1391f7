import type { BatchStep } from './batch-script.ts';
import type { RunnerStep, ServerStep } from './step.ts';

/** Steps that have their turn at once: a batch in one exchange, or one of the runner's with those that run beside it. */
export type Turn =
  | { readonly kind: 'batch'; readonly steps: readonly ServerStep[] }
  | { readonly kind: 'runner'; readonly step: RunnerStep; readonly beside: readonly (ServerStep | RunnerStep)[] };

/** Divides steps into turns, in their order. */
export function turnsOf(steps: readonly (ServerStep | RunnerStep)[]): readonly Turn[] {
  const turns: Turn[] = [];
  let at = 0;
  while (at < steps.length) {
    const rest = steps.slice(at);
    const [step] = rest;
    if (step?.kind === 'runner') {
      const beside = upTo(rest.slice(1), (one) => one.beside !== step.id);
      turns.push({ kind: 'runner', step, beside });
      at += 1 + beside.length;
    } else {
      const batch = upTo(rest, (one) => one.kind === 'runner') as readonly ServerStep[];
      turns.push({ kind: 'batch', steps: batch });
      at += batch.length;
    }
  }
  return turns;
}

/** Those before the first of which `ends` is true. */
function upTo<T>(all: readonly T[], ends: (one: T) => boolean): readonly T[] {
  const end = all.findIndex(ends);
  return end < 0 ? all : all.slice(0, end);
}

/** Bytes of input up to which a step is sent with others, in the script; base64 of base64, which costs three quarters. */
const carriedBytes = 512 * 1024;

/**
 * Steps as the batches that are sent: with what each reads. A large input follows its script as it is, which then is that
 * of this step alone.
 */
export async function batchesOf(steps: readonly ServerStep[]): Promise<readonly (readonly BatchStep[])[]> {
  const batches: BatchStep[][] = [];
  let open = false;
  for (const step of steps) {
    const bytes = await step.input?.();
    const isLarge = bytes !== undefined && bytes.length > carriedBytes;
    const one: BatchStep = { step, input: bytes, follows: isLarge };
    if (open && !isLarge) batches.at(-1)?.push(one);
    else batches.push([one]);
    open = !isLarge;
  }
  return batches;
}
