import { checksum } from './checksum.ts';

/** Folders of programs, those that only root writes to first; not the login's PATH, which a start-up file may have spoilt. */
const path = 'PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin';

/** What starts a program for a login shell of any kind: no quoting, no variables, no redirection. */
export const start = `/usr/bin/env LC_ALL=C ${path} /usr/bin/env`;
const bash = 'bash --norc --noprofile -p -s';

/**
 * Commands of an exchange. The second `env` is the first program that starts in the C locale: what it says of a missing
 * `sudo` or `bash` is English. `-p` keeps bash from reading what `BASH_ENV`, `SHELLOPTS` and exported functions name.
 * Without `-H`: sudo-rs before 0.2.9 refuses it.
 */
export const rootCommand = `${start} ${bash}`;
export const sudoCommand = `${start} sudo -n ${bash}`;

/** The exit code of a text of which a part is missing (EX_OSERR). */
export const brokenTextExitCode = 71;

/** That of a script which a shell got whole, but could not unpack (EX_OSFILE): nothing of it was run. */
export const packedScriptExitCode = 72;

/** Variables of the login that a script keeps: who it is, and how the server reaches the internet. */
const kept = [
  'HOME|USER|LOGNAME|PATH|SHELL|TERM|SUDO_UID|SUDO_GID|SUDO_USER|SSH_CONNECTION|APT_CONFIG|DOCKER_CONFIG',
  '[hH][tT][tT][pP]_[pP][rR][oO][xX][yY]|[hH][tT][tT][pP][sS]_[pP][rR][oO][xX][yY]',
  '[aA][lL][lL]_[pP][rR][oO][xX][yY]|[nN][oO]_[pP][rR][oO][xX][yY]',
].join('|');

/**
 * `script` as it is sent to `command`. Start-up files of the login user run first, and may read from the same input or put
 * another shell in bash's place. So:
 * - what a `read` takes away are empty lines;
 * - a shell that took the command's place (`exec zsh`) replaces itself by `command`; one that such a file started and waits
 *   for ends, and leaves the input to `command`;
 * - the script is run whole or not at all: what is left of it must have its checksum, and its output must lead back, by two streams;
 * - of what is exported only {@link kept} variables stay; no functions, no `LD_PRELOAD`, no `TMOUT`.
 * The bash that runs it reads it from a pipe, so that its standard input is what follows. (In an `eval` instead, bash 5.2
 * crashes at `3<&0`.) `asRoot`: not as anyone else, and with programs of root's folders from the first one on.
 */
export function frame(script: string, command: string, asRoot: boolean): string {
  const packed = Buffer.from(script).toString('base64');
  // `p` among the flags: a bash that read no start-up file.
  const [shell, wanted] = asRoot
    ? [`\${BASH_VERSION+bash}:\${EUID-}:$-`, 'bash:0:*p*']
    : [`\${BASH_VERSION+bash}:$-`, 'bash:*p*'];
  const cksum = checksum(Buffer.from(packed));
  return [
    '\n'.repeat(8),
    // One line for any shell of POSIX, which parses a line before it runs it.
    `case ${shell} in ${wanted}) ;; *) read -r _p </proc/$PPID/comm; case $_p in sshd*|dropbear*) exec ${command} ;; esac; exit ${brokenTextExitCode} ;; esac`,
    `_p=${packed}`,
    '{',
    ...(asRoot ? ['PATH=/usr/sbin:/usr/bin:/sbin:/bin'] : []),
    `case ${shell} in ${wanted}) [ "$(printf %s "$_p" | cksum)" = '${cksum}' ] ;; *) false ;; esac || exit ${brokenTextExitCode}`,
    `for _v in 1 2; do [ -p /dev/fd/$_v ] || [ -S /dev/fd/$_v ] || exit ${brokenTextExitCode}; done`,
    `[ ! /dev/fd/1 -ef /dev/fd/2 ] || exit ${brokenTextExitCode}`,
    `_u=(); while IFS= read -r -d '' _v; do _v=\${_v%%=*}; case $_v in ''|${kept}) ;; *) _u+=(-u "$_v") ;; esac; done <"/proc/$$/environ"`,
    // Of its own command: bash closes the other descriptor of the pipe behind it.
    'exec 9< <(printf %s "$_p" | base64 -d)',
    `exec env \${_u[@]+"\${_u[@]}"} LC_ALL=C bash --norc --noprofile -p /dev/fd/9`,
    '}',
    '',
  ].join('\n');
}
