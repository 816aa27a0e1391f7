import { Failure, Failures, failure } from '../messages/failure.ts';
import { fixedOptions, optionsOfInputs, shortOptions, switchOptions, valueOptions } from './docker-run-options.ts';
import { nearest } from './nearest.ts';
import { splitWords } from './words.ts';

/** One option of `docker run` as it was written, and its long name without hyphens. */
interface Option {
  readonly written: string;
  readonly name: string;
}

/**
 * Further words of `docker run`, split as a shell splits them. Every word is an option that Docker knows or its value.
 * Throws `INPUT_DOCKER_OPTIONS` where it cannot be split, else `Failures` of `INPUT_DOCKER_OPTION_*`, all of them.
 */
export function parseDockerOptions(value: string): readonly string[] {
  const words = splitWords(value);
  const failures: Failure[] = [];
  for (const found of walk(words)) {
    if (found instanceof Failure) failures.push(found);
    else {
      const problem = refusal(found);
      if (problem) failures.push(problem);
    }
  }
  if (failures.length > 0) throw new Failures(failures);
  return words;
}

/** Whether parsed options hold the option of this long name (`log-driver`), in whichever form it was written. */
export function givesOption(words: readonly string[], name: string): boolean {
  return [...walk(words)].some((found) => !(found instanceof Failure) && found.name === name);
}

/** Goes over the words as Docker's parser (spf13/pflag) does; what is no option comes out as a failure. */
function* walk(words: readonly string[]): Generator<Option | Failure> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    let last: Option | undefined;
    if (/^--[^=]/.test(word)) {
      const [written = '', ...inline] = word.split('=');
      const option = { written, name: written.slice(2) };
      yield option;
      if (inline.length === 0) last = option;
    } else if (/^-[^-]/.test(word)) {
      for (let i = 1; i < word.length; i++) {
        const letter = word[i] ?? '';
        const option = { written: `-${letter}`, name: shortOptions[letter] ?? letter };
        yield option;
        // `-m512m`, `-m=512m`, `-i=true`: the rest of the word is the value.
        if (word[i + 1] === '=' || (valueOptions.has(option.name) && i + 1 < word.length)) break;
        if (i + 1 === word.length) last = option;
      }
    } else {
      yield failure('INPUT_DOCKER_OPTION_WORD', { word });
    }
    if (last && valueOptions.has(last.name)) {
      at += 1;
      if (at >= words.length) yield failure('INPUT_DOCKER_OPTION_VALUE', { option: last.written });
    }
  }
}

function refusal({ written, name }: Option): Failure | undefined {
  const input = Object.hasOwn(optionsOfInputs, name) ? optionsOfInputs[name] : undefined;
  if (input !== undefined) return failure('INPUT_DOCKER_OPTION_RESERVED', { option: written, input });
  if (fixedOptions.has(name)) return failure('INPUT_DOCKER_OPTION_FIXED', { option: written });
  if (valueOptions.has(name) || switchOptions.has(name)) return undefined;
  const known = [...valueOptions, ...switchOptions];
  return failure('INPUT_DOCKER_OPTION_UNKNOWN', { option: written, nearest: `--${nearest(name, known)}` });
}
