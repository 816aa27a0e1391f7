import { Failure, Failures, failure } from '../messages/failure.ts';
import {
  fixedOptions,
  keyedOptions,
  optionsOfInputs,
  shortOptions,
  shownKeys,
  shownOptions,
  switchOptions,
  valueOptions,
} from './docker-run-options.ts';
import { nearest } from './nearest.ts';
import { splitWords } from './shell-words.ts';

/** One option of `docker run` as it was written, and its long name without hyphens. */
interface Option {
  readonly written: string;
  readonly name: string;
  /** Where its value stands: the word, and from which sign on; undefined: it has none. */
  readonly value?: { readonly word: number; readonly from: number } | undefined;
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

/** The value of the option of this long name, the last one of several; undefined: it is not given, or takes none. */
export function valueOfOption(words: readonly string[], name: string): string | undefined {
  const given = [...walk(words)].findLast((found) => !(found instanceof Failure) && found.name === name);
  if (given === undefined || given instanceof Failure || given.value === undefined) return undefined;
  return words[given.value.word]?.slice(given.value.from);
}

/** The same words for people to read: values are left out but for those of options that hold no secret. */
export function shownOptionsOf(words: readonly string[]): readonly string[] {
  const shown = [...words];
  for (const { word, from } of hiddenParts(words)) shown[word] = `${words[word]?.slice(0, from)}…`;
  return shown;
}

/** What {@link shownOptionsOf} leaves out. */
export function valuesToHide(words: readonly string[]): readonly string[] {
  return hiddenParts(words).map(({ word, from }) => words[word]?.slice(from) ?? '');
}

function hiddenParts(words: readonly string[]): readonly { readonly word: number; readonly from: number }[] {
  return [...walk(words)].flatMap((found) => {
    if (found instanceof Failure || found.value === undefined) return [];
    const { name, value } = found;
    const text = words[value.word]?.slice(value.from) ?? '';
    if (text === '' || switchOptions.has(name) || (shownOptions.has(name) && isPlain(text))) return [];
    // `--log-opt splunk-token=...`: the name of the value is no secret.
    const key = keyedOptions.has(name) ? /^[\w.-]+(?==)/.exec(text)?.[0] : undefined;
    if (key === undefined) return [value];
    const known = name !== 'label' && name !== 'annotation' && shownKeys.has(key);
    return known ? [] : [{ word: value.word, from: value.from + key.length + 1 }];
  });
}

/** A profile of seccomp stands in its option as a whole. */
function isPlain(value: string): boolean {
  return value.length <= 200 && !/[\n{]/.test(value);
}

/** Goes over the words as Docker's parser (spf13/pflag) does; what is no option comes out as a failure. */
function* walk(words: readonly string[]): Generator<Option | Failure> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    let last: Option | undefined;
    if (/^--[^=]/.test(word)) {
      const [written = '', ...inline] = word.split('=');
      const option = { written, name: written.slice(2) };
      if (inline.length === 0) last = option;
      else yield { ...option, value: { word: at, from: written.length + 1 } };
    } else if (/^-[^-]/.test(word)) {
      for (let i = 1; i < word.length; i++) {
        const letter = word[i] ?? '';
        const option = { written: `-${letter}`, name: shortOptions[letter] ?? letter };
        // `-m512m`, `-m=512m`, `-i=true`: the rest of the word is the value.
        if (word[i + 1] === '=' || (valueOptions.has(option.name) && i + 1 < word.length)) {
          yield { ...option, value: { word: at, from: word[i + 1] === '=' ? i + 2 : i + 1 } };
          break;
        }
        if (i + 1 === word.length) last = option;
        else yield option;
      }
    } else {
      // What follows a value that is not shown is mostly the rest of it.
      const ofValue = hiddenParts(words.slice(0, at)).some((part) => part.word === at - 1);
      yield failure('INPUT_DOCKER_OPTION_WORD', { word: ofValue ? '…' : word });
    }
    if (last === undefined) continue;
    if (!valueOptions.has(last.name)) {
      yield last;
      continue;
    }
    at += 1;
    yield { ...last, value: { word: at, from: 0 } };
    if (at >= words.length) yield failure('INPUT_DOCKER_OPTION_VALUE', { option: last.written });
  }
}

function refusal({ written, name }: Option): Failure | undefined {
  const input = Object.hasOwn(optionsOfInputs, name) ? optionsOfInputs[name] : undefined;
  if (input !== undefined) return failure('INPUT_DOCKER_OPTION_RESERVED', { option: written, input });
  if (fixedOptions.has(name)) return failure('INPUT_DOCKER_OPTION_FIXED', { option: written });
  if (valueOptions.has(name) || switchOptions.has(name)) return undefined;
  const near = nearest(name, [...valueOptions, ...switchOptions]);
  return failure('INPUT_DOCKER_OPTION_UNKNOWN', { option: written, nearest: near && `--${near}` });
}
