/**
 * Index after the `}` that closes the block of Lua whose `{` stands at `at`; undefined where none does. Braces count but in
 * strings, long brackets and comments (lua-nginx-module, ngx_http_lua_lex).
 */
export function endOfLua(text: string, at: number): number | undefined {
  let depth = 0;
  for (let i = at; i < text.length; ) {
    const rest = text.slice(i, i + 2);
    const sign = rest[0];
    const long = longBracket(text, rest === '--' ? i + 2 : i);
    if (long !== undefined) {
      const end = text.indexOf(long.close, long.open);
      if (end < 0) return undefined;
      i = end + long.close.length;
    } else if (rest === '--') {
      const end = text.indexOf('\n', i);
      if (end < 0) return undefined;
      i = end + 1;
    } else if (sign === '"' || sign === "'") {
      const end = endOfString(text, i, sign);
      if (end === undefined) return undefined;
      i = end;
    } else {
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      i += 1;
      if (depth === 0) return i;
    }
  }
  return undefined;
}

/** `[[`, `[==[`: what closes it, and where its text begins. */
function longBracket(text: string, at: number): { readonly close: string; readonly open: number } | undefined {
  if (text[at] !== '[') return undefined;
  let open = at + 1;
  while (text[open] === '=') open += 1;
  return text[open] === '[' ? { close: `]${'='.repeat(open - at - 1)}]`, open: open + 1 } : undefined;
}

function endOfString(text: string, at: number, quote: string): number | undefined {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === quote) return i + 1;
  }
  return undefined;
}
