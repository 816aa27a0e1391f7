import type { Call } from './handlers.ts';
import { Refusal } from './refusal.ts';

/** One page of a list, as `Offset` and `Limit` ask for it, if the call gives so many. Throws `Refusal` where they are out of range. */
export function page<T>(
  all: readonly T[],
  { Offset = 0, Limit }: { Offset?: number; Limit?: number },
  { usual, most, code }: { usual: number; most: number; code: string },
  { atMost }: Pick<Call, 'atMost'>,
): readonly T[] {
  const limit = Limit ?? usual;
  if (Offset < 0 || limit < 1 || limit > most) {
    throw new Refusal(code, `The value of \`Offset\` or \`Limit\` is out of range: Limit is from 1 to ${most}.`);
  }
  return all.slice(Offset, Offset + Math.min(limit, atMost));
}
