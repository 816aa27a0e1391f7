/** A word after quotes and variables, and the names of variables in it that have no value. */
export interface Expanded {
  readonly word: string;
  readonly unset: readonly string[];
}

const variable = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/;

/**
 * Expands a word of an instruction as Docker does: `$X`, `${X}`, `${X:-default}`, `${X:+other}`, quotes taken away,
 * nothing expanded in single quotes or after the escape character (Dockerfile reference, "Environment replacement").
 */
export function expand(word: string, values: ReadonlyMap<string, string>, escapeCharacter = '\\'): Expanded {
  const unset: string[] = [];
  let result = '';
  let quote = '';
  for (let at = 0; at < word.length; at += 1) {
    const c = word.charAt(at);
    const next = word.charAt(at + 1);
    if (
      quote !== "'" &&
      c === escapeCharacter &&
      next !== '' &&
      (quote === '' || next === '"' || next === '$' || next === escapeCharacter)
    ) {
      result += next;
      at += 1;
    } else if (quote === '' && (c === '"' || c === "'")) {
      quote = c;
    } else if (c === quote) {
      quote = '';
    } else {
      const [whole, plain, braced, modifier, substitute = ''] =
        (c === '$' && quote !== "'" && variable.exec(word.slice(at))) || [];
      if (whole === undefined) {
        result += c;
        continue;
      }
      const name = plain ?? braced ?? '';
      const value = values.get(name);
      const given = modifier?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
      if (modifier?.endsWith('-') && !given) result += nested(substitute);
      else if (modifier?.endsWith('+')) result += given ? nested(substitute) : '';
      else if (value === undefined) unset.push(name);
      else result += value;
      at += whole.length - 1;
    }
  }
  return { word: result, unset };

  function nested(text: string): string {
    const inner = expand(text, values, escapeCharacter);
    unset.push(...inner.unset);
    return inner.word;
  }
}
