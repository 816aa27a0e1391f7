/** An address or a path; user, password and query left out. Undefined: it is neither. */
export function addressOf(word: string): string | undefined {
  const [, base = '', query] = /^([^?]*)(\?.*)?$/s.exec(word) ?? [];
  const plain = base.replace(/^([a-z][a-z0-9+.-]*:\/\/).*@/i, '$1…@');
  const known = /^(\^|~|\/|@|\$|https?:|unix:|wss?:)/i.test(plain) || /^[\w.-]+:\d+$/.test(plain) || manner.test(plain);
  if (!known) return undefined;
  return query === undefined || variablesOf(query) === query ? `${plain}${query ?? ''}` : `${plain}?…`;
}

/** Words that say how, not what. */
const manner =
  /^(=?\d{3}|=|last|break|redirect|permanent|off|default|on|backup|down|resolve|(weight|max_fails|fail_timeout|max_conns)=\w{1,6})$/;

/** A word of variables and signs alone, or one that says nothing of its own; undefined where there is more in it. */
export function variablesOf(word: string): string | undefined {
  const alone = /^(\$\d|\$[a-z_]\w*|\$\{\w+\}|[\s:,;./&=?()|~^'"[\]-])*$/i.test(word);
  return alone || plainValue.test(word) ? word : undefined;
}

/** Words that are values everywhere. */
const plainValue =
  /^(default|hostnames|volatile|include|on|off|always|close|upgrade|keep-alive|https?|[01]|no-cache|no-store)$/i;
