import { expand } from './expand.ts';
import type { DockerInstruction } from './instruction.ts';
import type { Stage } from './stage.ts';

/** What a Dockerfile has the application started with. */
export interface JavaCommand {
  /** Settings of the command line: `--server.port=8004` and `-Dserver.port=8004`, the former winning. */
  readonly properties: Readonly<Record<string, string>>;
  /** ENV of the image. */
  readonly environment: Readonly<Record<string, string>>;
  /** The active profiles, where the Dockerfile sets them and they can be told. */
  readonly profile: string | undefined;
  /** What sets them, also where the value is only known at run time; the environment can be set otherwise by `env`. */
  readonly profileFrom: 'command' | 'environment' | undefined;
}

const profileKey = 'spring.profiles.active';
const profileVariable = 'SPRING_PROFILES_ACTIVE';

/** Reads how the last stage starts the application. */
export function javaCommandOf(stage: Stage): JavaCommand {
  const environment = Object.fromEntries(stage.environment);
  const options = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS'].flatMap((name) => (environment[name] ?? '').split(/\s+/));
  const words = [
    ...options,
    ...[stage.entrypoint, stage.command].flatMap((i) => (i === undefined ? [] : wordsOf(i, stage))),
  ];
  const properties = new Map<string, string | undefined>();
  for (const form of [/^-D([\w.-]+)=(.*)$/s, /^--([\w.-]+)=(.*)$/s]) {
    for (const word of words) {
      const [, key, value] = form.exec(word ?? '') ?? [];
      if (key !== undefined) properties.set(key, value === unknown ? undefined : value);
    }
  }
  const known = [...properties].filter((p): p is [string, string] => p[1] !== undefined);
  const command = properties.has(profileKey);
  return {
    properties: Object.fromEntries(known),
    environment,
    profile: command ? properties.get(profileKey) : environment[profileVariable],
    profileFrom: command ? 'command' : environment[profileVariable] === undefined ? undefined : 'environment',
  };
}

// Stands for a value that a shell takes from the environment of the container.
const unknown = '\0';

/** Words of a CMD or ENTRYPOINT. In shell form, and in `sh -c`, variables are taken from ENV. */
function wordsOf(instruction: DockerInstruction, stage: Stage): string[] {
  if (!instruction.exec) return shellWords(instruction.words, stage);
  const [shell, option, script] = instruction.words;
  if (/(?:^|\/)(?:sh|bash|ash|dash)$/.test(shell ?? '') && option === '-c' && script !== undefined) {
    return shellWords(script.split(/\s+/), stage);
  }
  return [...instruction.words];
}

function shellWords(words: readonly string[], stage: Stage): string[] {
  return words.flatMap((word) => {
    const expanded = expand(word, stage.environment);
    if (expanded.unset.length > 0) return [`${word.replace(/=.*$/s, '')}=${unknown}`];
    // `java $JAVA_OPTS -jar`: an unquoted variable becomes several words.
    return word.startsWith('$') ? expanded.word.split(/\s+/) : [expanded.word];
  });
}
