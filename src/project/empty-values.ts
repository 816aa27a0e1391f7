import { createHash } from 'node:crypto';
import { type Failure, failure } from '../messages/failure.ts';
import type { DeploySettings } from '../settings/settings.ts';
import { isSecretProperty, systemProperties } from '../values/java-options.ts';
import type { FileToMount } from './files-to-mount.ts';

/** A value of an input that looks as if the secret or variable that it is made of did not exist. */
interface Empty {
  readonly name: string;
  readonly input: 'env' | 'java-options' | 'build-args' | 'files';
}

/** Warns of values that are empty, or that lack a part: what a workflow reads of a secret that does not exist is empty. */
export function emptyValues(
  { container, image }: Pick<DeploySettings, 'container' | 'image'>,
  files: readonly Pick<FileToMount, 'container' | 'sha256'>[],
): readonly Failure[] {
  const properties = Object.entries(systemProperties(container.javaOptions ?? ''));
  const found: readonly Empty[] = [
    ...container.environment
      .filter(({ value }) => isEmpty(value.reveal()) || lacksPart(value.reveal()))
      .map(({ name }) => ({ name, input: 'env' }) as const),
    ...properties
      .filter(([name, value]) => (isSecretProperty(name) && isEmpty(value)) || isUnexpanded(value))
      .map(([name]) => ({ name: `-D${name}`, input: 'java-options' }) as const),
    ...image.buildArgs
      .filter(({ value }) => isEmpty(value))
      .map(({ name }) => ({ name, input: 'build-args' }) as const),
    ...files
      .filter(({ sha256 }) => blankFiles.includes(sha256))
      .map(({ container: name }) => ({ name, input: 'files' }) as const),
  ];
  if (found.length === 0) return [];
  return [failure('ENV_EMPTY', { values: found.map(({ name, input }) => `\`${name}\` (\`${input}\`)`).join(', ') })];
}

/** Nothing, blanks, a pair of quotes (Docker takes them to the letter), or an expression that nobody evaluated. */
function isEmpty(value: string): boolean {
  return /^\s*(?:""|'')?\s*$/.test(value) || isUnexpanded(value);
}

function isUnexpanded(value: string): boolean {
  return /\$\{\{.*\}\}/.test(value);
}

/**
 * A URL without its host or the password before it, or with an empty user or password among its parameters. A database in
 * the application itself has none by default.
 */
function lacksPart(value: string): boolean {
  if (/^jdbc:(?:p6spy:)?(?:h2|hsqldb|derby|sqlite):/i.test(value)) return false;
  return (
    /:\/\/(?::\d+(?:[/?]|$)|[^/?#@]*:@)/.test(value) ||
    /^jdbc:.*[?&;](?:user|username|password)=(?:[&;]|$)/i.test(value)
  );
}

const blankFiles = ['', '\n', '\r\n'].map((text) => createHash('sha256').update(text).digest('hex'));
