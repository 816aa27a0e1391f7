import { failure } from '../messages/failure.ts';
import { shownWord } from '../redaction/command-word.ts';

/** The variable that a JVM takes options from, whoever starts it. */
export const javaOptionsVariable = 'JAVA_TOOL_OPTIONS';

/**
 * Options for the JVM, on one line. Throws `INPUT_JAVA_OPTIONS_LINE` for a control character, `INPUT_JAVA_OPTIONS_QUOTE`
 * for a quote that is not closed, with which no JVM starts.
 */
export function parseJavaOptions(value: string): string {
  if (/[\x00-\x1f\x7f]/.test(value)) throw failure('INPUT_JAVA_OPTIONS_LINE', {});
  if (javaWords(value) === undefined) throw failure('INPUT_JAVA_OPTIONS_QUOTE', {});
  return value;
}

/** Whether Java 8 would pass over options: its buffer for the variable holds 1024 bytes (HotSpot 8, arguments.cpp). */
export function tooLongForJava8(options: string): boolean {
  return Buffer.byteLength(options) >= 1024;
}

/**
 * The options in a variable such as `JAVA_TOOL_OPTIONS`, as the JVM splits them: blanks between them, quotes of both
 * kinds around blanks, no escapes (HotSpot, Arguments::parse_options_buffer). Undefined where a quote is not closed.
 */
export function javaWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (/\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (sign === '"' || sign === "'") {
      const end = text.indexOf(sign, at + 1);
      if (end < 0) return undefined;
      word = (word ?? '') + text.slice(at + 1, end);
      at = end;
    } else {
      word = (word ?? '') + sign;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** The system properties (`-Dname=value`) that options set; of two of one name the later one. */
export function systemProperties(options: string): Readonly<Record<string, string>> {
  const found = (javaWords(options) ?? []).map((word) => /^-D([^=]+)=(.*)$/s.exec(word));
  return Object.fromEntries(found.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? '']])));
}

/** Options for people to read: of a system property the name alone. */
export function shownJavaOptions(options: string): string {
  return (javaWords(options) ?? []).map(shownWord).join(' ');
}

/** Values of system properties that are secrets by their names (`-Djavax.net.ssl.keyStorePassword=…`). */
export function secretsOfJavaOptions(options: string): readonly string[] {
  return Object.entries(systemProperties(options)).flatMap(([name, value]) => (isSecretProperty(name) ? [value] : []));
}

/** Whether a system property is a secret by its name. */
export function isSecretProperty(name: string): boolean {
  return /passw|passphrase|secret|token|credential|key$/i.test(name);
}

/** The variables that a JVM takes options from, the later one winning; the second is known to Java 9 and later. */
const optionVariables = [javaOptionsVariable, 'JDK_JAVA_OPTIONS'];

/** The system properties that an environment sets by the variables of the JVM. */
export function propertiesOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.assign({}, ...optionVariables.map((name) => systemProperties(environment[name] ?? '')));
}
