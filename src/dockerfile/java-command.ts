import { propertiesOfEnvironment } from '../values/java-options.ts';
import type { BuildStage } from './build-stage.ts';
import { expand } from './expand.ts';
import type { DockerInstruction } from './instruction.ts';

/** What a Dockerfile has the application started with. */
export interface JavaCommand {
  /**
   * Settings of the command line: `--server.port=8004` and `-Dserver.port=8004`, the former winning; below them those of
   * the options that the JVM takes from its environment.
   */
  readonly properties: Readonly<Record<string, string>>;
  /** ENV of the image. */
  readonly environment: Readonly<Record<string, string>>;
  /** The active profiles, where the Dockerfile or the container's variables set them and they can be told. */
  readonly profile: string | undefined;
  /** What in the Dockerfile sets them, also where the value is only known at run time or set otherwise by `env`. */
  readonly profileFrom: 'command' | 'environment' | undefined;
}

const profileKey = 'spring.profiles.active';
const profileVariable = 'SPRING_PROFILES_ACTIVE';

/** Reads how the last stage starts the application, in a container that gets the variables `given` besides. */
export function javaCommandOf(stage: BuildStage, given: Readonly<Record<string, string>>): JavaCommand {
  const environment = Object.fromEntries(stage.environment);
  // What the container gets replaces what the image has.
  const values = new Map([...stage.environment, ...Object.entries(given)]);
  const options = propertiesOfEnvironment(Object.fromEntries(values));
  const ownOptions = propertiesOfEnvironment(
    Object.fromEntries([...values].filter(([name]) => !Object.hasOwn(given, name))),
  );
  const words = [stage.entrypoint, stage.command].flatMap((i) => (i === undefined ? [] : wordsOf(i, values)));
  const properties = new Map<string, string | undefined>();
  for (const form of [/^-D([\w.-]+)=(.*)$/s, /^--([\w.-]+)=(.*)$/s]) {
    for (const word of words) {
      const [, key, value] = form.exec(word ?? '') ?? [];
      if (key !== undefined) properties.set(key, value === unknown ? undefined : value);
    }
  }
  const known = [...properties].filter((p): p is [string, string] => p[1] !== undefined);
  const command = properties.has(profileKey);
  const variable = environment[profileVariable] === undefined ? undefined : 'environment';
  return {
    // A property of the command that only the container knows hides that of an option all the same.
    properties: { ...without(options, [...properties.keys()]), ...Object.fromEntries(known) },
    environment,
    profile: command ? properties.get(profileKey) : (options[profileKey] ?? values.get(profileVariable)),
    profileFrom: command || profileKey in ownOptions ? 'command' : variable,
  };
}

// Stands for a value that a shell takes from the environment of the container.
const unknown = '\0';

function without(all: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

/** Words of a CMD or ENTRYPOINT. In shell form, and in `sh -c`, variables are those of the container. */
function wordsOf(instruction: DockerInstruction, values: ReadonlyMap<string, string>): string[] {
  if (!instruction.exec) return shellWords(instruction.words, values);
  const [shell, option, script] = instruction.words;
  if (/(?:^|\/)(?:sh|bash|ash|dash)$/.test(shell ?? '') && option === '-c' && script !== undefined) {
    return shellWords(script.split(/\s+/), values);
  }
  return [...instruction.words];
}

function shellWords(words: readonly string[], values: ReadonlyMap<string, string>): string[] {
  return words.flatMap((word) => {
    const expanded = expand(word, values);
    if (expanded.unset.length > 0) return [`${word.replace(/=.*$/s, '')}=${unknown}`];
    // `java $JAVA_OPTS -jar`: an unquoted variable becomes several words.
    return word.startsWith('$') ? expanded.word.split(/\s+/) : [expanded.word];
  });
}
