/**
 * Whether a profile expression holds for the active profiles: `prod`, `!prod`, `prod & !eu`, `(a | b) & c`.
 * A malformed one holds for none. Source: Spring's `Profiles.of`.
 */
export function holds(expression: string, active: readonly string[]): boolean {
  const tokens = expression.match(/[()&|!]|[^()&|!\s]+/g) ?? [];
  let at = 0;

  function either(): boolean {
    let result = both();
    while (tokens[at] === '|') {
      at += 1;
      const right = both();
      result = result || right;
    }
    return result;
  }
  function both(): boolean {
    let result = one();
    while (tokens[at] === '&') {
      at += 1;
      const right = one();
      result = result && right;
    }
    return result;
  }
  function one(): boolean {
    const token = tokens[at];
    at += 1;
    if (token === '!') return !one();
    if (token !== '(') return token !== undefined && active.includes(token);
    const result = either();
    at += 1;
    return result;
  }

  const result = either();
  return at === tokens.length && result;
}
