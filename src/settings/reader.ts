import { Failure, Failures } from '../messages/failure.ts';
import type { InputName } from '../messages/inputs.ts';
import { Secret } from '../redaction/secret.ts';
import type { Inputs } from './inputs.ts';

/** Reads one input after the other, and keeps what is wrong instead of stopping at the first. */
export interface Reader {
  /** Whether the input is given and not blank. */
  has(name: InputName): boolean;
  /** The value, parsed; `otherwise` when it is not given or was refused. */
  read<T, O>(name: InputName, parse: (value: string, name: string) => T, otherwise: O): T | O;
  /** A secret, line ends as `\n` and none at its end; undefined when not given. */
  secret(name: InputName): Secret | undefined;
  /** Notes a failure that concerns several inputs. */
  refuse(failure: Failure): void;
  /** All failures noted. */
  readonly failures: readonly Failure[];
}

/** A reader of `inputs`. */
export function readerOf(inputs: Inputs): Reader {
  const failures: Failure[] = [];
  const value = (name: InputName) => inputs.get(name) ?? '';
  return {
    failures,
    has: (name) => value(name).trim() !== '',
    read: (name, parse, otherwise) => {
      if (value(name).trim() === '') return otherwise;
      try {
        // The end of `env` is a value's own; what is refused there is never shown.
        return parse(name === 'env' ? value(name) : value(name).trim(), name);
      } catch (error) {
        if (error instanceof Failures) failures.push(...error.failures);
        else if (error instanceof Failure) failures.push(error);
        else throw error;
        return otherwise;
      }
    },
    secret: (name) => {
      const text = value(name).replaceAll('\r\n', '\n').replace(/\n+$/, '');
      return text.trim() === '' ? undefined : new Secret(text);
    },
    refuse: (failure) => failures.push(failure),
  };
}
