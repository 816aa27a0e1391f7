/** Words of bash's own in what it says of a script that it cannot read. */
const own: ReadonlySet<string> = new Set(
  `a an and argument arithmetic at binary by command conditional delimited end end-of-file eof error expected expression file
for from here-document identifier in invalid is line looking matching missing near not of on operator or required
substitution syntax to token unary unexpected valid wanted warning while`.split(/\s+/),
);

/** What bash may quote out of a script: signs, and the words that are its own language. */
const quotable =
  /^(?:[!-/:-@[-`{-~]{1,3}|newline|EOF|if|then|else|elif|fi|case|esac|for|select|while|until|do|done|in|function|time|coproc)$/;

/** How bash quotes what it stopped at; what it says goes on behind it, or ends. */
const quoted = /`(.*?)'(?=$|[,)]| (?:to|command|in)\b)/gs;

/**
 * What bash says of a script that it cannot read, for people to read: a line for each place, with its number and bash's
 * kind of message. Of words of the script nothing is left, since one may be a secret; nor of a message that is not known.
 */
export function hideInBashComplaint(said: string, name: string): string {
  const lines = [...said.matchAll(/^\S+ line (\d+): (?!`)(.*)$/gm)];
  return lines.map(([, line, words = '']) => `${name}: line ${line}: ${kindOf(words)}`).join('\n');
}

function kindOf(words: string): string {
  const kind = words.replace(quoted, (_, word: string) => `\`${quotable.test(word) ? word : '…'}'`);
  const rest = kind.replace(/`(?:…|.{1,8}?)'/g, ' ');
  return rest.split(/[\s:,()]+/).every((word) => word === '' || /^\d+$/.test(word) || own.has(word.toLowerCase()))
    ? kind
    : 'syntax error';
}
