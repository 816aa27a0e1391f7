import { changesBetween, nearest } from '../values/nearest.ts';
import type { Inputs } from './inputs.ts';

/** A name that no input has. */
export interface UnknownInput {
  readonly name: string;
  /** The input that may be meant; undefined where none is near. */
  readonly nearest: string | undefined;
}

/** Names that no input has: mistakes of a workflow, and variables of the machine that only look like inputs. */
export interface UnknownInputs {
  readonly mistaken: readonly UnknownInput[];
  readonly ignored: readonly string[];
}

/**
 * Tells a mistyped input from a variable of the runner's environment that begins with `INPUT_` too (`INPUT_METHOD=fcitx`
 * of a desktop): only the name can tell. One with a hyphen comes from a workflow; so does one that is nearly, or a part
 * of, the name of an input.
 */
export function unknownInputs(inputs: Inputs, known: readonly string[]): UnknownInputs {
  const unknown = [...inputs].filter(([name, value]) => !known.includes(name) && value.trim() !== '');
  const mistaken = unknown.flatMap(([name]) => {
    const written = name.replaceAll('_', '-');
    const whole = known.find((one) => isPart(written, one));
    const near = whole ?? nearest(written, known);
    const isNear = near !== undefined && changesBetween(written, near) <= Math.max(1, Math.floor(written.length / 4));
    return name.includes('-') || whole !== undefined || isNear ? [{ name, nearest: near }] : [];
  });
  const ignored = unknown.map(([name]) => name).filter((name) => !mistaken.some((one) => one.name === name));
  return { mistaken, ignored };
}

/** Whether `word` is the beginning of `name` (`user`), or whole words of it (`key`). */
function isPart(word: string, name: string): boolean {
  return (word.length > 3 && name.startsWith(word)) || `-${name}-`.includes(`-${word}-`);
}
