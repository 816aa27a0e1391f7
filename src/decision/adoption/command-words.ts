/** The words of a command, those of a line for `sh -c` one by one. */
export function wordsOf(command: readonly string[]): readonly string[] {
  return command.flatMap((word) => (/^(?!-)(.*[\s;&|/])?java\s/s.test(word) ? splitLine(word) : [word]));
}

/** Quotes keep their words together, and are taken away. */
function splitLine(line: string): readonly string[] {
  const words = line.match(/(?:[^\s"'\\]|\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|["'])+/g) ?? [];
  return words.map((word) => word.replace(/["']/g, ''));
}

/** Properties that the JVM itself reads: a variable of the environment does not stand for them. */
export function isOfJvm(property: string): boolean {
  return /^(java|javax|jdk|jna|sun|com\.sun|user|file|os|https?|ftp|socks|networkaddress|log4j2?|logback|native)\./.test(
    property,
  );
}

/** The variable by which Spring Boot takes a property (Externalized Configuration, binding from environment variables). */
export function variableOf(property: string): string {
  return property.replace(/[.[]/g, '_').replace(/[-\]]/g, '').toUpperCase();
}
