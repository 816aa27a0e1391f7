import type { InputName } from '../../messages/inputs.ts';
import { commandLine, quote } from '../../shell/quote.ts';
import { isVariableName } from '../../values/environment.ts';
import { parseMemory } from '../../values/memory.ts';

/** An input with the value that keeps something, as one word or one line of it. */
export interface Kept {
  readonly input: InputName;
  readonly value: string;
  /** What must be run on the server first. */
  readonly first?: string;
}

/** What keeps an option of `docker run`; undefined: no input does. */
export function keepOption(
  name: string,
  argv: readonly string[],
  container: string,
  onDefaultNetwork: boolean,
): Kept | undefined {
  const [, value = ''] = argv;
  switch (name) {
    case 'memory':
      return isMemory(value) ? { input: 'memory', value } : undefined;
    case 'link':
      return onDefaultNetwork ? linked(value, container) : undefined;
    // A profile of seccomp stands there as a whole, and is not shown.
    case 'security-opt':
      return value.endsWith('…') ? undefined : option(argv);
    default:
      return option(argv);
  }
}

/** What `--link NAME:ALIAS` gave, a network of one's own gives too: the other container by its alias. */
function linked(link: string, container: string): Kept {
  const [other = '', alias = other] = link.split(':');
  const name = `${container}-network`;
  const create = `docker network inspect ${quote(name)} >/dev/null 2>&1 || docker network create ${quote(name)}`;
  const connect = commandLine(['docker', 'network', 'connect', '--alias', alias, name, other]);
  return { ...network(name), first: `${create}\n${connect}` };
}

function isMemory(value: string): boolean {
  try {
    return parseMemory(value) === value;
  } catch {
    return false;
  }
}

/** An option as `docker-options` takes it. */
export function option(argv: readonly string[]): Kept {
  return { input: 'docker-options', value: commandLine(argv) };
}

/** A network by its name. */
export function network(value: string): Kept {
  return { input: 'network', value };
}

/** A variable, unless `env` takes no such name. */
export function variable(name: string, value: string): Kept | undefined {
  return isVariableName(name) ? { input: 'env', value: `${name}=${value}` } : undefined;
}
