/**
 * What a login shell of any kind can run: no quoting, no variables, no redirection. `env` gives messages of sudo and of
 * `env` itself in English, whatever the server's language, and `-H` a home that is root's.
 */
export const rootCommand = 'env LC_ALL=C bash -s';
export const sudoCommand = 'env LC_ALL=C sudo -n -H bash -s';

/** The line that a script prints first, on both streams: what comes before it is the login's, not the script's. */
export const beginMark = '@@begin';

/**
 * `script` as it is sent to `bash -s`: first the mark, then a group that bash reads to its end before it runs any of it,
 * so that what follows on standard input is read by the script's own commands.
 */
export function scriptText(script: string): string {
  return [
    `printf '${beginMark}\\n'; printf '${beginMark}\\n' >&2`,
    'export LC_ALL=C PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH"; umask 022; cd /',
    '{',
    script,
    'exit $?',
    '}',
    '',
  ].join('\n');
}
