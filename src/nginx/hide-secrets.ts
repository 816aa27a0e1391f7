/** Directives such as `proxy_set_header Authorization "Basic ...";` in a file that was written by hand. */
const secretValue = /^(\s*\w+\s+\S*(?:authorization|token|secret|passw|api[_-]?key)\S*\s+)[^\n]*;/gim;

/** The text of somebody else's configuration for a log: values are left out where their name sounds like a secret. */
export function hideSecrets(text: string): string {
  return text.replace(secretValue, '$1…;');
}
