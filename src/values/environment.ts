import { type Failure, Failures, failure } from '../messages/failure.ts';
import { Secret } from '../redaction/secret.ts';
import { linesOf } from './lines.ts';

/** One variable of the container's environment. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: Secret;
}

/** Docker reads env files by lines of less than 64 KiB (Go's bufio.MaxScanTokenSize). */
const longestLine = 65_535;

/**
 * Lines `NAME=value`; a value is what follows the first `=`, to the letter. Lines are named by number only, since any
 * of them may be a secret. Throws `Failures` of `INPUT_ENV_LINE`, `INPUT_ENV_TWICE`, `INPUT_ENV_LONG`.
 */
export function parseEnvironment(value: string): readonly EnvironmentVariable[] {
  const failures: Failure[] = [];
  const variables: EnvironmentVariable[] = [];
  for (const { number: line, text } of linesOf(value)) {
    const [, name, rest] = /^([^=]*)=([^\0\r]*)$/.exec(text) ?? [];
    if (name === undefined || rest === undefined || !isVariableName(name))
      failures.push(failure('INPUT_ENV_LINE', { line }));
    else if (variables.some((other) => other.name === name)) failures.push(failure('INPUT_ENV_TWICE', { line, name }));
    else if (Buffer.byteLength(text) >= longestLine) failures.push(failure('INPUT_ENV_LONG', { line }));
    else variables.push({ name, value: new Secret(rest) });
  }
  if (failures.length > 0) throw new Failures(failures);
  return variables;
}

/** Whether `env` takes a variable of this name. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name);
}

/** Variables with their values, for what is read of them on the runner. */
export function valuesOf(variables: readonly EnvironmentVariable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.map(({ name, value }) => [name, value.reveal()]));
}

/** The text of an env file for docker (`--env-file`). */
export function renderEnvironment(variables: readonly EnvironmentVariable[]): Secret {
  return new Secret(variables.map(({ name, value }) => `${name}=${value.reveal()}\n`).join(''));
}
