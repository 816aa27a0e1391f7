/**
 * A word of a command line for people to read: `--server.port=…`, `-Dspring.redis.url=…`, `-Xmx512m`; `…` for one without
 * a name. What a value holds may be a secret, whatever its name is (`--spring.datasource.url=jdbc:...&password=...`,
 * `-Dspring.redis.url=redis://:pass@host`) (rule *Data from outside*).
 */
export function shownWord(word: string): string {
  // Sizes, switches and counters of the JVM hold no secret.
  if (/^-X(m[nsx]|ss)\d+[kmgt]?$/i.test(word) || /^-X[a-z]+$/.test(word)) return word;
  if (/^-XX:([+-]\w+|\w+=\d+[kmgt]?)$/i.test(word)) return word;
  const [, named] = /^(--?[A-Za-z][\w.[\]-]*)$/.exec(word) ?? [];
  if (named !== undefined && (named.startsWith('--') || ofLauncher.has(named))) return named;
  const agent = /^-(?:javaagent:\/[\w./-]+|agentlib:\w+|agentpath:\/[\w./-]+)(?==|$)/.exec(word)?.[0];
  if (agent !== undefined) return agent === word ? word : `${agent}=…`;
  const [, name] = /^(-XX:\w+=)/.exec(word) ?? /^(--?[A-Za-z][\w.[\]-]*[=:])/.exec(word) ?? [];
  if (name !== undefined) return `${name}…`;
  return /^-[A-Za-z]/.test(word) ? `${word.slice(0, 2)}…` : '…';
}

/** Options of `java` that are one word; what follows some of them is another word. */
const ofLauncher: ReadonlySet<string> = new Set(
  '-jar -cp -classpath -server -client -ea -da -esa -dsa -enableassertions -verbose -showversion -noverify'.split(' '),
);
