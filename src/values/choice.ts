import { failure } from '../messages/failure.ts';

/** A parser that lets only the words of `allowed` pass. It throws `INPUT_CHOICE`. */
export function choiceOf<T extends string>(allowed: readonly T[]): (value: string, name: string) => T {
  return (value, name) => {
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw failure('INPUT_CHOICE', { name, value, allowed: allowed.join(', ') });
    return found;
  };
}
